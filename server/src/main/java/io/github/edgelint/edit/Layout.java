package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.text.TextRange;

/** The lines and blanks of a file. */
class Layout {

  final ConfigTree tree;
  final String text;

  Layout(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
  }

  String lineBreak() {
    return tree.source().lineBreak();
  }

  /** The blanks at the start of the line that holds an offset. */
  String indentAt(int offset) {
    int start = lineStart(offset);
    return text.substring(start, Math.min(offset, skipBlanks(start)));
  }

  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isLineEnd(at - 1)) {
      at--;
    }
    return at == 0 && text.startsWith("\uFEFF") ? Math.min(1, offset) : at;
  }

  boolean isFirstOnLine(int offset) {
    return skipBlanks(lineStart(offset)) >= offset;
  }

  int skipBlanks(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(at)) {
      at++;
    }
    return at;
  }

  boolean isBlank(int offset) {
    return text.charAt(offset) == ' ' || text.charAt(offset) == '\t';
  }

  boolean isLineEnd(int offset) {
    return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }

  int afterLineEnd(int offset) {
    if (offset >= text.length()) {
      return text.length();
    }
    return text.startsWith("\r\n", offset) ? offset + 2 : offset + 1;
  }

  boolean hasBreak(TextRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (isLineEnd(i)) {
        return true;
      }
    }
    return false;
  }
}
