package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Related;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings as a client takes them. */
final class Diagnostics {

  static final String SOURCE = "edgelint";

  private final ClientAbilities client;
  private final Conversion conversion;

  Diagnostics(ClientAbilities client) {
    this.client = client;
    this.conversion = new Conversion(client.encoding());
  }

  List<Diagnostic> of(Revision revision, List<Finding> findings) {
    List<Diagnostic> diagnostics = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      diagnostics.add(of(revision, finding));
    }
    return diagnostics;
  }

  private Diagnostic of(Revision revision, Finding finding) {
    SourceText source = finding.document().source();
    Diagnostic diagnostic =
        new Diagnostic(
            conversion.range(source, Conversion.visible(source, finding.range())),
            finding.message().text(),
            severity(finding.severity()),
            SOURCE,
            finding.code());
    if (client.codeDescriptions()) {
      diagnostic.setCodeDescription(
          new DiagnosticCodeDescription(RulePage.address(finding.code())));
    }
    if (client.diagnosticData()) {
      JsonObject data = new JsonObject();
      data.addProperty("slug", finding.rule().slug());
      diagnostic.setData(data);
    }
    if (client.relatedInformation() && !finding.related().isEmpty()) {
      diagnostic.setRelatedInformation(related(revision, finding.related()));
    }
    List<DiagnosticTag> tags = tags(finding.rule().slug());
    if (!tags.isEmpty()) {
      diagnostic.setTags(tags);
    }
    return diagnostic;
  }

  private List<DiagnosticRelatedInformation> related(Revision revision, List<Related> places) {
    List<DiagnosticRelatedInformation> related = new ArrayList<>();
    for (Related place : places) {
      if (place.document().path().equals(Settings.OF_EDITOR)) {
        continue; // no place that an editor could go to
      }
      related.add(
          new DiagnosticRelatedInformation(
              new Location(
                  revision.uri(place.document().path()),
                  conversion.range(place.document().source(), place.range())),
              place.message()));
    }
    return related;
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }

  /** Editors grey out what does nothing and strike out what is deprecated; slugs say which. */
  private List<DiagnosticTag> tags(String slug) {
    DiagnosticTag tag =
        slug.contains("deprecated")
            ? DiagnosticTag.Deprecated
            : slug.contains("unused") || slug.contains("redundant")
                ? DiagnosticTag.Unnecessary
                : null;
    return tag != null && client.tags().contains(tag) ? List.of(tag) : List.of();
  }
}
