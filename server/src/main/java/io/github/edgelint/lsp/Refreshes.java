package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Tells a client to ask again where a change of one document changes what it was told of others. Of
 * the document that changed it asks anyway. Used by one thread.
 */
final class Refreshes {

  private final LanguageClient client;
  private final ClientAbilities abilities;
  private Snapshot snapshot;
  private Analysis analysis;

  Refreshes(LanguageClient client, ClientAbilities abilities) {
    this.client = client;
    this.abilities = abilities;
  }

  void after(Revision revision, Analysis found) {
    Snapshot before = snapshot;
    Analysis foundBefore = analysis;
    snapshot = revision.snapshot();
    analysis = found;
    if (before == null) {
      return;
    }
    boolean settings = hasChanged(before, path -> path.name().equals(Settings.FILE_NAME));
    if (abilities.refreshHints() && (settings || hasChanged(before, Refreshes::isForTemplates))) {
      client.refreshInlayHints();
    }
    if (abilities.refreshLenses() && settings) {
      client.refreshCodeLenses();
    }
    if (abilities.refreshTokens() && settings) {
      client.refreshSemanticTokens();
    }
    boolean pulls = !abilities.pushDiagnostics() && abilities.refreshDiagnostics();
    if (pulls && findingsOfOthersChanged(before, foundBefore)) {
      client.refreshDiagnostics();
    }
  }

  /** What the hints of a template are made of. */
  private static boolean isForTemplates(DocPath path) {
    return path.name().equals(TemplateBuild.VARIABLES)
        || TemplateBuild.moduleFolder(path).isPresent();
  }

  private boolean hasChanged(Snapshot before, Predicate<DocPath> counts) {
    for (Document document : snapshot.documents()) {
      boolean same = before.document(document.path()).filter(document::equals).isPresent();
      if (!same && counts.test(document.path())) {
        return true;
      }
    }
    for (Document document : before.documents()) {
      if (counts.test(document.path()) && snapshot.document(document.path()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean findingsOfOthersChanged(Snapshot before, Analysis foundBefore) {
    for (Document document : snapshot.documents()) {
      boolean other =
          before
              .document(document.path())
              .filter(old -> old.source().equals(document.source()))
              .isPresent();
      if (other && !isSame(foundBefore.of(document.path()), analysis.of(document.path()))) {
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
