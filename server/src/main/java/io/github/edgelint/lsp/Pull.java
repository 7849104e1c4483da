package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;

/** Findings for clients that ask for them. */
final class Pull {

  private final Diagnostics diagnostics;

  Pull(ClientAbilities client) {
    this.diagnostics = new Diagnostics(client);
  }

  /** The report on a document that is not there. */
  static DocumentDiagnosticReport nothing() {
    return new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
  }

  DocumentDiagnosticReport of(
      Revision revision, Document document, Analysis analysis, String previous) {
    List<Diagnostic> items = diagnostics.of(revision, analysis.of(document.path()));
    String id = id(items);
    if (id.equals(previous)) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(id));
    }
    RelatedFullDocumentDiagnosticReport report = new RelatedFullDocumentDiagnosticReport(items);
    report.setResultId(id);
    return new DocumentDiagnosticReport(report);
  }

  /** The report on all documents of ours. */
  WorkspaceDiagnosticReport ofAll(
      Revision revision, Analysis analysis, List<PreviousResultId> previous) {
    Map<DocPath, String> known = new HashMap<>();
    if (previous != null) {
      previous.forEach(each -> known.put(Uris.toPath(each.getUri()), each.getValue()));
    }
    List<WorkspaceDocumentDiagnosticReport> reports = new ArrayList<>();
    for (Document document : revision.snapshot().documents()) {
      DocPath path = document.path();
      if (document.kind() != DocumentKind.OTHER || known.containsKey(path)) {
        List<Finding> findings = analysis.of(path);
        boolean open = revision.open().containsKey(path);
        List<Finding> shown = open ? findings : Publisher.shown(revision, path, findings);
        reports.add(report(revision, path, shown, known.remove(path)));
      }
    }
    // What is gone has no findings any more.
    known.forEach((path, id) -> reports.add(report(revision, path, List.of(), id)));
    return new WorkspaceDiagnosticReport(reports);
  }

  private WorkspaceDocumentDiagnosticReport report(
      Revision revision, DocPath path, List<Finding> findings, String previous) {
    List<Diagnostic> items = diagnostics.of(revision, findings);
    String id = id(items);
    String uri = revision.uri(path);
    Integer version = revision.version(path).orElse(null);
    if (id.equals(previous)) {
      return new WorkspaceDocumentDiagnosticReport(
          new WorkspaceUnchangedDocumentDiagnosticReport(id, uri, version));
    }
    WorkspaceFullDocumentDiagnosticReport full =
        new WorkspaceFullDocumentDiagnosticReport(items, uri, version);
    full.setResultId(id);
    return new WorkspaceDocumentDiagnosticReport(full);
  }

  private static String id(List<Diagnostic> items) {
    return Integer.toHexString(items.hashCode()) + "-" + items.size();
  }
}
