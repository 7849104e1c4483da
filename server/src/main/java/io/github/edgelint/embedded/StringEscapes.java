package io.github.edgelint.embedded;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonText;
import java.util.Optional;

/** How a text is written inside a string that exists already. */
enum StringEscapes {
  JSON {
    @Override
    Optional<String> escape(String text) {
      return Optional.of(JsonText.escape(text));
    }
  },
  /** Between {@code "} or {@code """}; the escapes of JSON are escapes of TOML, too. */
  TOML_BASIC {
    @Override
    Optional<String> escape(String text) {
      return Optional.of(JsonText.escape(text).replace("\u007F", "\\u007F"));
    }
  },
  /** Between {@code '} or {@code '''}: nothing can be escaped. */
  TOML_LITERAL {
    @Override
    Optional<String> escape(String text) {
      boolean plain =
          text.chars().allMatch(c -> (c >= ' ' && c != '\'' && c != '\u007F') || c == '\t');
      return plain ? Optional.of(text) : Optional.empty();
    }
  },
  /** The rest of a line. */
  UNIT {
    @Override
    Optional<String> escape(String text) {
      boolean oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && !text.endsWith("\\");
      return oneLine ? Optional.of(text) : Optional.empty();
    }
  };

  abstract Optional<String> escape(String text);

  /** Empty where the string is not one that its notation knows. */
  static Optional<StringEscapes> of(ConfigTree tree, ScalarNode value) {
    if (value.type() != ScalarNode.Type.STRING || tree.isDamaged(value.range())) {
      return Optional.empty();
    }
    if (tree.language() == Language.UNIT) {
      return Optional.of(UNIT);
    }
    if (tree.language() == Language.JSON) {
      return Optional.of(JSON);
    }
    boolean literal = value.quote() == Quote.SINGLE || value.quote() == Quote.TRIPLE_SINGLE;
    return Optional.of(literal ? TOML_LITERAL : TOML_BASIC);
  }
}
