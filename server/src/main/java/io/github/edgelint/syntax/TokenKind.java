package io.github.edgelint.syntax;

/** What a piece of a file is. Every code unit of a file belongs to exactly one token. */
public enum TokenKind {
  BYTE_ORDER_MARK,
  WHITESPACE,
  LINE_BREAK,
  COMMENT,
  /** Brackets, braces, comma, colon, equals sign, dot between keys. */
  PUNCTUATION,
  /** A quoted text, its quotes included, terminated or not. */
  STRING,
  /** A number, date, time or bare word: a value without quotes. */
  LITERAL,
  /** A key without quotes. */
  BARE_KEY,
  /** A backslash and line end that joins two lines of a unit file. */
  CONTINUATION,
  /** Text that no rule of the notation allows here. */
  ERROR
}
