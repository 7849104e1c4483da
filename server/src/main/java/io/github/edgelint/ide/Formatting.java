package io.github.edgelint.ide;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Lays out a JSON file, comments included. Nothing but white space between tokens changes.
 *
 * <p>An object or array that its author wrote on one line stays on one line; in any other each
 * member gets a line of its own. One empty line between members is kept, more are not.
 */
public final class Formatting {

  /**
   * How a file is laid out.
   *
   * @param indent one step of indentation
   * @param finalLineBreak whether the file ends with a line break, even where it does not yet
   */
  public record Options(String indent, boolean finalLineBreak) {}

  private final Tokens tokens;
  private final String text;
  private final Options options;
  private final String lineBreak;
  private final List<String> lineStarts = new ArrayList<>();
  private final BitSet broken = new BitSet();
  private final List<TextEdit> edits = new ArrayList<>();

  private Formatting(ConfigTree tree, Options options) {
    this.tokens = tree.tokens();
    this.text = tree.text();
    this.options = options;
    this.lineBreak = tree.source().lineBreak();
  }

  /**
   * The edits that lay out a part of a document. None where it is no JSON file of ours, or has
   * syntax errors: what its author meant is not known then.
   */
  public static List<TextEdit> of(Document document, Options options, TextRange part) {
    if (document.kind() == DocumentKind.OTHER
        || document.tree().language() != Language.JSON
        || document.tree().hasSyntaxErrors()) {
      return List.of();
    }
    Formatting formatting = new Formatting(document.tree(), options);
    formatting.findBrokenContainers();
    formatting.format();
    return formatting.edits.stream().filter(edit -> edit.range().intersects(part)).toList();
  }

  /** Finds the brackets between which a line ends, by the index of the opening one. */
  private void findBrokenContainers() {
    int[] open = new int[ConfigTree.MAX_DEPTH + 1];
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isOpening(i)) {
        open[depth++] = i;
      } else if (isClosing(i) && depth > 0) {
        int start = open[--depth];
        if (broken.get(start) && depth > 0) {
          broken.set(open[depth - 1]);
        }
      } else if (depth > 0 && hasLineBreak(i)) {
        broken.set(open[depth - 1]);
      }
    }
  }

  private void format() {
    int[] open = new int[ConfigTree.MAX_DEPTH + 1];
    int depth = 0;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (isBlank(i)) {
        continue;
      }
      int container = depth == 0 ? -1 : open[depth - 1];
      if (isClosing(i) && depth > 0) {
        depth--;
      }
      between(last, i, container, depth);
      if (isOpening(i)) {
        open[depth++] = i;
      }
      last = i;
    }
    end(last);
  }

  /**
   * The white space between two tokens.
   *
   * @param last −1 at the start of the file
   * @param container the opening bracket around both; −1 outside of all
   * @param depth how far the next token is indented where it starts a line
   */
  private void between(int last, int next, int container, int depth) {
    TextRange gap = new TextRange(last < 0 ? 0 : tokens.end(last), tokens.start(next));
    if (last < 0 || tokens.kind(last) == TokenKind.BYTE_ORDER_MARK) {
      put(gap, "");
      return;
    }
    char before = mark(last);
    char behind = mark(next);
    boolean comment = isComment(last) || isComment(next);
    boolean lines = container >= 0 && broken.get(container);
    if (isLineComment(last) || (comment && hasLineBreak(gap))) {
      put(gap, line(gap, depth));
    } else if (closes(behind) && lines && !opens(before)) {
      put(gap, line(TextRange.at(0), depth));
    } else if (comment) {
      put(gap, behind == ',' ? "" : " ");
    } else if (behind == ',' || behind == ':' || (opens(before) && closes(behind))) {
      put(gap, "");
    } else if (before == ':' || (before == ',' && !lines)) {
      put(gap, " ");
    } else if (lines) {
      put(gap, line(opens(before) ? TextRange.at(0) : gap, depth));
    } else {
      put(gap, gap.isEmpty() ? "" : " ");
    }
  }

  /** A line break, an empty line where the gap has one, and the indentation. */
  private String line(TextRange gap, int depth) {
    while (lineStarts.size() <= depth) {
      lineStarts.add(lineBreak + options.indent().repeat(lineStarts.size()));
    }
    String start = lineStarts.get(depth);
    return lineBreaks(gap) > 1 ? lineBreak + start : start;
  }

  private void end(int last) {
    TextRange gap = new TextRange(last < 0 ? 0 : tokens.end(last), text.length());
    boolean ends = last >= 0 && (options.finalLineBreak() || hasLineBreak(gap));
    put(gap, ends ? lineBreak : "");
  }

  /** Gives a gap these blanks: an edit of no more than what differs. */
  private void put(TextRange gap, String blanks) {
    String old = gap.of(text);
    if (old.equals(blanks)) {
      return;
    }
    int most = Math.min(old.length(), blanks.length());
    int start = 0;
    while (start < most && old.charAt(start) == blanks.charAt(start)) {
      start++;
    }
    if (isWithinLineBreak(old, start) || isWithinLineBreak(blanks, start)) {
      start--;
    }
    int end = 0;
    while (end < most - start
        && old.charAt(old.length() - 1 - end) == blanks.charAt(blanks.length() - 1 - end)) {
      end++;
    }
    if (isWithinLineBreak(old, old.length() - end)
        || isWithinLineBreak(blanks, blanks.length() - end)) {
      end--;
    }
    edits.add(
        new TextEdit(
            new TextRange(gap.start() + start, gap.end() - end),
            blanks.substring(start, blanks.length() - end)));
  }

  private static boolean isWithinLineBreak(String blanks, int at) {
    return at > 0
        && at < blanks.length()
        && blanks.charAt(at - 1) == '\r'
        && blanks.charAt(at) == '\n';
  }

  // --- tokens ------------------------------------------------------------------------------

  private boolean isBlank(int token) {
    TokenKind kind = tokens.kind(token);
    return kind == TokenKind.WHITESPACE || kind == TokenKind.LINE_BREAK;
  }

  private boolean isComment(int token) {
    return tokens.kind(token) == TokenKind.COMMENT;
  }

  private boolean isLineComment(int token) {
    return isComment(token) && text.startsWith("//", tokens.start(token));
  }

  private boolean isOpening(int token) {
    return opens(mark(token));
  }

  private boolean isClosing(int token) {
    return closes(mark(token));
  }

  private static boolean opens(char mark) {
    return mark == '{' || mark == '[';
  }

  private static boolean closes(char mark) {
    return mark == '}' || mark == ']';
  }

  /** The bracket, comma or colon that a token is; a blank for any other. */
  private char mark(int token) {
    return tokens.kind(token) == TokenKind.PUNCTUATION ? text.charAt(tokens.start(token)) : ' ';
  }

  /** Whether a line ends in a token; no text goes over several in a file without errors. */
  private boolean hasLineBreak(int token) {
    TokenKind kind = tokens.kind(token);
    return kind == TokenKind.LINE_BREAK
        || (kind == TokenKind.COMMENT && hasLineBreak(tokens.range(token)));
  }

  private boolean hasLineBreak(TextRange range) {
    return lineBreaks(range) > 0;
  }

  private int lineBreaks(TextRange range) {
    int count = 0;
    for (int i = range.start(); i < range.end(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\r\n", i))) {
        count++;
      }
    }
    return count;
  }
}
