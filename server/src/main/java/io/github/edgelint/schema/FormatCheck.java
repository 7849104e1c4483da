package io.github.edgelint.schema;

import io.github.edgelint.syntax.ScalarNode;
import java.util.Optional;

/** Knows the formats that our schemas name. */
@FunctionalInterface
public interface FormatCheck {

  /** Knows none, so that nothing is wrong. */
  FormatCheck NONE = (format, text) -> Optional.empty();

  /**
   * What is wrong with a text.
   *
   * @param format the name beside {@code x-edgelint.format}
   * @param text a string without placeholders
   * @return empty when the text has the format, or the format is not one to be judged here; else
   *     what a message says about it, or an empty text
   */
  Optional<String> complaint(String format, ScalarNode text);
}
