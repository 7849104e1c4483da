package io.github.edgelint.schema;

import java.util.regex.Pattern;

/** A regular expression that is compiled when it is first needed: most are not, in a short run. */
final class Regex {

  private final String source;
  private Pattern compiled;

  Regex(String source) {
    this.source = source;
  }

  /** Whether a text contains what the expression describes. */
  // A race compiles twice, which is harmless.
  boolean isFoundIn(String text) {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(source);
      compiled = known;
    }
    return known.matcher(text).find();
  }

  @Override
  public String toString() {
    return source;
  }
}
