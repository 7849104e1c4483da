package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.Condition.WordLiteral;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands between {@code WHERE} and {@code INTO}. */
final class ConditionParser {

  /** Deeper than anybody nests, and far from the end of the stack. */
  private static final int MAX_DEPTH = 256;

  private static final int WEAKEST = Operator.COALESCE.strength();
  private static final String ANY_OPERAND = "a property, a value or a function";

  private final RouteCursor in;
  private int depth;
  private int open;
  private int calls;

  ConditionParser(RouteCursor in) {
    this.in = in;
  }

  Condition parse() {
    if (in.isAtEnd() || in.at(Kind.INTO)) {
      in.unexpected("a condition");
      return new Condition.Unreadable(TextRange.at(in.previousEnd()));
    }
    Condition condition = expression(WEAKEST);
    in.splitInto();
    if (!in.isAtEnd() && !in.at(Kind.INTO)) {
      unexpectedAfterOperand();
      in.skipToSink();
    }
    return condition;
  }

  private Condition expression(int weakest) {
    Condition left = operand();
    while (true) {
      if (in.at(Kind.CLOSE_PARENTHESIS) && open == 0) {
        extraParenthesis(left);
        continue;
      }
      if (in.at(Kind.SYMBOL)) {
        left = symbolAfter(left);
        continue;
      }
      Optional<Operator> operator = operator();
      if (operator.isEmpty() || operator.get().strength() < weakest) {
        return left;
      }
      TextRange operatorRange = takeOperator(operator.get());
      Condition right = expression(operator.get().strength() + 1);
      left =
          new Condition.Binary(
              left.range().union(right.range()), operator.get(), operatorRange, left, right);
    }
  }

  // --- operators ----------------------------------------------------------------------------

  private Optional<Operator> operator() {
    if (in.isAtEnd()) {
      return Optional.empty();
    }
    RouteToken token = in.peek();
    Optional<Operator> operator = Operator.between(token.kind());
    if (operator.isPresent()) {
      return operator;
    }
    if (token.kind() == Kind.NAME || token.kind().isNumber()) {
      return operatorMeantBy(in.text(token));
    }
    return Optional.empty();
  }

  /** The operator that a word is or begins with, which is no operator to edgeHub. */
  private static Optional<Operator> operatorMeantBy(String word) {
    if (word.equals("&&") || word.equals("&")) {
      return Optional.of(Operator.AND);
    }
    if (word.equals("|")) {
      return Optional.of(Operator.OR);
    }
    int length = signLength(word);
    return length > 0 && length < word.length()
        ? Operator.between(RouteLexer.kindOfWord(word.substring(0, length)))
        : Optional.empty();
  }

  private static int signLength(String word) {
    return word.startsWith("||") ? 2 : "+-*%".indexOf(word.charAt(0)) >= 0 ? 1 : 0;
  }

  private TextRange takeOperator(Operator operator) {
    RouteToken token = in.peek();
    String word = in.text(token);
    if (Operator.between(token.kind()).isPresent()) {
      in.next();
      return operator == Operator.EQUAL && in.at(Kind.EQUAL)
          ? secondEqual(token, in.next())
          : token.range();
    }
    if (word.startsWith("&") || word.equals("|")) {
      in.next();
      in.report(
          RouteProblem.Kind.LOGIC_SYMBOL,
          token.range(),
          "`" + operator.symbol() + "`",
          Mend.certain(
              "Write `" + operator.symbol() + "`", new TextEdit(token.range(), operator.symbol())));
      return token.range();
    }
    int length = signLength(word);
    in.report(
        RouteProblem.Kind.MISSING_BLANK,
        token.range(),
        "a blank after `" + word.substring(0, length) + "`",
        Mend.certain("Add the blank", TextEdit.insert(token.start() + length, " ")));
    in.split(
        RouteLexer.kindOfWord(word.substring(0, length)),
        length,
        RouteLexer.kindOfWord(word.substring(length)));
    return in.next().range();
  }

