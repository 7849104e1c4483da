package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.Condition.WordLiteral;
import io.github.edgelint.embedded.route.ConditionProblem.Kind;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which types the expressions of a condition have, the way edgeHub does when it compiles
 * the condition, and tells what does not go together. A mistake has an unknown type, so that it is
 * told once.
 *
 * <p>Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs.
 */
final class ConditionCheck {

  private final String text;
  private final List<ConditionProblem> problems = new ArrayList<>();

  private ConditionCheck(String text) {
    this.text = text;
  }

  /**
   * Checks a condition.
   *
   * @param text the route that the condition stands in
   */
  static List<ConditionProblem> check(Condition condition, String text) {
    ConditionCheck check = new ConditionCheck(text);
    check.type(condition);
    return List.copyOf(check.problems);
  }

  private void report(
      Kind kind,
      TextRange range,
      String template,
      Map<String, String> arguments,
      Optional<Mend> mend) {
    problems.add(new ConditionProblem(kind, range, template, arguments, mend));
  }

  private RouteType type(Condition condition) {
    if (condition instanceof Condition.NumberLiteral number) {
      return isTooLong(number.text()) ? RouteType.UNDEFINED : RouteType.NUMBER;
    }
    if (condition instanceof Condition.TextLiteral literal) {
      return literal.unknown() ? RouteType.UNKNOWN : RouteType.TEXT;
    }
    if (condition instanceof WordLiteral literal) {
      return switch (literal.word()) {
        case TRUE, FALSE -> RouteType.BOOLEAN;
        case NULL -> RouteType.NULL;
        case UNDEFINED -> RouteType.UNDEFINED;
      };
    }
    if (condition instanceof Condition.Property property) {
      return typeOfName(property.name());
    }
    if (condition instanceof Condition.SystemProperty property) {
      return typeOfSystemProperty(property);
    }
    if (condition instanceof Condition.Call call) {
      return typeOfCall(call);
    }
    if (condition instanceof Condition.Nested nested) {
      return type(nested.inner());
    }
    if (condition instanceof Condition.Unary unary) {
      return typeOfUnary(unary);
    }
    if (condition instanceof Condition.Binary binary) {
      return typeOfBinary(binary);
    }
    return RouteType.UNKNOWN;
  }

  // A hexadecimal number has to fit into 64 bits.
  private static boolean isTooLong(String number) {
    boolean hexadecimal = number.length() > 1 && (number.charAt(1) | 0x20) == 'x';
    return hexadecimal && number.substring(2).replaceFirst("^0+", "").length() > 16;
  }

  // --- names --------------------------------------------------------------------------------

  private RouteType typeOfName(RouteName name) {
    if (name.unknown()) {
      return RouteType.UNKNOWN;
    }
    Optional<ConditionProblem> suspicion = SuspiciousName.of(name, text);
    suspicion.ifPresent(problems::add);
    return suspicion.isPresent() ? RouteType.UNKNOWN : RouteType.TEXT;
  }

  private RouteType typeOfSystemProperty(Condition.SystemProperty property) {
    RouteType type = typeOfName(property.name());
    if (type == RouteType.UNKNOWN) {
      return type;
    }
    if (property.isBodyQuery()) {
      return typeOfBodyQuery(property);
    }
    boolean brackets =
        property.name().text().indexOf('[') >= 0 || property.name().text().indexOf(']') >= 0;
    return brackets ? RouteType.UNDEFINED : RouteType.TEXT;
  }

  private RouteType typeOfBodyQuery(Condition.SystemProperty property) {
    String path = property.bodyPath().orElseThrow();
    if (!path.isEmpty() && !path.startsWith(".") && !path.endsWith(".") && !path.contains("..")) {
      return RouteType.BODY;
    }
    report(
        Kind.BODY_PATH,
        property.range(),
        "`{name}` names no value of the body",
        Map.of("name", property.name().text()),
        Optional.empty());
    return RouteType.UNKNOWN;
  }

  // --- calls --------------------------------------------------------------------------------

