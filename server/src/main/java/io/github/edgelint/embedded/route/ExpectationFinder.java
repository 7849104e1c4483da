package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what may be written at a caret, from the tokens before it. Half a route is the usual case
 * here.
 */
final class ExpectationFinder {

  private static final String[] OPERATORS = {
    "=", "!=", "<", "<=", ">", ">=", "AND", "OR", "INTO", "+", "-", "*", "/", "%", "||", "??"
  };

  private final String text;
  private final int offset;
  private final List<RouteToken> before = new ArrayList<>();
  private Optional<RouteToken> current = Optional.empty();
  private boolean inComment;

  private ExpectationFinder(Route route, int offset) {
    this.text = route.text();
    this.offset = offset;
    for (RouteToken token : route.tokens()) {
      look(token);
    }
  }

  /**
   * What may be written at {@code offset}, which may be any place from 0 to the end of the text.
   */
  static Expectation at(Route route, int offset) {
    ExpectationFinder finder = new ExpectationFinder(route, offset);
    return finder.inComment ? Expectation.nothing(offset) : finder.find();
  }

  private void look(RouteToken token) {
    if (token.start() >= offset || token.kind() == Kind.BLANK) {
      return;
    }
    if (token.kind() == Kind.COMMENT) {
      inComment |= offset < token.end();
    } else if (isOpen(token)) {
      current = Optional.of(token);
    } else {
      before.add(token);
    }
  }

  /** Whether the token is still being written at the caret. */
  private boolean isOpen(RouteToken token) {
    return switch (token.kind()) {
      case STRING -> offset < token.end();
      case UNTERMINATED_STRING -> offset <= token.end();
      default -> token.kind().isWord() && offset <= token.end();
    };
  }

  private Expectation find() {
    int into = lastKeyword(Kind.INTO);
    if (into >= 0) {
      return inSink(before.subList(into + 1, before.size()));
    }
    int where = lastKeyword(Kind.WHERE);
    if (where >= 0) {
      return inCondition(before.subList(where + 1, before.size()));
    }
    int from = lastKeyword(Kind.FROM);
    return from >= 0 ? inSource(before.subList(from + 1, before.size())) : atStart();
  }

  /** The last keyword that is none by mistake, as the part of a path. */
  private int lastKeyword(Kind kind) {
    for (int i = before.size() - 1; i >= 0; i--) {
      RouteToken token = before.get(i);
      boolean part =
          i > 0
              && before.get(i - 1).kind() == Kind.SLASH
              && before.get(i - 1).end() == token.start();
      if (token.kind() == kind && !part) {
        return i;
      }
    }
    return -1;
  }

  private TextRange replaced() {
    return current.map(RouteToken::range).orElse(TextRange.at(offset));
  }

  private Expectation nothing() {
    return Expectation.nothing(offset);
  }

  // --- source -------------------------------------------------------------------------------

  private Expectation atStart() {
    return switch (before.size()) {
      case 0 -> Expectation.words(replaced(), "FROM", "SELECT * FROM");
      case 1 ->
          before.get(0).kind() == Kind.SELECT ? Expectation.words(replaced(), "*") : nothing();
      case 2 -> Expectation.words(replaced(), "FROM");
      default -> nothing();
    };
  }

  private Expectation inSource(List<RouteToken> path) {
    if (path.isEmpty()) {
      return Expectation.of(replaced(), Expectation.Kind.SOURCE);
    }
    if (path.get(path.size() - 1).kind() != Kind.SLASH) {
      return Expectation.words(replaced(), "INTO", "WHERE");
    }
    List<String> parts = new ArrayList<>();
    for (RouteToken token : path) {
      if (token.kind() != Kind.SLASH) {
        parts.add(token.range().of(text));
      }
    }
    return sourcePart(parts);
  }

  private Expectation sourcePart(List<String> parts) {
    int index = parts.size();
    if (index == 0) {
      return Expectation.words(replaced(), "messages", "twinChangeNotifications", "*");
    }
    if (!isPart(parts, 0, "messages")) {
      return Expectation.words(replaced(), "*");
    }
    if (index == 1) {
      return Expectation.words(replaced(), "modules", "*");
    }
    if (!isPart(parts, 1, "modules")) {
      return Expectation.words(replaced(), "*");
    }
    return switch (index) {
      case 2 -> name(Expectation.Kind.MODULE, Optional.empty(), "*");
      case 3 -> Expectation.words(replaced(), "outputs", "*");
      case 4 ->
          isPart(parts, 3, "outputs")
              ? name(Expectation.Kind.OUTPUT, Optional.of(parts.get(2)), "*")
              : nothing();
      default -> nothing();
    };
  }

