package io.github.edgelint.workspace;

import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * What is wrong with a settings file; that part of it does not count.
 *
 * @param key the dotted name of the key; empty text where the file is no TOML
 * @param range the key of {@link Kind#UNKNOWN_KEY}, else the value
 * @param expected the keys or values that are allowed; of {@link Kind#WRONG_TYPE} the one type; of
 *     {@link Kind#SYNTAX} what the parser expected
 */
public record SettingsProblem(Kind kind, String key, TextRange range, List<String> expected) {

  /** Kinds of problems. */
  public enum Kind {
    SYNTAX,
    UNKNOWN_KEY,
    WRONG_TYPE,
    VALUE_NOT_ALLOWED
  }

  public SettingsProblem {
    expected = List.copyOf(expected);
  }
}
