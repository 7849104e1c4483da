package io.github.edgelint.rules;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
  private final Set<String> names;

  private Message(String text, Set<String> names) {
    this.text = text;
    this.names = names;
  }

  /**
   * A sentence with its arguments.
   *
   * @param template the sentence with {@code {name}} for arguments
   * @param namesAndValues name, value, name, value, …
   */
  public static Message of(String template, Object... namesAndValues) {
    if (namesAndValues.length == 0) {
      return new Message(template, Set.of());
    }
    Map<String, String> arguments = new HashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      arguments.put(
          namesAndValues[i].toString(), Printable.of(namesAndValues[i + 1].toString(), LONGEST));
    }
    return filled(template, arguments);
  }

  private static Message filled(String template, Map<String, String> arguments) {
    Set<String> names = new TreeSet<>();
    StringBuilder text = new StringBuilder(template.length() + 64);
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
      int close = template.indexOf('}', open);
      String value = close < 0 ? null : arguments.get(template.substring(open + 1, close));
      int next = value == null ? open + 1 : close + 1;
      text.append(template, done, value == null ? next : open);
      if (value != null) {
        text.append(value);
        if (template.startsWith("`", open - 1) && template.startsWith("`", next)) {
          names.add(value);
        }
      }
      done = next;
    }
    return new Message(text.append(template, done, template.length()).toString(), names);
  }

  /** The sentence as people read it. */
  public String text() {
    return text;
  }

  /**
   * The arguments that stand in backticks, sorted: names and values of the file, no words of ours.
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
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
