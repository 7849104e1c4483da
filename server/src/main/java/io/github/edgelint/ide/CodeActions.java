package io.github.edgelint.ide;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Related;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be done at a place: first about its findings, the best of it first. */
public final class CodeActions {

  private CodeActions() {}

  /**
   * The actions for a document of the snapshot.
   *
   * @param analysis of the same snapshot
   */
  public static List<CodeAction> at(
      Snapshot snapshot, Analysis analysis, Document document, CodeActionQuery query) {
    List<Finding> all = analysis.of(document.path());
    List<CodeAction> actions = new ArrayList<>();
    if (query.wants(CodeAction.Kind.QUICK_FIX)) {
      List<Finding> here = query.select(all);
      for (Finding finding : here) {
        addFixes(actions, finding, finding.fixes(), here.size() == 1);
      }
      addFixesFromElsewhere(actions, document, query, all);
      for (Finding finding : here) {
        Suppressions.edit(snapshot, finding)
            .ifPresent(edit -> actions.add(suppress(finding, edit)));
      }
      if (query.explanations()) {
        addExplanations(actions, here);
      }
    }
    if (query.wants(CodeAction.Kind.REWRITE)) {
      actions.addAll(CreateOptionsActions.at(snapshot, document, query.range()));
    }
    if (query.wants(CodeAction.Kind.FIX_ALL)) {
      fixAll(snapshot, document, all).ifPresent(actions::add);
    }
    if (query.wants(CodeAction.Kind.PROXY)) {
      addProxy(actions, snapshot, document);
    }
    return actions;
  }

  private static void addFixes(
      List<CodeAction> actions, Finding finding, List<Fix> fixes, boolean mayBePreferred) {
    boolean first = true;
    for (Fix fix : fixes) {
      Optional<CodeAction.Work> work = work(fix);
      if (work.isPresent()) {
        boolean preferred = first && mayBePreferred && fix.applicability() == Applicability.SAFE;
        actions.add(
            new CodeAction(
                fix.title(), CodeAction.Kind.QUICK_FIX, List.of(finding), preferred, work.get()));
        first = false;
      }
    }
  }

  /** Fixes of findings that speak of this place, too, and change it. */
  private static void addFixesFromElsewhere(
      List<CodeAction> actions, Document document, CodeActionQuery query, List<Finding> all) {
    for (Finding finding : all) {
      List<Related> places = query.selectRelated(finding, document);
      if (!places.isEmpty()) {
        List<Fix> fixes =
            finding.fixes().stream()
                .filter(fix -> places.stream().anyMatch(place -> changes(fix, place)))
                .toList();
        addFixes(actions, finding, fixes, false);
      }
    }
  }

  private static boolean changes(Fix fix, Related place) {
    for (DocumentEdit edit : fix.edits()) {
      if (edit.path().equals(place.document().path())
          && edit.edits().stream().anyMatch(each -> each.range().intersects(place.range()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<CodeAction.Work> work(Fix fix) {
    if (fix.rename().isPresent()) {
      Fix.Rename rename = fix.rename().get();
      return Optional.of(new CodeAction.RenameFile(rename.from(), rename.to()));
    }
    return fix.isPossible() ? Optional.of(new CodeAction.Edits(fix::edits)) : Optional.empty();
  }

  private static CodeAction suppress(Finding finding, DocumentEdit edit) {
    return new CodeAction(
        "Suppress " + finding.code() + " here with a comment",
        CodeAction.Kind.QUICK_FIX,
        List.of(finding),
        false,
        new CodeAction.Edits(() -> List.of(edit)));
  }

  private static void addExplanations(List<CodeAction> actions, List<Finding> findings) {
    Set<String> codes = new LinkedHashSet<>();
    for (Finding finding : findings) {
      if (codes.add(finding.code())) {
        actions.add(
            new CodeAction(
                "Explain " + finding.code(),
                CodeAction.Kind.QUICK_FIX,
                List.of(finding),
                false,
                new CodeAction.Explain(finding.code())));
      }
    }
  }

  private static Optional<CodeAction> fixAll(
      Snapshot snapshot, Document document, List<Finding> all) {
    List<Finding> fixable = all.stream().filter(FixAll::isFixable).toList();
    return fixable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CodeAction(
                "Fix all that edgelint is sure of in this file",
                CodeAction.Kind.FIX_ALL,
                fixable,
                false,
                new CodeAction.Edits(() -> FixAll.edits(snapshot, document))));
  }

  /** What a client with a checklist does for the devices that the document belongs to. */
  private static void addProxy(List<CodeAction> actions, Snapshot snapshot, Document document) {
    if (document.kind() == DocumentKind.OTHER || document.kind() == DocumentKind.SETTINGS) {
      return;
    }
    List<Device> devices = snapshot.devicesOf(document);
    for (Device device : devices) {
      String shown = devices.size() == 1 ? "this device" : device.name();
      actions.add(
          proxy("Set the proxy for " + shown + "…", new CodeAction.SetProxy(device.name())));
      actions.add(
          proxy(
              "Show the proxy checklist of " + shown, new CodeAction.ShowChecklist(device.name())));
    }
  }

  private static CodeAction proxy(String title, CodeAction.Work work) {
    return new CodeAction(title, CodeAction.Kind.PROXY, List.of(), false, work);
  }
}