  private RouteType typeOfCall(Condition.Call call) {
    List<RouteType> given = new ArrayList<>();
    for (Condition argument : call.arguments()) {
      given.add(type(argument));
    }
    RouteName name = call.function();
    if (name.unknown()) {
      return RouteType.UNKNOWN;
    }
    Optional<RouteFunction> function = RouteFunction.of(name.text());
    if (function.isEmpty()) {
      report(
          Kind.UNKNOWN_FUNCTION,
          name.range(),
          "`{function}` is no function of the route language",
          Map.of("function", name.text()),
          Optional.empty());
      return RouteType.UNKNOWN;
    }
    return typeOfCall(call, function.get(), given);
  }

  private RouteType typeOfCall(Condition.Call call, RouteFunction function, List<RouteType> given) {
    TextRange name = call.function().range();
    if (!function.worksOnDevices()) {
      report(
          Kind.UNUSABLE_FUNCTION,
          name,
          "`{function}` never works on a device",
          Map.of("function", function.text()),
          Optional.empty());
      return RouteType.UNKNOWN;
    }
    if (!function.takes(given.size())) {
      TextRange place = call.argumentsRange().isEmpty() ? name : call.argumentsRange();
      report(
          Kind.ARGUMENT_COUNT,
          place,
          "`{function}` takes " + function.arity(),
          Map.of("function", function.text()),
          Optional.empty());
      return function.result();
    }
    for (int i = 0; i < given.size(); i++) {
      argument(call.arguments().get(i), given.get(i), function, i);
    }
    return function.result();
  }

  private void argument(Condition argument, RouteType given, RouteFunction function, int index) {
    RouteFunction.Parameter.Type wanted = function.parameter(index).orElseThrow().type();
    if (wanted.takes(given)) {
      return;
    }
    boolean number = wanted == RouteFunction.Parameter.Type.NUMBER;
    report(
        Kind.ARGUMENT,
        argument.range(),
        is(given) + ", but `{function}` takes " + wanted.words(),
        Map.of("value", written(argument), "function", function.text()),
        number ? asNumber(argument, given) : Optional.empty());
  }

  // --- operators ----------------------------------------------------------------------------

  private RouteType typeOfUnary(Condition.Unary unary) {
    RouteType given = type(unary.operand());
    if (unary.operator() == Operator.NEGATE) {
      if (given != RouteType.NUMBER && !given.isOpen()) {
        calculation(unary.range(), unary.operator(), List.of(unary.operand()), List.of(given));
        return RouteType.UNKNOWN;
      }
      return given;
    }
    if (given == RouteType.NULL) {
      return RouteType.NULL;
    }
    if (given != RouteType.BOOLEAN && !given.isOpen()) {
      noTruth(unary.operand(), given, "NOT");
      return RouteType.UNKNOWN;
    }
    return RouteType.BOOLEAN;
  }

  private RouteType typeOfBinary(Condition.Binary binary) {
    if (binary.operator().group() == Operator.Group.COMPARISON) {
      Optional<Condition.Unary> not = leftmostNot(binary.left());
      if (not.isPresent()) {
        return typeOfNotBeforeComparison(binary, not.get());
      }
    }
    RouteType left = type(binary.left());
    RouteType right = type(binary.right());
    return switch (binary.operator().group()) {
      case ARITHMETIC -> typeOfCalculation(binary, left, right);
      case TEXT -> typeOfConcatenation(binary, left, right);
      case COMPARISON -> typeOfComparison(binary, left, right);
      case LOGIC -> typeOfLogic(binary, left, right);
      case CHOICE -> typeOfChoice(binary, left, right);
    };
  }

  private RouteType typeOfCalculation(Condition.Binary binary, RouteType left, RouteType right) {
    boolean fits =
        (left == RouteType.NUMBER || left.isOpen())
            && (right == RouteType.NUMBER || right.isOpen());
    if (!fits) {
      calculation(
          binary.range(),
          binary.operator(),
          List.of(binary.left(), binary.right()),
          List.of(left, right));
      return RouteType.UNKNOWN;
    }
    return left == RouteType.NUMBER && right == RouteType.NUMBER ? left : either(left, right);
  }

