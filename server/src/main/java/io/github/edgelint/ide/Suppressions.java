package io.github.edgelint.ide;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** Writes the comment that keeps one finding quiet. */
final class Suppressions {

  private Suppressions() {}

  /** The comment on a line of its own above the finding; empty where comments are not allowed. */
  static Optional<DocumentEdit> edit(Snapshot snapshot, Finding finding) {
    Document document = finding.document();
    Settings settings = snapshot.settingsOf(document.path());
    boolean aboutEdgelint = finding.rule().group().equals("9xx");
    if (aboutEdgelint || document.problem().isPresent() || !hasComments(document, settings)) {
      return Optional.empty();
    }
    ConfigTree tree = document.tree();
    int line = firstLine(tree, finding.range().start());
    int start = tree.source().lines().lineStart(line);
    if (start == 0 && tree.source().hasByteOrderMark()) {
      start = 1;
    }
    String mark = tree.language() == Language.JSON ? "//" : "#";
    String reason = settings.requiresReason() ? " reason" : "";
    String comment =
        indentation(tree.text(), start)
            + mark
            + " edgelint: ignore["
            + finding.code()
            + "]"
            + reason
            + tree.source().lineBreak();
    return Optional.of(
        new DocumentEdit(document.path(), List.of(TextEdit.insert(start, comment)), false));
  }

  private static boolean hasComments(Document document, Settings settings) {
    return document.tree().language() != Language.JSON || settings.allowsJsonComments();
  }

  /** The line above which a comment can stand: not inside a text, not between joined lines. */
  private static int firstLine(ConfigTree tree, int offset) {
    LineIndex lines = tree.source().lines();
    Tokens tokens = tree.tokens();
    int line = lines.lineOf(offset);
    while (line > 0) {
      int start = lines.lineStart(line);
      int before = tokens.indexAt(start - 1);
      boolean inside = tokens.start(before) < start && tokens.end(before) > start;
      boolean joined = tokens.kind(before) == TokenKind.CONTINUATION;
      if (!inside && !joined) {
        break;
      }
      line = lines.lineOf(tokens.start(before));
    }
    return line;
  }

  private static String indentation(String text, int lineStart) {
    int end = lineStart;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(lineStart, end);
  }
}