  private static boolean isPart(List<String> parts, int index, String word) {
    return parts.get(index).equalsIgnoreCase(word);
  }

  private Expectation name(Expectation.Kind kind, Optional<String> module, String word) {
    return new Expectation(Set.of(kind, Expectation.Kind.WORD), replaced(), List.of(word), module);
  }

  // --- condition ----------------------------------------------------------------------------

  private Expectation inCondition(List<RouteToken> condition) {
    Optional<RouteToken> last = last(condition);
    if (current.isPresent() && isString(current.get())) {
      return inText(condition);
    }
    if (last.filter(token -> token.kind() == Kind.OPEN_BRACE).isPresent()
        || current.filter(token -> token.kind() == Kind.SYSTEM_WORD).isPresent()) {
      return Expectation.of(replaced(), Expectation.Kind.SYSTEM_PROPERTY);
    }
    if (last.filter(ExpectationFinder::endsOperand).isPresent()) {
      return Expectation.words(replaced(), OPERATORS);
    }
    return new Expectation(
        Set.of(
            Expectation.Kind.OPERAND,
            Expectation.Kind.FUNCTION,
            Expectation.Kind.SYSTEM_PROPERTY,
            Expectation.Kind.WORD),
        replaced(),
        List.of("NOT", "true", "false", "null"),
        Optional.empty());
  }

  private static Optional<RouteToken> last(List<RouteToken> tokens) {
    return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
  }

  private static boolean isString(RouteToken token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.UNTERMINATED_STRING;
  }

  private static boolean endsOperand(RouteToken token) {
    return switch (token.kind()) {
      case NAME, SYSTEM_WORD, STRING, TRUE, FALSE, NULL, UNDEFINED -> true;
      case CLOSE_PARENTHESIS, CLOSE_BRACE -> true;
      default -> token.kind().isNumber();
    };
  }

  /** Inside a text that is compared with the name of a module, an output or an input. */
  private Expectation inText(List<RouteToken> condition) {
    int size = condition.size();
    if (size < 2 || !isEquality(condition.get(size - 1).kind())) {
      return nothing();
    }
    RouteToken left = condition.get(size - 2);
    if (left.kind() == Kind.CLOSE_BRACE && size > 2) {
      left = condition.get(size - 3);
    }
    return switch (left.range().of(text).toLowerCase(Locale.ROOT)) {
      case "$connectionmoduleid" -> Expectation.of(content(), Expectation.Kind.MODULE);
      case "$outputname" -> Expectation.of(content(), Expectation.Kind.OUTPUT);
      case "$inputname" -> Expectation.of(content(), Expectation.Kind.INPUT);
      default -> nothing();
    };
  }

  private static boolean isEquality(Kind kind) {
    return kind == Kind.EQUAL || kind == Kind.NOT_EQUAL;
  }

  /** What stands between the quotes; up to the caret where the closing one is missing. */
  private TextRange content() {
    RouteToken string = current.orElseThrow();
    int end = string.kind() == Kind.STRING ? string.end() - 1 : offset;
    return new TextRange(string.start() + 1, Math.max(string.start() + 1, end));
  }

  // --- sink ---------------------------------------------------------------------------------

  private Expectation inSink(List<RouteToken> sink) {
    if (sink.isEmpty()) {
      return Expectation.of(replaced(), Expectation.Kind.SINK);
    }
    boolean call = sink.size() == 2 && sink.get(1).kind() == Kind.OPEN_PARENTHESIS;
    if (!call) {
      return nothing();
    }
    return current.filter(ExpectationFinder::isString).isPresent()
        ? inAddress()
        : Expectation.of(replaced(), Expectation.Kind.ADDRESS);
  }

  private Expectation inAddress() {
    TextRange content = content();
    int end = content.start();
    List<String> parts = new ArrayList<>();
    int start = content.start();
    for (; end < offset; end++) {
      if (text.charAt(end) == '/') {
        if (end > content.start()) {
          parts.add(text.substring(start, end));
        }
        start = end + 1;
      }
    }
    while (end < content.end() && text.charAt(end) != '/') {
      end++;
    }
    TextRange part = new TextRange(start, end);
    return switch (parts.size()) {
      case 0 -> Expectation.words(part, "modules");
      case 1 -> Expectation.of(part, Expectation.Kind.MODULE);
      case 2 -> Expectation.words(part, "inputs");
      case 3 ->
          new Expectation(
              Set.of(Expectation.Kind.INPUT), part, List.of(), Optional.of(parts.get(1)));
      default -> nothing();
    };
  }
}
