package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.ConditionProblem.Kind;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of properties that were not meant as names: operators, literals and texts that the lexer of
 * edgeHub takes into a name. No message has such a property.
 */
final class SuspiciousName {

  private static final String OPERATORS = "+*%|";
  private static final String TYPOGRAPHIC_QUOTES = "\u2018\u2019\u201a\u201c\u201d\u201e";

  private SuspiciousName() {}

  /**
   * What a name was probably meant to be; empty for one that looks like a name.
   *
   * @param route the route that the name stands in
   */
  static Optional<ConditionProblem> of(RouteName name, String route) {
    String text = name.text();
    if (text.charAt(0) == '\'') {
      return Optional.of(gluedText(name));
    }
    if (isInTypographicQuotes(text)) {
      return Optional.of(typographic(name));
    }
    if (isLiteral(text)) {
      return Optional.of(literal(name));
    }
    int next = name.range().end();
    if (text.length() > 1
        && text.endsWith("!")
        && next < route.length()
        && route.charAt(next) == '=') {
      return Optional.of(glued(name, aroundNotEqual(name, route)));
    }
    if (hasOperator(text)) {
      return Optional.of(glued(name, aroundOperators(name)));
    }
    return isDifference(text) ? Optional.of(glued(name, aroundMinus(name))) : Optional.empty();
  }

  private static ConditionProblem glued(RouteName name, List<TextEdit> edits) {
    return new ConditionProblem(
        Kind.GLUED_OPERATOR,
        name.range(),
        "`{name}` is read as one name, not as an operation",
        Map.of("name", name.text()),
        edits.isEmpty()
            ? Optional.empty()
            : Optional.of(new Mend("Insert the blanks", edits, true)));
  }

  // --- literals -----------------------------------------------------------------------------

  private static boolean isLiteral(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "false", "null", "undefined" -> true;
      default -> false;
    };
  }

  private static ConditionProblem literal(RouteName name) {
    String lower = name.text().toLowerCase(Locale.ROOT);
    return new ConditionProblem(
        Kind.LITERAL_CASE,
        name.range(),
        "`{name}` is read as the name of a property",
        Map.of("name", name.text()),
        Optional.of(Mend.certain("Write `" + lower + "`", new TextEdit(name.range(), lower))));
  }

  // --- texts --------------------------------------------------------------------------------

  private static boolean isInTypographicQuotes(String text) {
    return text.length() > 1
        && TYPOGRAPHIC_QUOTES.indexOf(text.charAt(0)) >= 0
        && TYPOGRAPHIC_QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0
        && text.indexOf('\'') < 0;
  }

  private static ConditionProblem typographic(RouteName name) {
    String text = name.text();
    String straight = "'" + text.substring(1, text.length() - 1) + "'";
    return new ConditionProblem(
        Kind.TYPOGRAPHIC_QUOTES,
        name.range(),
        "`{name}` is read as the name of a property",
        Map.of("name", text),
        Optional.of(new Mend("Use `'`", List.of(new TextEdit(name.range(), straight)), true)));
  }

  private static ConditionProblem gluedText(RouteName name) {
    String text = name.text();
    Optional<TextRange> doubled =
        RouteText.withDoubledQuotes(text, 0).filter(range -> range.end() == text.length());
    if (doubled.isPresent()) {
      List<TextEdit> edits = new ArrayList<>();
      for (TextEdit edit : RouteText.escapes(text, doubled.get())) {
        edits.add(new TextEdit(edit.range().shift(name.range().start()), edit.newText()));
      }
      return new ConditionProblem(
          Kind.DOUBLED_QUOTE,
          name.range(),
          "`{name}` is read as the name of a property",
          Map.of("name", text),
          Optional.of(new Mend("Use `\\'`", edits, true)));
    }
    return glued(name, aroundTexts(name));
  }

  /** Blanks between texts and what is glued to them; none where a rest is no operator. */
  private static List<TextEdit> aroundTexts(RouteName name) {
    String text = name.text();
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.charAt(at) == '\'' ? text.indexOf('\'', at + 1) + 1 : endOfWord(text, at);
      if (end == 0 || (text.charAt(at) != '\'' && !isOperator(text.substring(at, end)))) {
        return List.of();
      }
      if (end < text.length()) {
        edits.add(TextEdit.insert(name.range().start() + end, " "));
      }
      at = end;
    }
    return edits;
  }

  private static int endOfWord(String text, int from) {
    int end = text.indexOf('\'', from);
    return end < 0 ? text.length() : end;
  }

  private static boolean isOperator(String word) {
    return Operator.between(RouteLexer.kindOfWord(word)).isPresent();
  }

  // --- operators ----------------------------------------------------------------------------

  private static boolean hasOperator(String text) {
    return text.indexOf('+') >= 0
        || text.indexOf('*') >= 0
        || text.indexOf('%') >= 0
        || text.contains("||");
  }

  private static List<TextEdit> aroundNotEqual(RouteName name, String route) {
    int mark = name.range().end() - 1;
    List<TextEdit> edits = new ArrayList<>();
    edits.add(TextEdit.insert(mark, " "));
    if (mark + 2 < route.length() && route.charAt(mark + 2) != ' ') {
      edits.add(TextEdit.insert(mark + 2, " "));
    }
    return edits;
  }

  /** Blanks around each operator; none where an operator has nothing on one side. */
  private static List<TextEdit> aroundOperators(RouteName name) {
    String text = name.text();
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (OPERATORS.indexOf(text.charAt(at)) < 0) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && OPERATORS.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (at == 0 || end == text.length() || !isOperator(text.substring(at, end))) {
        return List.of();
      }
      edits.add(TextEdit.insert(name.range().start() + at, " "));
      edits.add(TextEdit.insert(name.range().start() + end, " "));
      at = end;
    }
    return edits;
  }

  /**
   * Whether a name is two groups of digits with a hyphen between them; three rather make a date.
   */
  private static boolean isDifference(String text) {
    int hyphen = text.indexOf('-');
    return hyphen > 0
        && isNumber(text.substring(0, hyphen))
        && isNumber(text.substring(hyphen + 1));
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.charAt(0) != '-' && RouteLexer.kindOfWord(word).isNumber();
  }

  private static List<TextEdit> aroundMinus(RouteName name) {
    int at = name.range().start() + name.text().indexOf('-');
    return List.of(TextEdit.insert(at, " "), TextEdit.insert(at + 1, " "));
  }
}