  private TextRange secondEqual(RouteToken first, RouteToken second) {
    TextRange both = first.range().union(second.range());
    in.report(
        RouteProblem.Kind.DOUBLE_EQUAL,
        both,
        "`=`",
        Mend.certain("Write `=`", new TextEdit(both, "=")));
    return both;
  }

  private void unexpectedAfterOperand() {
    RouteToken token = in.peek();
    String instead = token.kind() == Kind.NAME ? insteadOfSql(in.text(token)) : "";
    if (instead.isEmpty()) {
      in.unexpected("an operator or `INTO`");
    } else {
      in.fail(RouteProblem.Kind.SQL_OPERATOR, token.range(), instead, false, Optional.empty());
    }
  }

  private static String insteadOfSql(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "LIKE" -> "`starts_with(…)`, `ends_with(…)` or `contains(…)` instead of `LIKE`";
      case "IN" -> "comparisons with `=` and `OR` instead of `IN`";
      case "IS" -> "`is_null(…)` or `is_defined(…)` instead of `IS`";
      case "BETWEEN" -> "comparisons with `>=`, `<=` and `AND` instead of `BETWEEN`";
      default -> "";
    };
  }

  private void extraParenthesis(Condition left) {
    boolean late =
        (left instanceof Condition.Nested || left instanceof Condition.Call)
            && left.range().end() == in.previousEnd();
    RouteToken parenthesis = in.next();
    Optional<Mend> mend =
        Optional.of(Mend.guess("Remove `)`", TextEdit.delete(parenthesis.range())));
    String expected = "an operator or `INTO` instead of `)`, which nothing opens,";
    if (late) {
      in.reportLate(RouteProblem.Kind.EXTRA_PARENTHESIS, parenthesis.range(), expected, mend);
    } else {
      in.fail(RouteProblem.Kind.EXTRA_PARENTHESIS, parenthesis.range(), expected, false, mend);
    }
  }

  /**
   * A symbol between two operands, which edgeHub notices late, or at the end, where it does not.
   */
  private Condition symbolAfter(Condition left) {
    in.escapedQuote(true);
    RouteToken symbol = in.next();
    if (startsOperand()) {
      symbol(symbol);
      return new Condition.Unreadable(left.range().union(expression(WEAKEST).range()));
    }
    in.fail(
        RouteProblem.Kind.SYMBOL, symbol.range(), "an operator or `INTO`", false, Optional.empty());
    return left;
  }

  private void symbol(RouteToken symbol) {
    in.reportLate(
        RouteProblem.Kind.SYMBOL, symbol.range(), "an operator or a name", Optional.empty());
  }

  // --- operands -----------------------------------------------------------------------------

  private boolean startsOperand() {
    if (in.isAtEnd()) {
      return false;
    }
    Kind kind = in.peek().kind();
    return switch (kind) {
      case STRING, UNTERMINATED_STRING, TRUE, FALSE, NULL, UNDEFINED -> true;
      case SYSTEM_WORD, NAME, OPEN_BRACE, OPEN_PARENTHESIS, MINUS, NOT, SYMBOL -> true;
      default -> kind.isNumber();
    };
  }

  private Condition operand() {
    if (!startsOperand()) {
      return missingOperand();
    }
    if (depth >= MAX_DEPTH) {
      in.giveUp();
      return new Condition.Unreadable(TextRange.at(in.previousEnd()));
    }
    depth++;
    Condition operand = anyOperand();
    depth--;
    return operand;
  }

  private Condition missingOperand() {
    TextRange range = TextRange.at(in.previousEnd());
    boolean brackets = in.at(Kind.BRACKET_WORD);
    in.unexpected(brackets ? "a name without brackets" : ANY_OPERAND);
    in.skipToSink();
    return new Condition.Unreadable(range);
  }

  private Condition anyOperand() {
    Kind kind = in.peek().kind();
    return switch (kind) {
      case STRING -> text(in.next());
      case UNTERMINATED_STRING -> unterminated(in.next());
      case TRUE -> new WordLiteral(in.next().range(), WordLiteral.Word.TRUE);
      case FALSE -> new WordLiteral(in.next().range(), WordLiteral.Word.FALSE);
      case NULL -> new WordLiteral(in.next().range(), WordLiteral.Word.NULL);
      case UNDEFINED -> new WordLiteral(in.next().range(), WordLiteral.Word.UNDEFINED);
      case SYSTEM_WORD -> systemProperty();
      case NAME -> nameOrCall();
      case OPEN_BRACE -> braced(in.next());
      case OPEN_PARENTHESIS -> nested(in.next());
      case MINUS -> unary(Operator.NEGATE, in.next());
      case NOT -> unary(Operator.NOT, in.next());
      case SYMBOL -> symbolBefore();
      default -> {
        RouteToken number = in.next();
        yield new Condition.NumberLiteral(number.range(), in.text(number));
      }
    };
  }

  private Condition text(RouteToken string) {
    return new Condition.TextLiteral(string.range(), in.isUnknown(string.range()));
  }

  private Condition unterminated(RouteToken string) {
    String closing = "a closing quote";
    if (in.isAtEnd()) {
      in.fail(
          RouteProblem.Kind.UNTERMINATED_TEXT, string.range(), closing, false, Optional.empty());
    } else if (in.at(Kind.SYMBOL)) {
      escape();
    } else {
      in.reportLate(RouteProblem.Kind.UNTERMINATED_TEXT, string.range(), closing, Optional.empty());
    }
    return new Condition.TextLiteral(string.range(), true);
  }

  /** Tells of the backslash that has ended a text, since no escape begins with it. */
  private void escape() {
    TextRange backslash = in.peek().range();
    in.fail(
        RouteProblem.Kind.ESCAPE,
        backslash,
        "one of the escapes `\\\\`, `\\\"`, `\\'` and `\\u` with four digits",
        true,
        Optional.of(Mend.guess("Double the backslash", TextEdit.insert(backslash.end(), "\\"))));
  }

  private Condition systemProperty() {
    splitTail();
    RouteName name = in.name(in.next());
    return new Condition.SystemProperty(name.range(), name);
  }

  private Condition nameOrCall() {
    Optional<RouteToken> following = in.peek(1);
    if (following.isPresent() && following.get().kind() == Kind.OPEN_PARENTHESIS) {
      return call(in.name(in.next()));
    }
    if (in.text(in.peek()).charAt(0) == '\'') {
      Optional<Condition> text = gluedText();
      if (text.isPresent()) {
        return text.get();
      }
    }
    splitTail();
    return new Condition.Property(in.name(in.next()));
  }

  /** Reads {@code a+} before another operand as a name and an operator. */
  private void splitTail() {
    String word = in.text(in.peek());
    int length =
        word.endsWith("||") ? 2 : "+-*%".indexOf(word.charAt(word.length() - 1)) < 0 ? 0 : 1;
    if (length == 0 || length == word.length() || !isFollowedByOperand()) {
      return;
    }
    int middle = word.length() - length;
    in.report(
        RouteProblem.Kind.MISSING_BLANK,
        in.peek().range(),
        "a blank before `" + word.substring(middle) + "`",
        Mend.certain("Add the blank", TextEdit.insert(in.peek().start() + middle, " ")));
    in.split(
        RouteLexer.kindOfWord(word.substring(0, middle)),
        middle,
        RouteLexer.kindOfWord(word.substring(middle)));
  }

  /** Whether something follows the next token that makes edgeHub refuse the route. */
  private boolean isFollowedByOperand() {
    Optional<RouteToken> following = in.peek(1);
    if (following.isEmpty() || Operator.between(following.get().kind()).isPresent()) {
      return false;
    }
    return switch (following.get().kind()) {
      case STRING, TRUE, FALSE, NULL, UNDEFINED, SYSTEM_WORD, NAME -> true;
      case OPEN_BRACE, OPEN_PARENTHESIS, NOT -> true;
      default -> following.get().kind().isNumber();
    };
  }

  /**
   * Reads a name that begins with a quote as the text that was meant, if edgeHub refuses what
   * follows: {@code 'x'AND y} and {@code 'it'' s'}.
   */
  private Optional<Condition> gluedText() {
    if (!isFollowedByOperand()) {
      return Optional.empty();
    }
    RouteToken token = in.peek();
    Optional<TextRange> doubled = RouteText.withDoubledQuotes(in.text(), token.start());
    if (doubled.filter(range -> in.endsToken(range.end())).isPresent()) {
      return Optional.of(doubledQuotes(doubled.get()));
    }
    String word = in.text(token);
    int quote = word.indexOf('\'', 1);
    String rest = word.substring(quote + 1);
    Kind kind = quote < 0 || rest.isEmpty() ? Kind.NAME : RouteLexer.kindOfWord(rest);
    if (kind == Kind.NAME || kind.isNumber()) {
      return Optional.empty();
    }
    in.report(
        RouteProblem.Kind.MISSING_BLANK,
        token.range(),
        "a blank after the quote",
        Mend.certain("Add the blank", TextEdit.insert(token.start() + quote + 1, " ")));
    in.split(Kind.STRING, quote + 1, kind);
    return Optional.of(text(in.next()));
  }

  private Condition doubledQuotes(TextRange range) {
    in.report(
        RouteProblem.Kind.DOUBLED_QUOTE,
        range,
        "`\\'` instead of the doubled quote",
        new Mend("Use `\\'`", RouteText.escapes(in.text(), range), true));
    while (!in.isAtEnd() && in.start() < range.end()) {
      in.next();
    }
    return new Condition.TextLiteral(range, true);
  }

  private Condition braced(RouteToken brace) {
    if (!in.at(Kind.SYSTEM_WORD)) {
      in.unexpected("a word that begins with `$`");
      in.skipToSink();
      return new Condition.Unreadable(brace.range());
    }
    RouteName name = in.name(in.next());
    if (!in.accept(Kind.CLOSE_BRACE)) {
      in.unexpected("`}`");
      in.skipToSink();
    }
    return new Condition.SystemProperty(
        new TextRange(brace.start(), Math.max(name.range().end(), in.previousEnd())), name);
  }

  private Condition unary(Operator operator, RouteToken sign) {
    Condition operand = expression(operator.strength());
    return new Condition.Unary(sign.range().union(operand.range()), operator, operand);
  }

  private Condition symbolBefore() {
    in.escapedQuote(true);
    RouteToken symbol = in.next();
    symbol(symbol);
    TextRange range = symbol.range();
    return new Condition.Unreadable(
        startsOperand() ? range.union(expression(WEAKEST).range()) : range);
  }

  private Condition nested(RouteToken parenthesis) {
    open++;
    Condition inner = expression(WEAKEST);
    open--;
    if (!in.accept(Kind.CLOSE_PARENTHESIS)) {
      missingParenthesis(true);
    }
    return new Condition.Nested(parenthesis.range().union(upToHere(inner)), inner);
  }

  private Condition call(RouteName function) {
    int start = in.next().end();
    List<Condition> arguments = new ArrayList<>();
    int last = in.index();
    open++;
    calls++;
    if (!in.at(Kind.CLOSE_PARENTHESIS)) {
      do {
        last = in.index();
        arguments.add(expression(WEAKEST));
      } while (in.accept(Kind.COMMA));
    }
    open--;
    calls--;
    int end = in.at(Kind.CLOSE_PARENTHESIS) ? in.start() : Math.max(start, in.previousEnd());
    if (!in.accept(Kind.CLOSE_PARENTHESIS)) {
      missingParenthesis(in.hasSpareParenthesis(last));
    }
    return new Condition.Call(
        new TextRange(function.range().start(), Math.max(end, in.previousEnd())),
        function,
        arguments,
        new TextRange(start, end));
  }

  private void missingParenthesis(boolean late) {
    if (in.at(Kind.COMMA) && calls > 0) {
      in.missingParenthesis(late);
    } else if (in.isAtEnd() || in.at(Kind.INTO)) {
      in.missingParenthesis(late && !in.isAtEnd());
    } else {
      unexpectedAfterOperand();
      in.skipToSink();
    }
  }

  private TextRange upToHere(Condition inner) {
    return inner.range().union(TextRange.at(Math.max(inner.range().end(), in.previousEnd())));
  }
}
