package io.github.edgelint.syntax;

/** The three notations that edgelint reads. */
public enum Language {
  JSON,
  TOML,
  UNIT
}
