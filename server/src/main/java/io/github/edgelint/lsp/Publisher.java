package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Sends findings to a client that takes them: of every version of an open document, and of other
 * files of the workspace where they changed. Used by one thread.
 */
final class Publisher {

  private final EdgelintClient client;
  private final Diagnostics diagnostics;
  private final boolean versions;
  private final Map<String, Published> published = new HashMap<>();

  private record Published(List<Finding> findings, Optional<Integer> version) {

    /** Whether the client knows all this: of what did not change, the findings are the same. */
    boolean isKnownBy(Published before) {
      if (!version.equals(before.version) || findings.size() != before.findings.size()) {
        return false;
      }
      for (int i = 0; i < findings.size(); i++) {
        if (findings.get(i) != before.findings.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  Publisher(EdgelintClient client, ClientAbilities abilities) {
    this.client = client;
    this.diagnostics = new Diagnostics(abilities);
    this.versions = abilities.versions();
  }

  void publish(Revision revision, Analysis analysis) {
    Set<String> current = new HashSet<>();
    // The document that a person looks at comes before those in the background.
    for (Map.Entry<DocPath, OpenDocument> open : revision.open().entrySet()) {
      current.add(open.getValue().uri());
      send(
          revision,
          open.getValue().uri(),
          new Published(analysis.of(open.getKey()), Optional.of(open.getValue().version())));
    }
    for (Map.Entry<DocPath, List<Finding>> entry : analysis.byDocument().entrySet()) {
      if (!revision.open().containsKey(entry.getKey())) {
        List<Finding> shown = shown(revision, entry.getKey(), entry.getValue());
        if (!shown.isEmpty()) {
          String uri = revision.uri(entry.getKey());
          current.add(uri);
          send(revision, uri, new Published(shown, Optional.empty()));
        }
      }
    }
    for (String uri : List.copyOf(published.keySet())) {
      if (!current.contains(uri)) {
        published.remove(uri);
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
      }
    }
  }

  private void send(Revision revision, String uri, Published news) {
    Published before = published.put(uri, news);
    boolean silentBefore = before == null && news.version.isEmpty() && news.findings.isEmpty();
    if (silentBefore || (before != null && news.isKnownBy(before))) {
      return;
    }
    List<Diagnostic> list = diagnostics.of(revision, news.findings);
    PublishDiagnosticsParams params = new PublishDiagnosticsParams(uri, list);
    if (versions) {
      news.version.ifPresent(params::setVersion);
    }
    client.publishDiagnostics(params);
  }

  /** Of a file that is not open: no advice, and nothing that nobody asked for. */
  static List<Finding> shown(Revision revision, DocPath path, List<Finding> findings) {
    Optional<Document> document = revision.document(path);
    if (document.isEmpty() || document.get().origin() != Origin.FOUND) {
      return List.of();
    }
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.severity() != Severity.HINT) {
        shown.add(finding);
      }
    }
    return shown;
  }
}
