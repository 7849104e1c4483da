package io.github.edgelint.ide;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.container.CreateOptionsEdits;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.ArrayList;
import java.util.List;

/**
 * Other forms of the create options at a place: object and text in templates, one text and several
 * pieces anywhere.
 */
final class CreateOptionsActions {

  private CreateOptionsActions() {}

  static List<CodeAction> at(Snapshot snapshot, Document document, TextRange selection) {
    List<CodeAction> actions = new ArrayList<>();
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                if (isInside(selection, module.createOptions())) {
                  add(actions, snapshot, document, module);
                }
              }
            });
    return actions;
  }

  private static boolean isInside(TextRange selection, CreateOptions options) {
    for (Member piece : options.pieces()) {
      if (piece.range().touches(selection.start()) && piece.range().touches(selection.end())) {
        return true;
      }
    }
    return false;
  }

  private static void add(
      List<CodeAction> actions, Snapshot snapshot, Document document, Module module) {
    CreateOptionsEdits edits = new CreateOptionsEdits(document, module);
    CreateOptions options = module.createOptions();
    switch (options.form()) {
      case OBJECT -> {
        // Elsewhere the object is a finding, with this as its fix.
        if (document.isTemplate() && isSameInBothForms(snapshot, document, options)) {
          add(actions, "Collapse createOptions to text", document, edits.asText());
        }
      }
      case TEXT, CHUNKS -> {
        if (document.isTemplate() && isSameInBothForms(snapshot, document, options)) {
          add(actions, "Expand createOptions to an object", document, edits.asObject());
        }
        if (options.form() == CreateOptions.Form.CHUNKS) {
          add(actions, "Join createOptions to one text", document, edits.asText());
        }
        add(
            actions,
            "Split createOptions into pieces of 512 characters",
            document,
            edits.asPieces());
      }
      default -> {}
    }
  }

  private static void add(
      List<CodeAction> actions, String title, Document document, List<TextEdit> edits) {
    if (!edits.isEmpty()) {
      List<DocumentEdit> work = List.of(new DocumentEdit(document.path(), edits, false));
      actions.add(
          new CodeAction(
              title, CodeAction.Kind.REWRITE, List.of(), false, new CodeAction.Edits(() -> work)));
    }
  }

  /**
   * Whether no variable holds a quotation mark or a backslash. Values are pasted unescaped, and a
   * text needs one escape more than an object.
   */
  private static boolean isSameInBothForms(
      Snapshot snapshot, Document document, CreateOptions options) {
    TemplateBuild build = TemplateBuild.of(snapshot, document);
    for (Member piece : options.pieces()) {
      String written = piece.value().range().of(document.source().text());
      for (Placeholder variable : Placeholders.templateVariables(written)) {
        TemplateBuild.Variable known = build.variables().get(variable.name());
        if (known != null
            && (known.value().indexOf('"') >= 0 || known.value().indexOf('\\') >= 0)) {
          return false;
        }
      }
    }
    return true;
  }
}
