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
    text.append(JsonText.quote(value));
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
    text.append(JsonText.quote(value));
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
    text.append(JsonText.quote(name)).append(": ");
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
