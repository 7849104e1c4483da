package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;

/** One token of a route. The tokens of a route, joined, are its text. */
public record RouteToken(Kind kind, TextRange range) {

  /** What edgeHub's lexer makes of a stretch of text. */
  public enum Kind {
    SELECT,
    FROM,
    WHERE,
    INTO,
    AND,
    OR,
    NOT,
    TRUE,
    FALSE,
    NULL,
    UNDEFINED,
    /** A text in single or double quotes. */
    STRING,
    /** A quote that nothing closes, with everything it swallows. */
    UNTERMINATED_STRING,
    INTEGER,
    HEXADECIMAL,
    REAL,
    /** A dollar sign and a word: a system property, a query of the body, or a system endpoint. */
    SYSTEM_WORD,
    /** A property, a function, or a part of a path. */
    NAME,
    /** A word with square brackets that does not begin with a dollar sign; it fits nowhere. */
    BRACKET_WORD,
    OPEN_PARENTHESIS,
    CLOSE_PARENTHESIS,
    OPEN_BRACE,
    CLOSE_BRACE,
    COMMA,
    PLUS,
    MINUS,
    STAR,
    SLASH,
    PERCENT,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    CONCATENATE,
    COALESCE,
    BLANK,
    COMMENT,
    /** A character that the language has no use for. */
    SYMBOL;

    /** Whether the parser never sees such a token. */
    public boolean isTrivia() {
      return this == BLANK || this == COMMENT;
    }

    public boolean isKeyword() {
      return switch (this) {
        case SELECT, FROM, WHERE, INTO, AND, OR, NOT -> true;
        default -> false;
      };
    }

    public boolean isNumber() {
      return this == INTEGER || this == HEXADECIMAL || this == REAL;
    }

    /** Whether the text is a word of letters, digits and the like, whatever it means. */
    public boolean isWord() {
      return switch (this) {
        case TRUE, FALSE, NULL, UNDEFINED, SYSTEM_WORD, NAME, BRACKET_WORD -> true;
        case PLUS, MINUS, STAR, PERCENT, CONCATENATE -> true;
        default -> isKeyword() || isNumber();
      };
    }
  }

  public int start() {
    return range.start();
  }

  public int end() {
    return range.end();
  }
}