  private static RouteType either(RouteType left, RouteType right) {
    return left == RouteType.UNKNOWN || right == RouteType.UNKNOWN
        ? RouteType.UNKNOWN
        : RouteType.BODY;
  }

  /** Tells of the first operand that is no number, and makes numbers of all that can be. */
  private void calculation(
      TextRange range, Operator operator, List<Condition> operands, List<RouteType> types) {
    int first = 0;
    while (types.get(first) == RouteType.NUMBER || types.get(first).isOpen()) {
      first++;
    }
    report(
        Kind.OPERANDS,
        range,
        is(types.get(first))
            + " and cannot be calculated with: `"
            + operator.symbol()
            + "` takes numbers",
        Map.of("value", written(operands.get(first))),
        asNumbers(operands, types));
  }

  private RouteType typeOfConcatenation(Condition.Binary binary, RouteType left, RouteType right) {
    boolean leftFits = left == RouteType.TEXT || left.isOpen();
    if (leftFits && (right == RouteType.TEXT || right.isOpen())) {
      return RouteType.TEXT;
    }
    report(
        Kind.OPERANDS,
        binary.range(),
        is(leftFits ? right : left) + ", but `||` puts texts together and does not mean `OR`",
        Map.of("value", written(leftFits ? binary.right() : binary.left())),
        Optional.empty());
    return RouteType.UNKNOWN;
  }

  private RouteType typeOfComparison(Condition.Binary binary, RouteType left, RouteType right) {
    if (left == right || left.isOpen() || right.isOpen()) {
      return RouteType.BOOLEAN;
    }
    boolean textLast = right == RouteType.TEXT;
    Condition first = textLast ? binary.right() : binary.left();
    RouteType firstType = textLast ? right : left;
    RouteType other = textLast ? left : right;
    report(
        Kind.OPERANDS,
        binary.range(),
        is(firstType) + " and cannot be compared with " + other.words(),
        Map.of("value", written(first)),
        other == RouteType.NUMBER ? asNumber(first, firstType) : Optional.empty());
    return RouteType.UNKNOWN;
  }

  private RouteType typeOfLogic(Condition.Binary binary, RouteType left, RouteType right) {
    String symbol = binary.operator().symbol();
    if (!isTruth(left)) {
      noTruth(binary.left(), left, symbol);
      return RouteType.UNKNOWN;
    }
    // edgeHub looks at the left side twice, so that a value of the body fits only there, and next
    // to it everything.
    if (right == RouteType.BODY && left != RouteType.BODY && left != RouteType.UNKNOWN) {
      bodyBehind(binary, symbol);
      return RouteType.UNKNOWN;
    }
    if (left != RouteType.BODY && !isTruth(right)) {
      noTruth(binary.right(), right, symbol);
      return RouteType.UNKNOWN;
    }
    boolean and = binary.operator() == Operator.AND;
    boolean nullLeft = left == RouteType.NULL;
    boolean nullRight = right == RouteType.NULL;
    boolean isNull = and ? nullLeft || nullRight : nullLeft && nullRight;
    return isNull ? RouteType.NULL : RouteType.BOOLEAN;
  }

  private static boolean isTruth(RouteType type) {
    return switch (type) {
      case BOOLEAN, NULL, UNDEFINED, BODY, UNKNOWN -> true;
      case TEXT, NUMBER -> false;
    };
  }

  private void bodyBehind(Condition.Binary binary, String symbol) {
    Condition value = binary.right().bare();
    String written = written(value);
    report(
        Kind.OPERANDS,
        value.range(),
        "`{value}` cannot stand alone behind `" + symbol + "`",
        Map.of("value", written),
        Optional.of(
            Mend.guess(
                "Write `" + written + " = true`",
                TextEdit.insert(value.range().end(), " = true"))));
  }

