package io.github.edgelint.schema;

import java.util.function.Predicate;

/**
 * How the reader of a document reads it, as far as a schema cannot say.
 *
 * @param ignoreCase whether the reader takes a key in any letter case for the one it knows
 * @param isPlaceholder whether something else will replace (a part of) this text of a key or
 *     string, so that it is not to be judged
 * @param formats judges the texts that have a format
 */
public record CheckOptions(
    boolean ignoreCase, Predicate<String> isPlaceholder, FormatCheck formats) {

  /** Letter case counts, nothing is a placeholder, no formats. */
  public static final CheckOptions STRICT =
      new CheckOptions(false, text -> false, FormatCheck.NONE);

  public CheckOptions withIgnoreCase(boolean ignore) {
    return new CheckOptions(ignore, isPlaceholder, formats);
  }

  public CheckOptions withPlaceholders(Predicate<String> predicate) {
    return new CheckOptions(ignoreCase, predicate, formats);
  }

  public CheckOptions withFormats(FormatCheck check) {
    return new CheckOptions(ignoreCase, isPlaceholder, check);
  }
}
