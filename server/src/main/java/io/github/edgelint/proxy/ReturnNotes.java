package io.github.edgelint.proxy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comments that tell, at the end of lines of a {@code config.toml}, what these are without the
 * proxy: another value, a comment, or nothing. They are left where the file alone would not tell,
 * and followed when the proxy goes.
 */
final class ReturnNotes {

  private static final String NOTE = "# without the proxy: ";
  private static final String NOTHING = "nothing";
  private static final String A_COMMENT = "a comment";

  private ReturnNotes() {}

  /** Whether a line tells that it comes and goes with the proxy. */
  static boolean areIn(ConfigTree tree) {
    return tree.comments().stream()
        .map(comment -> noted(tree, comment))
        .anyMatch(note -> note.equals(NOTHING) || note.equals(A_COMMENT) || note.startsWith("#"));
  }

  /** Whether a value of {@code [agent.env]} tells which one stood there before. */
  static boolean isAt(EnvVariable variable, ConfigTree tree) {
    return behind(variable, tree).stripLeading().startsWith(NOTE);
  }

  /** Tells behind a value that is about to be replaced which one it was. */
  static List<TextEdit> ofValue(EnvVariable variable, ConfigTree tree) {
    String behind = behind(variable, tree);
    boolean free = behind.isBlank() || behind.stripLeading().startsWith("#");
    return free && !isAt(variable, tree)
        ? List.of(
            TextEdit.insert(
                variable.node().range().end(),
                " " + NOTE + variable.node().range().of(tree.text())))
        : List.of();
  }

  /** What follows on the line of a value. */
  private static String behind(EnvVariable variable, ConfigTree tree) {
    LineIndex lines = tree.source().lines();
    int end = variable.node().range().end();
    return new TextRange(end, lines.lineEnd(lines.lineOf(end))).of(tree.text());
  }

  /**
   * The text with a note at each line that is new or was a comment, but for those of the proxy
   * itself.
   */
  static String left(String before, String after) {
    LineIndex lines = new LineIndex(after);
    List<String> old = before.lines().toList();
    List<String> now = new ArrayList<>();
    for (int i = 0; i < lines.lineCount(); i++) {
      now.add(lines.line(i).of(after));
    }
    List<TextEdit> edits = new ArrayList<>();
    List<AbstractDelta<String>> deltas = DiffUtils.diff(old, now).getDeltas();
    List<String> gone =
        deltas.stream()
            .flatMap(delta -> delta.getSource().getLines().stream())
            .map(String::strip)
            .toList();
    for (AbstractDelta<String> delta : deltas) {
      int first = delta.getTarget().getPosition();
      for (int i = first; i < first + delta.getTarget().size(); i++) {
        String line = now.get(i);
        boolean free = !line.isBlank() && line.indexOf('#') < 0;
        if (free && ProxyVariable.ofAnyCase(name(line)).isEmpty()) {
          edits.add(TextEdit.insert(lines.lineEnd(i), " " + NOTE + without(line.strip(), gone)));
        }
      }
    }
    return TextEdit.apply(after, edits);
  }

  private static String without(String line, List<String> gone) {
    if (gone.contains("# " + line)) {
      return A_COMMENT;
    }
    String name = name(line);
    return gone.stream()
        .filter(old -> old.startsWith("#") && name(old.replaceFirst("^#+\\s*", "")).equals(name))
        .findFirst()
        .orElse(NOTHING);
  }

  /** The key of a line, without quotes; a header as a whole. */
  private static String name(String line) {
    return line.replaceFirst("=.*", "").replaceAll("[\"']", "").strip();
  }

  /** Follows the last note that is left, so that keys go before their header. */
  static List<TextEdit> followed(ConfigTree tree) {
    for (int i = tree.comments().size() - 1; i >= 0; i--) {
      Comment comment = tree.comments().get(i);
      String note = noted(tree, comment);
      if (!note.isEmpty()) {
        return follow(tree, comment, note);
      }
    }
    return List.of();
  }

  private static List<TextEdit> follow(ConfigTree tree, Comment comment, String note) {
    String text = tree.text();
    LineIndex lines = tree.source().lines();
    int line = lines.lineOf(comment.range().start());
    TextRange code = new TextRange(lines.lineStart(line), comment.range().start());
    int end = code.start() + code.of(text).stripTrailing().length();
    TextEdit forgotten = TextEdit.delete(new TextRange(end, lines.lineEnd(line)));
    if (note.equals(A_COMMENT)) {
      return List.of(TextEdit.insert(code.start(), "# "), forgotten);
    }
    if (note.startsWith("#")) {
      return List.of(new TextEdit(new TextRange(code.start(), lines.lineEnd(line)), note));
    }
    if (note.equals(NOTHING)) {
      boolean header = code.of(text).stripLeading().startsWith("[");
      return header && holdsKeys(text, lines, line)
          ? List.of(forgotten)
          : List.of(TextEdit.delete(withBlankLine(text, lines, line, header)));
    }
    return value(text, new TextRange(code.start(), end), comment)
        .map(List::of)
        .orElse(List.of(forgotten));
  }

  /** The value that stood there, and what follows it on its line. */
  private static Optional<TextEdit> value(String text, TextRange code, Comment comment) {
    int equals = code.of(text).indexOf('=');
    int start = comment.range().start() + NOTE.length();
    String literal = comment.range().of(text).substring(NOTE.length());
    int close = literal.isEmpty() ? -1 : literal.indexOf(literal.charAt(0), 1);
    boolean quoted = literal.startsWith("\"") || literal.startsWith("'");
    return equals < 0 || close < 0 || !quoted
        ? Optional.empty()
        : Optional.of(
            new TextEdit(
                new TextRange(code.start() + equals + 1, start + close + 1),
                blanksAfter(code.of(text), equals) + literal.substring(0, close + 1)));
  }

  private static String blanksAfter(String line, int equals) {
    int end = equals + 1;
    while (end < line.length() && line.charAt(end) == ' ') {
      end++;
    }
    return line.substring(equals + 1, end);
  }

  /** Whether keys stand between this header and the next one. */
  private static boolean holdsKeys(String text, LineIndex lines, int header) {
    for (int i = header + 1; i < lines.lineCount(); i++) {
      String line = lines.line(i).of(text).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        return !line.startsWith("[");
      }
    }
    return false;
  }

  /** A line; a header with the blank line that parts it from others. */
  private static TextRange withBlankLine(String text, LineIndex lines, int line, boolean header) {
    TextRange own = new TextRange(lines.lineStart(line), lines.lineEndWithBreak(line));
    boolean above = line == 0 || lines.line(line - 1).of(text).isBlank();
    if (!header || !above) {
      return own;
    }
    boolean last = text.substring(own.end()).isBlank();
    if (last) {
      return new TextRange(lines.lineStart(Math.max(0, line - 1)), own.end());
    }
    boolean below = lines.line(line + 1).of(text).isBlank();
    return below ? new TextRange(own.start(), lines.lineEndWithBreak(line + 1)) : own;
  }

  private static String noted(ConfigTree tree, Comment comment) {
    String text = comment.range().of(tree.text());
    return text.startsWith(NOTE) ? text.substring(NOTE.length()).strip() : "";
  }
}
