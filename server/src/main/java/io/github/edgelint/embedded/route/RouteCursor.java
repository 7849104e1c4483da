package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a route without blanks and comments, the place in them, and what was wrong so far.
 */
final class RouteCursor {

  private final String text;
  private final List<TextRange> placeholders;
  private final List<RouteToken> all;
  private final List<RouteToken> tokens = new ArrayList<>();
  private final List<RouteProblem> problems = new ArrayList<>();
  private int at;
  private boolean failed;
  private boolean gaveUp;

  RouteCursor(String text, List<RouteToken> all, List<TextRange> placeholders) {
    this.text = text;
    this.placeholders = placeholders;
    this.all = all;
    for (RouteToken token : all) {
      if (!token.kind().isTrivia()) {
        tokens.add(token);
      }
    }
  }

  List<RouteProblem> problems() {
    return problems;
  }

  // --- looking ------------------------------------------------------------------------------

  int size() {
    return tokens.size();
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  boolean at(Kind kind) {
    return !isAtEnd() && tokens.get(at).kind() == kind;
  }

  boolean atClause() {
    return at(Kind.WHERE) || at(Kind.INTO);
  }

  /** The next token; there must be one. */
  RouteToken peek() {
    return tokens.get(at);
  }

  /** The token after the next one, and so on. */
  Optional<RouteToken> peek(int ahead) {
    return at + ahead < tokens.size() ? Optional.of(tokens.get(at + ahead)) : Optional.empty();
  }

  /** The whole route. */
  String text() {
    return text;
  }

  String text(RouteToken token) {
    return token.range().of(text);
  }

  /** Whether a token is a word, letter case aside. */
  boolean is(RouteToken token, String word) {
    return text(token).equalsIgnoreCase(word);
  }

  RouteName name(RouteToken token) {
    return name(token.range());
  }

  RouteName name(TextRange range) {
    return new RouteName(range.of(text), range, isUnknown(range));
  }

  /** Whether a placeholder stands in a range. */
  boolean isUnknown(TextRange range) {
    for (TextRange placeholder : placeholders) {
      if (placeholder.start() < range.end() && range.start() < placeholder.end()) {
        return true;
      }
    }
    return false;
  }

  /** Where the next token starts; right behind the last one when there is none. */
  int start() {
    return isAtEnd() ? previousEnd() : peek().start();
  }

  int previousEnd() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  /** The token before the next one; there must be one. */
  private RouteToken previous() {
    return tokens.get(at - 1);
  }

  /** Whether nothing, not even a blank, stands between the last token and the next one. */
  boolean isGlued() {
    return !isAtEnd() && at > 0 && peek().start() == previousEnd();
  }

  /** Whether a token ends at an offset. */
  boolean endsToken(int offset) {
    return all.stream().anyMatch(token -> token.end() == offset);
  }

  /** Where the next token is in the order of tokens. */
  int index() {
    return at;
  }

  /**
   * Whether more parentheses are closed from a token on to here than the calls on the way need;
   * edgeHub takes the one too many for any call that lacks its own.
   */
  boolean hasSpareParenthesis(int from) {
    int spare = 0;
    for (int i = from; i < at; i++) {
      Kind kind = tokens.get(i).kind();
      if (kind == Kind.CLOSE_PARENTHESIS) {
        spare++;
      } else if (kind == Kind.OPEN_PARENTHESIS && tokens.get(i - 1).kind() == Kind.NAME) {
        spare--;
      }
    }
    return spare > 0;
  }

  // --- going on -----------------------------------------------------------------------------

  RouteToken next() {
    return tokens.get(at++);
  }

  boolean accept(Kind kind) {
    if (at(kind)) {
      at++;
      return true;
    }
    return false;
  }

  /** Goes to the next token of a kind, if there is one. */
  void skipTo(Kind kind) {
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == kind) {
        at = i;
        return;
      }
    }
  }

  /** Goes to the next {@code WHERE} or {@code INTO}, or to the end. */
  void skipToClause() {
    while (!isAtEnd() && !atClause()) {
      at++;
    }
  }

  /** Goes to the next {@code INTO}, or to the end. */
  void skipToSink() {
    while (!isAtEnd() && !at(Kind.INTO)) {
      at++;
    }
  }

  // --- reading what was meant ---------------------------------------------------------------

  /**
   * Reads the next token as two.
   *
   * @param length how much of it belongs to the first one
   */
  void split(Kind first, int length, Kind second) {
    RouteToken token = tokens.get(at);
    int middle = token.start() + length;
    tokens.set(at, new RouteToken(first, new TextRange(token.start(), middle)));
    tokens.add(at + 1, new RouteToken(second, new TextRange(middle, token.end())));
  }

  /** Goes back one token. */
  void back() {
    at--;
  }

  /** Reads the last token, {@code *WHERE} or {@code *INTO}, as a star and a keyword. */
  boolean splitStar() {
    String last = text(previous());
    if (last.length() < 2 || last.charAt(0) != '*') {
      return false;
    }
    Kind keyword = RouteLexer.kindOfWord(last.substring(1));
    if (keyword != Kind.WHERE && keyword != Kind.INTO) {
      return false;
    }
    back();
    report(
        RouteProblem.Kind.MISSING_BLANK,
        peek().range(),
        "a blank after `*`",
        Mend.certain("Add the blank", TextEdit.insert(peek().start() + 1, " ")));
    split(Kind.STAR, 1, keyword);
    next();
    return true;
  }

  /** Reads {@code INTO$upstream} as a keyword and a sink. */
  void splitInto() {
    if (!at(Kind.NAME)
        || !text(peek()).regionMatches(true, 0, "INTO$", 0, 5)
        || peek().range().length() == 5) {
      return;
    }
    report(
        RouteProblem.Kind.MISSING_BLANK,
        peek().range(),
        "a blank after `INTO`",
        Mend.certain("Add the blank", TextEdit.insert(peek().start() + 4, " ")));
    split(Kind.INTO, 4, Kind.SYSTEM_WORD);
  }

  /** The comment that stands behind the last token, before anything but blanks. */
  Optional<RouteToken> commentAfterPrevious() {
    for (RouteToken token : all) {
      if (token.start() >= previousEnd() && token.kind() != Kind.BLANK) {
        return token.kind() == Kind.COMMENT ? Optional.of(token) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How to take away the comment that somebody has written behind a route with a star. */
  Optional<Mend> commentBehindRoute(RouteToken comment) {
    int inner = text(comment).lastIndexOf("/*");
    int start = comment.start() + inner;
    if (inner < 3 || " \t\r\n".indexOf(text.charAt(start - 1)) < 0) {
      return Optional.empty();
    }
    return Optional.of(
        Mend.certain("Remove the comment", TextEdit.delete(new TextRange(start, comment.end()))));
  }

  // --- reporting ----------------------------------------------------------------------------

  void report(RouteProblem.Kind kind, TextRange range, String expected) {
    report(kind, range, expected, Optional.empty());
  }

  void report(RouteProblem.Kind kind, TextRange range, String expected, Mend mend) {
    report(kind, range, expected, Optional.of(mend));
  }

  /** Of two mistakes in one token the first one is told. */
  private void report(
      RouteProblem.Kind kind, TextRange range, String expected, Optional<Mend> mend) {
    if (problems.isEmpty() || !problems.get(problems.size() - 1).range().equals(range)) {
      problems.add(new RouteProblem(kind, range, expected, false, mend));
    }
  }

  /** Reports what edgeHub notices only when it compiles the condition. */
  void reportLate(RouteProblem.Kind kind, TextRange range, String expected, Optional<Mend> mend) {
    if (!failed) {
      problems.add(new RouteProblem(kind, range, expected, true, mend));
    }
  }

  /** Reports a mistake after which nobody knows what is meant, unless there was one before. */
  void fail(
      RouteProblem.Kind kind, TextRange range, String expected, boolean late, Optional<Mend> mend) {
    if (!failed) {
      problems.add(new RouteProblem(kind, range, expected, late, mend));
    } else if (!late) {
      refuse();
    }
    failed = true;
  }

  /** Notes that edgeHub refuses at once what was reported as something it notices late. */
  private void refuse() {
    problems.replaceAll(
        problem ->
            new RouteProblem(
                problem.kind(), problem.range(), problem.expected(), false, problem.mend()));
  }

  /**
   * Reports once that a parenthesis is not closed before the next token, or the end.
   *
   * @param late whether edgeHub would notice only when it compiles the condition
   */
  void missingParenthesis(boolean late) {
    TextRange range = TextRange.at(previousEnd());
    RouteProblem last = problems.isEmpty() ? null : problems.get(problems.size() - 1);
    boolean again =
        last != null
            && last.kind() == RouteProblem.Kind.MISSING_PARENTHESIS
            && last.range().equals(range);
    if (again) {
      problems.remove(last);
    }
    if (failed && !again && !late) {
      refuse();
    }
    if (again || !failed) {
      problems.add(
          new RouteProblem(
              RouteProblem.Kind.MISSING_PARENTHESIS,
              range,
              "`)`",
              late && (!again || last.late()),
              Optional.of(Mend.guess("Add `)`", TextEdit.insert(range.start(), ")")))));
    }
    failed |= !late;
  }

  /** Leaves the rest unread and says nothing about the route. */
  void giveUp() {
    gaveUp = true;
    failed = true;
    at = tokens.size();
  }

  boolean hasGivenUp() {
    return gaveUp;
  }

  /** Reports that the next token, or the end, is not what the language has in this place. */
  void unexpected(String expected) {
    if (escapedQuote(false) || strangeBlank()) {
      return;
    }
    TextRange range = isAtEnd() ? TextRange.at(previousEnd()) : peek().range();
    fail(RouteProblem.Kind.UNEXPECTED, range, expected, false, Optional.empty());
  }

  /**
   * Reports the backslash before a quote, if that is what the next token is.
   *
   * @param late whether edgeHub goes on reading behind the backslash
   */
  boolean escapedQuote(boolean late) {
    if (!at(Kind.SYMBOL) || !isEscapedQuote(peek().start())) {
      return false;
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      if (isEscapedQuote(i)) {
        edits.add(TextEdit.delete(TextRange.ofLength(i, 1)));
      }
    }
    fail(
        RouteProblem.Kind.ESCAPED_QUOTE,
        peek().range(),
        "a quote without a backslash",
        late,
        Optional.of(new Mend("Remove the extra backslash", edits, true)));
    return true;
  }

  private boolean isEscapedQuote(int offset) {
    return text.charAt(offset) == '\\'
        && offset + 1 < text.length()
        && (text.charAt(offset + 1) == '"' || text.charAt(offset + 1) == '\'');
  }

  /** Reports a blank that edgeHub takes for a letter, such as the no-break space of a web page. */
  private boolean strangeBlank() {
    List<TextEdit> edits = new ArrayList<>();
    for (RouteToken token : tokens) {
      for (int i = token.start(); token.kind() == Kind.NAME && i < token.end(); i++) {
        char c = text.charAt(i);
        if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
          edits.add(new TextEdit(TextRange.ofLength(i, 1), " "));
        }
      }
    }
    if (edits.isEmpty()) {
      return false;
    }
    fail(
        RouteProblem.Kind.MISSING_BLANK,
        edits.get(0).range(),
        "an ordinary blank",
        false,
        Optional.of(new Mend("Write an ordinary blank", edits, true)));
    return true;
  }
}
