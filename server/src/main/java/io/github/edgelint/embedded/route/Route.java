package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.Recent;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A route of {@code $edgeHub}, read as edgeHub reads it, and as far as it can be read where edgeHub
 * gives up. Immutable; ranges are UTF-16 offsets of the text.
 */
public final class Route {

  /** No text in a twin is long enough for so many. */
  private static final int MAX_TOKENS = 4096;

  private static final char MASK = 'x';

  /**
   * Most of the routes of a text that changes are as before, and a mend is judged by the route it
   * makes: the last ones that were read are kept.
   */
  private static final int KEPT = 500;

  private static final int LONGEST_KEPT = 1000;

  private static final Recent<Reading, Route> READ = new Recent<>(KEPT);

  private record Reading(String text, List<TextRange> placeholders) {}

  private final String text;
  private final List<TextRange> placeholders;
  private final List<RouteToken> tokens;
  private final Optional<RouteSource> source;
  private final Optional<Condition> condition;
  private final Optional<RouteSink> sink;
  private final Optional<TextRange> into;
  private final int end;
  private final List<RouteProblem> problems;
  private final boolean readable;
  private List<ConditionProblem> conditionProblems;

  private Route(String text, List<TextRange> placeholders) {
    this.text = text;
    this.placeholders = placeholders;
    this.tokens = RouteLexer.tokens(masked(text, placeholders));
    RouteCursor cursor = new RouteCursor(text, tokens, placeholders);
    RouteParser parser = new RouteParser(cursor);
    if (cursor.size() <= MAX_TOKENS) {
      parser.parse();
    }
    this.source = parser.source();
    this.condition = cursor.hasGivenUp() ? Optional.empty() : parser.condition();
    this.sink = parser.sink();
    this.into = parser.into();
    this.end = parser.end();
    boolean known = placeholders.isEmpty() && !cursor.hasGivenUp();
    this.problems = known ? List.copyOf(cursor.problems()) : List.of();
    this.readable = parser.sink().isPresent() && cursor.problems().isEmpty();
  }

  /** Reads any text as a route. */
  public static Route parse(String text) {
    return parse(text, List.of());
  }

  /**
   * Reads any text as a route of which some parts are not known yet.
   *
   * @param placeholders where text stands that something else has to replace; each is read as a
   *     part of a name, and has no problem
   */
  public static Route parse(String text, List<TextRange> placeholders) {
    List<TextRange> unknown = List.copyOf(placeholders);
    if (text.length() > LONGEST_KEPT) {
      return new Route(text, unknown);
    }
    return READ.get(new Reading(text, unknown), reading -> new Route(text, unknown));
  }

  private static String masked(String text, List<TextRange> placeholders) {
    if (placeholders.isEmpty()) {
      return text;
    }
    char[] masked = text.toCharArray();
    for (TextRange placeholder : placeholders) {
      int end = Math.min(placeholder.end(), masked.length);
      for (int i = placeholder.start(); i < end; i++) {
        masked[i] = MASK;
      }
    }
    return new String(masked);
  }

  public String text() {
    return text;
  }

  /** All tokens, blanks and comments too; joined, they are the text. */
  public List<RouteToken> tokens() {
    return tokens;
  }

  /** The path behind {@code FROM}. */
  public Optional<RouteSource> source() {
    return source;
  }

  /** The expression behind {@code WHERE}; empty when every message of the source passes. */
  public Optional<Condition> condition() {
    return condition;
  }

  /** The endpoint behind {@code INTO}. */
  public Optional<RouteSink> sink() {
    return sink;
  }

  /** The keyword {@code INTO} before the sink. */
  public Optional<TextRange> into() {
    return into;
  }

  /** What the text has that the language has not, in order of place. */
  public List<RouteProblem> problems() {
    return problems;
  }

  /**
   * What the condition does not do that it seems to do, in order of evaluation. Says nothing
   * sensible about a route with {@link #problems}.
   */
  // A race checks twice, which is harmless: the route never changes.
  public List<ConditionProblem> conditionProblems() {
    List<ConditionProblem> known = conditionProblems;
    if (known == null) {
      known = condition.map(found -> ConditionCheck.check(found, text)).orElse(List.of());
      conditionProblems = known;
    }
    return known;
  }

  /**
   * The text behind the sink, which edgeHub does not read; unknown where a placeholder stands in
   * it.
   */
  public Optional<IgnoredText> ignoredText() {
    return sink.isEmpty() || placeholders.stream().anyMatch(range -> range.end() > end)
        ? Optional.empty()
        : IgnoredTextFinder.find(this, end);
  }

  /** Whether nothing is wrong with the route but perhaps its source. */
  public boolean isSound() {
    return problems.isEmpty()
        && conditionProblems().isEmpty()
        && ignoredText().isEmpty()
        && sink.flatMap(RouteSink::fault).filter(RouteSink.Fault::isRefused).isEmpty();
  }

  /**
   * Whether a mend may be applied unseen: nothing else can have been meant, and no other mistake
   * comes to light that hides behind this one.
   */
  public boolean isSafe(Mend mend) {
    if (!mend.certain() || hasPlaceholders()) {
      return false;
    }
    Route mended = parse(TextEdit.apply(text, mend.edits()));
    if (mended.problems.isEmpty() && problems.isEmpty()) {
      return mended.conditionProblems().size() < conditionProblems().size() || mended.isSound();
    }
    return mended.problems.size() < problems.size()
        && (mended.isSound() || !mended.problems.isEmpty());
  }

  /** Whether fewer mistakes are left in the condition once a mend is made. */
  public boolean isHelped(Mend mend) {
    Route mended = parse(TextEdit.apply(text, mend.edits()));
    return hasPlaceholders() || mended.conditionProblems().size() < conditionProblems().size();
  }

  /** The pieces of the text with their roles, in order of place; none overlaps another. */
  public List<Highlight> highlights() {
    return Highlighter.of(this, end);
  }

  /** What the route does, in one English sentence with Markdown. */
  public String describe() {
    return RouteSentence.of(this);
  }

  /**
   * What may be written at a caret.
   *
   * @param offset from 0 to the length of the text
   */
  public Expectation expectationAt(int offset) {
    return ExpectationFinder.at(this, offset);
  }

  /**
   * Whether the whole text is a route, placeholders taken for names. Where it is not, source,
   * condition and sink are what could be made out of it.
   */
  public boolean isReadable() {
    return readable;
  }

  /** Whether a placeholder stands somewhere in the text. */
  public boolean hasPlaceholders() {
    return !placeholders.isEmpty();
  }
}
