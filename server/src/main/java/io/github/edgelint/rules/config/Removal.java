package io.github.edgelint.rules.config;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** Takes settings out of a file. */
final class Removal {

  private Removal() {}

  /** The edits that remove all of the members; none where one of them cannot go. */
  static List<TextEdit> of(Document document, List<Member> members) {
    TomlEditor editor = new TomlEditor(document.tree());
    List<TextEdit> edits = new ArrayList<>();
    for (Member member : members) {
      List<TextEdit> removal = editor.remove(member);
      if (removal.isEmpty() || conflict(edits, removal)) {
        return List.of();
      }
      edits.addAll(removal);
    }
    return edits;
  }

  private static boolean conflict(List<TextEdit> edits, List<TextEdit> more) {
    return edits.stream().anyMatch(edit -> more.stream().anyMatch(edit::conflictsWith));
  }
}
