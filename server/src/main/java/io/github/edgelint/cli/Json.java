package io.github.edgelint.cli;

import io.github.edgelint.syntax.json.JsonText;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes JSON, indented, member by member. */
final class Json {

  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();

  /** An object or array that is not closed yet. */
  private static final class Open {
    private final char close;
    private boolean filled;

    Open(char close) {
      this.close = close;
    }
  }

  /** A text in quotes; what cannot be seen, or turns text around, is spelt out. */
  static String quote(String text) {
    String quoted = JsonText.quote(text);
    StringBuilder visible = null;
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c > '~' && (Character.getType(c) == Character.FORMAT || Character.isISOControl(c))) {
        visible = visible == null ? new StringBuilder(quoted.substring(0, i)) : visible;
        visible.append(String.format("\\u%04x", (int) c));
      } else if (visible != null) {
        visible.append(c);
      }
    }
    return visible == null ? quoted : visible.toString();
  }

  /** Starts an object: the document, or an item of an array. */
  Json object() {
    separate();
    return start('{', '}');
  }

  /** Starts a document that is an array. */
  Json items() {
    return start('[', ']');
  }

  Json object(String name) {
    name(name);
    return start('{', '}');
  }

  Json array(String name) {
    name(name);
    return start('[', ']');
  }

  Json member(String name, String value) {
    name(name);
    text.append(quote(value));
    return this;
  }

  Json member(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  Json member(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /** A text as item of an array. */
  Json item(String value) {
    separate();
    text.append(quote(value));
    return this;
  }

  /** Ends what was started last. */
  Json end() {
    Open closed = open.pop();
    if (closed.filled) {
      line();
    }
    text.append(closed.close);
    return this;
  }

  private Json start(char opening, char closing) {
    text.append(opening);
    open.push(new Open(closing));
    return this;
  }

  private void name(String name) {
    separate();
    text.append(quote(name)).append(": ");
  }

  private void separate() {
    Open parent = open.peek();
    if (parent != null) {
      text.append(parent.filled ? "," : "");
      parent.filled = true;
      line();
    }
  }

  private void line() {
    text.append('\n').append("  ".repeat(open.size()));
  }

  /** The document with a line end. */
  @Override
  public String toString() {
    return text + "\n";
  }
}
