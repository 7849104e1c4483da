package io.github.edgelint.rules;

import java.util.HashMap;
import java.util.Map;

/**
 * One sentence, put together of a template and named arguments.
 *
 * <p>Arguments come from files of the user. They are printed masked where they hold a password or a
 * key, on one line, with invisible characters spelt out and not longer than {@link #LONGEST} code
 * units.
 */
public final class Message {

  /** Longer arguments are cut, with an ellipsis. */
  public static final int LONGEST = 120;

  private final String text;

  private Message(String text) {
    this.text = text;
  }

  /**
   * A sentence with its arguments.
   *
   * @param template the sentence with {@code {name}} for arguments
   * @param namesAndValues name, value, name, value, …
   */
  public static Message of(String template, Object... namesAndValues) {
    if (namesAndValues.length == 0) {
      return new Message(template);
    }
    Map<String, String> arguments = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      arguments.put(
          namesAndValues[i].toString(), Printable.of(namesAndValues[i + 1].toString(), LONGEST));
    }
    return new Message(filled(template, arguments));
  }

  private static String filled(String template, Map<String, String> arguments) {
    StringBuilder text = new StringBuilder(template.length() + 64);
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
      int close = template.indexOf('}', open);
      String value = close < 0 ? null : arguments.get(template.substring(open + 1, close));
      int next = value == null ? open + 1 : close + 1;
      text.append(template, done, value == null ? next : open);
      if (value != null) {
        text.append(value);
      }
      done = next;
    }
    return text.append(template, done, template.length()).toString();
  }

  /** The sentence as people read it. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message && message.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
