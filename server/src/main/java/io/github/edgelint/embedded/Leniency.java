package io.github.edgelint.embedded;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * Something that Json.NET reads although JSON does not know it.
 *
 * @param range the place in the text that was read
 * @param strict what says the same in JSON; empty where JSON cannot say it
 */
public record Leniency(Form form, TextRange range, Optional<TextEdit> strict) {

  /** What Json.NET allows (JamesNK/Newtonsoft.Json:Src/Newtonsoft.Json/JsonTextReader.cs). */
  public enum Form {
    UNQUOTED_NAME("an unquoted name"),
    SINGLE_QUOTES("single quotes"),
    COMMENT("a comment"),
    TRAILING_COMMA("a trailing comma"),
    NUMBER("a hexadecimal, octal or shortened number"),
    WORD("`NaN`, `Infinity` or `undefined`"),
    ESCAPE("the escape `\\'`"),
    CONTROL_CHARACTER("a raw line break or control character in a text"),
    BLANK("a blank that JSON does not know");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** The form in words, such as {@code a trailing comma}. */
    public String words() {
      return words;
    }
  }
}
