package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.ide.CodeLens;
import io.github.edgelint.ide.CodeLenses;
import io.github.edgelint.ide.InlayHint;
import io.github.edgelint.ide.InlayHints;
import io.github.edgelint.ide.SemanticToken;
import io.github.edgelint.ide.SemanticTokens;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Tells a client to ask again where a change of one document changes what it was told of others. Of
 * the document that changed it asks anyway. Used by one thread.
 */
final class Refreshes {

  private final EdgelintClient client;
  private final ClientAbilities abilities;
  private final Map<DocPath, Told> told = new HashMap<>();
  private Snapshot snapshot;
  private Analysis analysis;

  /** What a client is told of an open document when it asks. */
  private record Told(
      Document document, List<InlayHint> hints, List<CodeLens> lenses, List<SemanticToken> tokens) {

    static Told of(Snapshot snapshot, Document document) {
      TextRange whole = new TextRange(0, document.source().length());
      return new Told(
          document,
          InlayHints.of(snapshot, document, whole),
          CodeLenses.of(snapshot, document),
          SemanticTokens.of(document, whole));
    }
  }

  Refreshes(EdgelintClient client, ClientAbilities abilities) {
    this.client = client;
    this.abilities = abilities;
  }

  void after(Revision revision, Analysis found) {
    if (abilities.refreshHints() || abilities.refreshLenses() || abilities.refreshTokens()) {
      afterChange(revision);
    }
    if (!abilities.pushDiagnostics() && abilities.refreshDiagnostics()) {
      if (snapshot != null && findingsOfOthersChanged(revision.snapshot(), found)) {
        client.refreshDiagnostics();
      }
      snapshot = revision.snapshot();
      analysis = found;
    }
  }

  private void afterChange(Revision revision) {
    Map<DocPath, Told> before = Map.copyOf(told);
    told.clear();
    for (DocPath path : revision.open().keySet()) {
      revision
          .document(path)
          .ifPresent(document -> told.put(path, Told.of(revision.snapshot(), document)));
    }
    if (abilities.refreshHints() && (differs(before, Told::hints) || hasNewHints(before))) {
      client.refreshInlayHints();
    }
    if (abilities.refreshLenses() && differs(before, Told::lenses)) {
      client.refreshCodeLenses();
    }
    if (abilities.refreshTokens() && differs(before, Told::tokens)) {
      client.refreshSemanticTokens();
    }
  }

  /**
   * Whether a document that was just opened has hints. The client may have asked for them before
   * the files beside it had been read.
   */
  private boolean hasNewHints(Map<DocPath, Told> before) {
    return told.entrySet().stream()
        .anyMatch(now -> !before.containsKey(now.getKey()) && !now.getValue().hints().isEmpty());
  }

  /** Whether something else is to be told of a document that did not change itself. */
  private boolean differs(Map<DocPath, Told> before, Function<Told, List<?>> part) {
    return told.entrySet().stream()
        .anyMatch(
            now -> {
              Told old = before.get(now.getKey());
              return old != null
                  && old.document().source().equals(now.getValue().document().source())
                  && !Objects.equals(part.apply(old), part.apply(now.getValue()));
            });
  }

  private boolean findingsOfOthersChanged(Snapshot now, Analysis found) {
    for (Document document : now.documents()) {
      boolean other =
          snapshot
              .document(document.path())
              .filter(old -> old.source().equals(document.source()))
              .isPresent();
      if (other && !isSame(analysis.of(document.path()), found.of(document.path()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(List<Finding> before, List<Finding> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      Finding a = before.get(i);
      Finding b = now.get(i);
      boolean same =
          a == b
              || (a.code().equals(b.code())
                  && a.range().equals(b.range())
                  && a.message().text().equals(b.message().text()));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
