package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.embedded.route.ConditionProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What edgeHub can compile, and what it compiles to something else than was meant. */
class ConditionCheckTest {

  private static Route where(String condition) {
    Route route = Route.parse("FROM /messages WHERE " + condition + " INTO $upstream");
    assertThat(route.problems()).isEmpty();
    return route;
  }

  private static ConditionProblem onlyProblem(String condition) {
    List<ConditionProblem> problems = where(condition).conditionProblems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 = 3",
        "'3' <> \"3\"",
        "true = false",
        "null = null",
        "undefined < undefined",
        "level = 'warning'",
        "$connectionDeviceId < 'm'",
        "a = $b",
        "as_number(temp) > 30",
        "3 + as_number(a) * 2 - -1 >= 0x1F",
        "-(3 + 4) < - as_number(a)",
        "NOT IS_DEFINED($connectionModuleId)",
        "NOT (a = 'x')",
        "NOT is_null(a) = true",
        "not null",
        "NOT $body.off",
        "a = 'x' AND b = 'y' OR NOT (c = 'z')",
        "(null and null) = null",
        "null or false",
        "undefined and true",
        "(a ?? 'none') = 'x'",
        "(as_number(a) ?? 12.5) = 3",
        "undefined ?? undefined",
        "'a' || b || 'c' = 'abc'",
        "concat('a', b, $c, 'd') = 'x'",
        "substring(a, 1) = 'b'",
        "substring(a, 1, length(a) - 1) = 'b'",
        "CONTAINS(lower(a), 'x') AND starts_with(a, b) AND ENDS_WITH(a, upper(b))",
        "index_of(a, 'x') = -1",
        "power(2, as_number(a)) = square(as_number(b))",
        "is_defined(a) AND is_defined(1) AND is_defined(true) AND is_defined(null)",
        "is_bool($body.x) OR is_string(undefined)",
        "$body.temp > 30",
        "$body.name = 'x'",
        "$body.flag = true",
        "$body.x = null",
        "$body.a + 1 > $body.b[0]",
        "$body.flag AND a = 'x'",
        "$body.a AND $body.b",
        "$body.flag AND a",
        "{$body.flag} OR $body.other",
        "abs($body.x) = 5 AND length($body.y) = 2",
        "as_number($body.x) = 1",
        "($body.x ?? 'y') = 'z'",
        "sensor-1 = 'x'",
        "a.b-c_d = 'x'",
        "2x-3 = 'x'",
        "day = 2020-01-31",
        "it's = 'x'",
        "truely = 'x'",
      })
  void a_condition_that_compiles_has_no_problem(String condition) {
    assertThat(where(condition).conditionProblems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "temp > 30 ~ OPERANDS ~ temp > 30 ~ `temp` is text and cannot be compared with a number",
        "(30 < $t) ~ OPERANDS ~ 30 < $t ~ `$t` is text and cannot be compared with a number",
        "flag = true ~ OPERANDS ~ flag = true ~ `flag` is text and cannot be compared with true or"
            + " false",
        "a = null ~ OPERANDS ~ a = null ~ `a` is text and cannot be compared with `null`",
        "a = undefined ~ OPERANDS ~ a = undefined ~ `a` is text and cannot be compared with"
            + " `undefined`",
        "1 = true ~ OPERANDS ~ 1 = true ~ `1` is a number and cannot be compared with true or"
            + " false",
        "lower(a) = 5 ~ OPERANDS ~ lower(a) = 5 ~ `lower(a)` is text and cannot be compared with a"
            + " number",
        "a = b AND c > 1 ~ OPERANDS ~ c > 1 ~ `c` is text and cannot be compared with a number",
        "a = b = c ~ OPERANDS ~ a = b = c ~ `c` is text and cannot be compared with true or false",
        "temp + 1 > 2 ~ OPERANDS ~ temp + 1 ~ `temp` is text and cannot be calculated with: `+`"
            + " takes numbers",
        "'a' + 'b' = 'ab' ~ OPERANDS ~ 'a' + 'b' ~ `'a'` is text and cannot be calculated with: `+`"
            + " takes numbers",
        "3 % true = 1 ~ OPERANDS ~ 3 % true ~ `true` is true or false and cannot be calculated"
            + " with: `%` takes numbers",
        "- (temp) > 2 ~ OPERANDS ~ - (temp) ~ `temp` is text and cannot be calculated with: `-`"
            + " takes numbers",
        "a = 'x' || b = 'y' ~ OPERANDS ~ a = 'x' || b = 'y' ~ `'y'` is text and cannot be compared"
            + " with true or false",
        "as_number(a) || b = 'x' ~ OPERANDS ~ as_number(a) || b ~ `as_number(a)` is a number, but"
            + " `||` puts texts together and does not mean `OR`",
        "NOT flag ~ OPERANDS ~ flag ~ `flag` is text, but `NOT` takes what is true or false",
        "flag AND a = 'x' ~ OPERANDS ~ flag ~ `flag` is text, but `AND` takes what is true or"
            + " false",
        "a = 'x' or 'y' ~ OPERANDS ~ 'y' ~ `'y'` is text, but `OR` takes what is true or false",
        "a = 'x' AND $body.flag ~ OPERANDS ~ $body.flag ~ `$body.flag` cannot stand alone behind"
            + " `AND`",
        "a ?? 5 = 5 ~ OPERANDS ~ a ?? 5 = 5 ~ `??` chooses between values of one type, but `a` is"
            + " text and `5 = 5` is true or false",
        "NOT a = 'x' ~ NOT_BINDS_FIRST ~ NOT a = 'x' ~ `NOT` binds before `=`",
        "b = 'y' AND NOT a <> 'x' ~ NOT_BINDS_FIRST ~ NOT a <> 'x' ~ `NOT` binds before `<>`",
        "NOT as_number(a) + 1 > 2 ~ NOT_BINDS_FIRST ~ NOT as_number(a) + 1 > 2 ~ `NOT` binds before"
            + " `>`",
        "NOT $body.a = 'x' ~ NOT_BINDS_FIRST ~ NOT $body.a = 'x' ~ `NOT` binds before `=`",
        "abs(temp) > 1 ~ ARGUMENT ~ temp ~ `temp` is text, but `abs` takes a number",
        "length(5) = 1 ~ ARGUMENT ~ 5 ~ `5` is a number, but `length` takes text",
        "as_number(true) = 1 ~ ARGUMENT ~ true ~ `true` is true or false, but `as_number` takes"
            + " text or a number",
        "concat('a', 'b', 3) = 'x' ~ ARGUMENT ~ 3 ~ `3` is a number, but `concat` takes text",
        "$body. = 'x' ~ BODY_PATH ~ $body. ~ `$body.` names no value of the body",
        "$body.a..b = 'x' ~ BODY_PATH ~ $body.a..b ~ `$body.a..b` names no value of the body",
        "like(a, 'b%') ~ UNKNOWN_FUNCTION ~ like ~ `like` is no function of the route language",
        "-abs(1) = 1 ~ UNKNOWN_FUNCTION ~ -abs ~ `-abs` is no function of the route language",
        "abs() = 1 ~ ARGUMENT_COUNT ~ abs ~ `abs` takes 1 argument",
        "Power(2) = 1 ~ ARGUMENT_COUNT ~ 2 ~ `power` takes 2 arguments",
        "substring(a) = 'x' ~ ARGUMENT_COUNT ~ a ~ `substring` takes 2 or 3 arguments",
        "substring(a, 1, 2, 3) = 'x' ~ ARGUMENT_COUNT ~ a, 1, 2, 3 ~ `substring` takes 2 or 3"
            + " arguments",
        "concat('a') = 'x' ~ ARGUMENT_COUNT ~ 'a' ~ `concat` takes at least 2 arguments",
        "twin_change_includes(properties.reported.x) ~ UNUSABLE_FUNCTION ~ twin_change_includes ~"
            + " `twin_change_includes` never works on a device",
        "a!=5 ~ GLUED_OPERATOR ~ a! ~ `a!` is read as one name, not as an operation",
        "a+b > 2 ~ GLUED_OPERATOR ~ a+b ~ `a+b` is read as one name, not as an operation",
        "$body.x*2 > 2 ~ GLUED_OPERATOR ~ $body.x*2 ~ `$body.x*2` is read as one name, not as an"
            + " operation",
        "a||b = 'x' ~ GLUED_OPERATOR ~ a||b ~ `a||b` is read as one name, not as an operation",
        "1 = 5-3 ~ GLUED_OPERATOR ~ 5-3 ~ `5-3` is read as one name, not as an operation",
        "'x'||'y' = a ~ GLUED_OPERATOR ~ 'x'||'y' ~ `'x'||'y'` is read as one name, not as an"
            + " operation",
        "flag = TRUE ~ LITERAL_CASE ~ TRUE ~ `TRUE` is read as the name of a property",
        "$body.x = Null ~ LITERAL_CASE ~ Null ~ `Null` is read as the name of a property",
        "a = ‘x’ ~ TYPOGRAPHIC_QUOTES ~ ‘x’ ~ `‘x’` is read as the name of a property",
        "a = 'it''s' ~ DOUBLED_QUOTE ~ 'it''s' ~ `'it''s'` is read as the name of a property",
      })
  void a_mistake_is_told_once_at_its_place(
      String condition, Kind kind, String place, String explanation) {
    ConditionProblem problem = onlyProblem(condition);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(where(condition).text())).isEqualTo(place);
    assertThat(problem.explanation()).isEqualTo(explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "temp > 30 ~ as_number(temp) > 30 ~ false",
        "(temp) + $b > 2 ~ (as_number(temp)) + as_number($b) > 2 ~ false",
        "abs(temp) > 1 ~ abs(as_number(temp)) > 1 ~ false",
        "a = 'x' AND $body.flag ~ a = 'x' AND $body.flag = true ~ false",
        "NOT a = 'x' AND b = 'y' ~ NOT (a = 'x') AND b = 'y' ~ true",
        "NOT a > 5 ~ NOT (as_number(a) > 5) ~ false",
        "a!='x' ~ a != 'x' ~ true",
        "a!= 'x' ~ a != 'x' ~ true",
        "a!=5 ~ a != 5 ~ false",
        "$body.x+1 > 2 ~ $body.x + 1 > 2 ~ true",
        "a+b > 2 ~ a + b > 2 ~ false",
        "a||b = 'x' ~ a || b = 'x' ~ true",
        "1 = 5-3 ~ 1 = 5 - 3 ~ true",
        "'x'||'y' = a ~ 'x' || 'y' = a ~ true",
        "$body.x = Null ~ $body.x = null ~ true",
        "flag = TRUE ~ flag = true ~ false",
        "a = 'it''s' ~ a = 'it\\'s' ~ true",
      })
  void a_mend_is_safe_when_the_condition_compiles_with_it(
      String condition, String mended, boolean safe) {
    Route route = where(condition);
    RouteProblem.Mend mend = onlyProblem(condition).mend().orElseThrow();

    assertThat(TextEdit.apply(route.text(), mend.edits())).isEqualTo(where(mended).text());
    assertThat(route.isSafe(mend)).isEqualTo(safe);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C++ = 'x'", "a = 'x'b", "'a' + temp = 'x'"})
  void nobody_knows_how_to_mend_some_mistakes(String condition) {
    assertThat(onlyProblem(condition).mend()).isEmpty();
  }

  @Test
  void a_mend_is_not_safe_when_it_brings_another_mistake_to_light() {
    Route route = Route.parse("FROM /messages WHERE temp == 5 INTO $upstream");
    assertThat(route.isSafe(route.problems().get(0).mend().orElseThrow())).isFalse();
  }

  @Test
  void of_several_mistakes_each_may_be_mended_alone() {
    Route route = Route.parse("FROM /messages WHERE a == 'x' && b == 'y' INTO $upstream");
    assertThat(route.problems())
        .allMatch(problem -> route.isSafe(problem.mend().orElseThrow()))
        .hasSize(3);
  }

  @Test
  void what_a_placeholder_touches_is_unknown() {
    String text = "FROM /messages WHERE a > ${N} AND NOT b = ${X} AND ${F}(c) = 5 INTO $upstream";
    List<TextRange> placeholders =
        List.of(
            TextRange.ofLength(text.indexOf("${N}"), 4),
            TextRange.ofLength(text.indexOf("${X}"), 4),
            TextRange.ofLength(text.indexOf("${F}"), 4));
    assertThat(Route.parse(text, placeholders).conditionProblems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(RouteFunction.class)
  void every_function_is_found_by_its_name_in_any_case(RouteFunction function) {
    assertThat(RouteFunction.of(function.name())).contains(function);
    assertThat(RouteFunction.of(function.text())).contains(function);
    assertThat(function.signature()).startsWith(function.text() + "(");
    assertThat(function.documentation()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "abs ~ abs(number)",
        "substring ~ substring(text, start[, length])",
        "concat ~ concat(first, second, …)"
      })
  void a_signature_shows_what_may_be_left_out(String name, String signature) {
    assertThat(RouteFunction.of(name).orElseThrow().signature()).isEqualTo(signature);
  }
}