  private RouteType typeOfChoice(Condition.Binary binary, RouteType left, RouteType right) {
    if (left.isOpen() || right.isOpen()) {
      return either(left, right);
    }
    if (left != right) {
      report(
          Kind.OPERANDS,
          binary.range(),
          "`??` chooses between values of one type, but "
              + is(left)
              + " and `{other}` is "
              + right.words(),
          Map.of("value", written(binary.left()), "other", written(binary.right())),
          Optional.empty());
      return RouteType.UNKNOWN;
    }
    return left;
  }

  private void noTruth(Condition operand, RouteType type, String symbol) {
    report(
        Kind.OPERANDS,
        operand.range(),
        is(type) + ", but `" + symbol + "` takes what is true or false",
        Map.of("value", written(operand)),
        Optional.empty());
  }

  // --- NOT before a comparison --------------------------------------------------------------

  private static Optional<Condition.Unary> leftmostNot(Condition left) {
    Condition at = left;
    while (at instanceof Condition.Binary binary) {
      at = binary.left();
    }
    return at instanceof Condition.Unary unary && unary.operator() == Operator.NOT
        ? Optional.of(unary)
        : Optional.empty();
  }

  /** {@code NOT a = b}: compiles only where {@code NOT a} and {@code b} are both true or false. */
  private RouteType typeOfNotBeforeComparison(Condition.Binary binary, Condition.Unary not) {
    int before = problems.size();
    RouteType left = type(binary.left());
    int middle = problems.size();
    RouteType right = type(binary.right());
    if (right == RouteType.UNKNOWN) {
      problems.subList(before, middle).clear();
      return RouteType.UNKNOWN;
    }
    if (middle == before && (left == right || left.isOpen() || right.isOpen())) {
      return RouteType.BOOLEAN;
    }
    problems.subList(before, problems.size()).clear();
    report(
        Kind.NOT_BINDS_FIRST,
        not.range().union(binary.range()),
        "`NOT` binds before `" + binary.operatorRange().of(text) + "`",
        Map.of(),
        parentheses(binary, not, right));
    return RouteType.UNKNOWN;
  }

  /** Parentheses around the comparison, and numbers in it where it needs them. */
  private Optional<Mend> parentheses(
      Condition.Binary binary, Condition.Unary not, RouteType right) {
    TextEdit open = TextEdit.insert(not.operand().range().start(), "(");
    TextEdit close = TextEdit.insert(binary.range().end(), ")");
    List<ConditionProblem> hidden = new ArrayList<>();
    if (binary.left() == not) {
      int before = problems.size();
      typeOfComparison(
          new Condition.Binary(
              not.operand().range().union(binary.range()),
              binary.operator(),
              binary.operatorRange(),
              not.operand(),
              binary.right()),
          type(not.operand()),
          right);
      hidden.addAll(problems.subList(before, problems.size()));
      problems.subList(before, problems.size()).clear();
    }
    if (hidden.isEmpty()) {
      return Optional.of(Mend.certain("Put parentheses after `NOT`", open, close));
    }
    return hidden
        .get(0)
        .mend()
        .map(
            mend -> {
              List<TextEdit> edits = new ArrayList<>(List.of(open));
              edits.addAll(mend.edits());
              edits.add(close);
              return new Mend(
                  "Put parentheses after `NOT` and u" + mend.title().substring(1), edits, false);
            });
  }

  // --- words and mends ----------------------------------------------------------------------

  private static String is(RouteType type) {
    return "`{value}` is " + type.words();
  }

  private String written(Condition operand) {
    return operand.bare().range().of(text);
  }

  private static Optional<Mend> asNumber(Condition operand, RouteType type) {
    return asNumbers(List.of(operand), List.of(type));
  }

  /** Reads the texts that are not written out as numbers; empty where that does not help. */
  private static Optional<Mend> asNumbers(List<Condition> operands, List<RouteType> types) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Condition operand = operands.get(i).bare();
      RouteType type = types.get(i);
      if (type == RouteType.TEXT && !(operand instanceof Condition.TextLiteral)) {
        edits.add(TextEdit.insert(operand.range().start(), "as_number("));
        edits.add(TextEdit.insert(operand.range().end(), ")"));
      } else if (type != RouteType.NUMBER && !type.isOpen()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Mend("Use `as_number(…)`", edits, false));
  }
}
