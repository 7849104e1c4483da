package io.github.edgelint.ide;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
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

  private final ConfigTree tree;
  private final Tokens tokens;
  private final String text;
  private final Options options;
  private final BitSet broken = new BitSet();
  private final List<TextEdit> edits = new ArrayList<>();

  private Formatting(ConfigTree tree, Options options) {
    this.tree = tree;
    this.tokens = tree.tokens();
    this.text = tree.text();
    this.options = options;
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
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isOpening(i)) {
        open.push(i);
      } else if (isClosing(i) && !open.isEmpty()) {
        int start = open.pop();
        if (broken.get(start) && !open.isEmpty()) {
          broken.set(open.peek());
        }
      } else if (!open.isEmpty() && hasLineBreak(tokens.range(i))) {
        broken.set(open.peek());
      }
    }
  }

  private void format() {
    Deque<Integer> open = new ArrayDeque<>();
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (isBlank(i)) {
        continue;
      }
      boolean closing = isClosing(i) && !open.isEmpty();
      int container = open.isEmpty() ? -1 : open.peek();
      if (closing) {
        open.pop();
      }
      between(last, i, container, open.size());
      if (isOpening(i)) {
        open.push(i);
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
    boolean comment = isComment(last) || isComment(next);
    boolean lines = container >= 0 && broken.get(container);
    if (isLineComment(last) || (comment && hasLineBreak(gap))) {
      put(gap, line(gap, depth));
    } else if (isClosing(next) && lines && !isOpening(last)) {
      put(gap, line(TextRange.at(0), depth));
    } else if (comment) {
      put(gap, isMark(next, ',') ? "" : " ");
    } else if (isMark(next, ',') || isMark(next, ':') || (isOpening(last) && isClosing(next))) {
      put(gap, "");
    } else if (isMark(last, ':') || (isMark(last, ',') && !lines)) {
      put(gap, " ");
    } else if (lines) {
      put(gap, line(isOpening(last) ? TextRange.at(0) : gap, depth));
    } else {
      put(gap, gap.isEmpty() ? "" : " ");
    }
  }

  /** A line break, an empty line where the gap has one, and the indentation. */
  private String line(TextRange gap, int depth) {
    String lineBreak = tree.source().lineBreak();
    boolean emptyLine = lineBreaks(gap) > 1;
    return lineBreak + (emptyLine ? lineBreak : "") + options.indent().repeat(depth);
  }

  private void end(int last) {
    TextRange gap = new TextRange(last < 0 ? 0 : tokens.end(last), text.length());
    boolean ends = last >= 0 && (options.finalLineBreak() || hasLineBreak(gap));
    put(gap, ends ? tree.source().lineBreak() : "");
  }

  private void put(TextRange gap, String blanks) {
    if (!gap.of(text).equals(blanks)) {
      edits.add(new TextEdit(gap, blanks));
    }
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
    return isMark(token, '{') || isMark(token, '[');
  }

  private boolean isClosing(int token) {
    return isMark(token, '}') || isMark(token, ']');
  }

  private boolean isMark(int token, char mark) {
    return tokens.kind(token) == TokenKind.PUNCTUATION && text.charAt(tokens.start(token)) == mark;
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
