package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be written at a caret in a route.
 *
 * @param kinds what kinds of things fit; none where nothing sensible does, as inside a comment
 * @param replaced the text that a chosen thing takes the place of: what has been typed of it so
 *     far, and the rest of the same word
 * @param words fixed words that fit, the ones used most first
 * @param module the module that an output or an input belongs to, where it is known
 */
public record Expectation(
    Set<Kind> kinds, TextRange replaced, List<String> words, Optional<String> module) {

  /** Kinds of things that stand in a route. */
  public enum Kind {
    /** One of {@link #words}. */
    WORD,
    /** A whole source, from its first slash on. */
    SOURCE,
    /** The name of a module. */
    MODULE,
    /** The name of an output of {@link #module}. */
    OUTPUT,
    /** The name of an input of {@link #module}. */
    INPUT,
    /** An expression: a property, a value or a call. */
    OPERAND,
    /** A function, as a part of an expression. */
    FUNCTION,
    /** A system property or a query of the body, with its dollar sign. */
    SYSTEM_PROPERTY,
    /** A whole sink. */
    SINK,
    /** The address of an endpoint with its quotes. */
    ADDRESS
  }

  public Expectation {
    kinds = Set.copyOf(kinds);
    words = List.copyOf(words);
  }

  static Expectation nothing(int offset) {
    return new Expectation(Set.of(), TextRange.at(offset), List.of(), Optional.empty());
  }

  static Expectation words(TextRange replaced, String... words) {
    return new Expectation(Set.of(Kind.WORD), replaced, List.of(words), Optional.empty());
  }

  static Expectation of(TextRange replaced, Kind... kinds) {
    return new Expectation(Set.of(kinds), replaced, List.of(), Optional.empty());
  }
}
