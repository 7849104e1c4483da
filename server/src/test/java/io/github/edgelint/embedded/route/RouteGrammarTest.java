package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The language of routes: what edgeHub takes, what it refuses, and what it notices late. The
 * outcomes were checked against a parser generated from the grammars of edgeHub.
 */
class RouteGrammarTest {

  private static List<RouteProblem> problems(String text) {
    return Route.parse(text).problems();
  }

  private static RouteProblem onlyProblem(String text) {
    assertThat(problems(text)).hasSize(1);
    return problems(text).get(0);
  }

  private static String where(String condition) {
    return "FROM /messages WHERE " + condition + " INTO $upstream";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM /* INTO $upstream",
        "from /messages into $UpStream",
        "SELECT * FROM /messages/* INTO $upstream",
        "FROM/messages/modules/m/outputs/o INTO $upstream",
        "FROM / messages / modules /m/* INTO $upstream",
        "FROM /a\t\r\n/b INTO\n$upstream",
        "FROM /messages /* why */ INTO $upstream",
        "FROM /messages/modules/*/outputs/o INTO $upstream",
        "FROM /messages/modules/1a/outputs/a.b-c_d INTO $upstream",
        "FROM /messages/True/NULL/whereabouts INTO $upstream",
        "FROM /messages/a$b/$ INTO $upstream",
        "FROM /messages/out*/x**/a+b/it's INTO $upstream",
        "FROM /twinChangeNotifications INTO $upstream",
        "FROM /* INTO $anything",
        "FROM /* INTO BrokeredEndpoint(\"/modules/m/inputs/i\")",
        "FROM /* INTO brokeredendpoint ( 'modules/m/inputs/i/' )",
        "FROM /* INTO Other(\"\")",
        "FROM /* INTO $upstream WHERE x = 1",
        "FROM /* INTO $upstream; INTO $upstream",
        "FROM /* INTO BrokeredEndpoint(\"/modules/m/inputs/i\"), BrokeredEndpoint(\"\")",
      })
  void a_route_that_edge_hub_takes_has_no_problem(String text) {
    assertThat(problems(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "$body.a.b[0].c-d = 'x'",
        "{ $connectionDeviceId } = \"d\"",
        "NOT IS_DEFINED($connectionModuleId)",
        "not is_defined ( a )",
        "f()",
        "f(a, -1, 'x', (b))",
        "a = 'it\\'s' AND b <> \"say \\\"hi\\\" \\u00e9\"",
        "a = ''",
        "a='x'",
        "temp>30 AND a<>5 OR b<=3",
        "a=\"x\"AND b=\"y\"",
        "(a='x')AND(b='y')",
        "a = 0x1F OR a = -.5e+3 OR a = 1e5 OR a = 00",
        "true = false ?? null ?? undefined",
        "a = TRUE",
        "- - a = NOT NOT b",
        "a/b*c%d",
        "a\n=\t'x' /* why */",
        "level!='info'",
        "a+b > 2",
        "a = 'it''s'",
        "a = 'x'b",
        "a /* one */ /* two */ = 1",
      })
  void a_condition_that_edge_hub_takes_has_no_problem(String condition) {
    assertThat(problems(where(condition))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM / ~ TRAILING_SLASH",
        "FROM /messages/ ~ TRAILING_SLASH",
        "messages/* INTO $upstream ~ UNEXPECTED",
        "SELECT messages/* INTO $upstream ~ UNEXPECTED",
        "FROM /a/b(c) > 30 INTO $upstream ~ SOURCE_PART",
        "FROM /a INTO BrokeredEndpoint(/modules/m/inputs/i\") ~ UNQUOTED_ADDRESS",
      })
  void one_slip_is_one_problem(String text, RouteProblem.Kind kind) {
    assertThat(onlyProblem(text).kind()).isEqualTo(kind);
  }

  @Test
  void the_opening_quote_of_an_address_is_added_where_only_that_is_missing() {
    String text = "FROM /a INTO BrokeredEndpoint(/modules/m/inputs/i\")";

    RouteProblem problem = onlyProblem(text);

    assertThat(TextEdit.apply(text, problem.mend().orElseThrow().edits()))
        .isEqualTo("FROM /a INTO BrokeredEndpoint(\"/modules/m/inputs/i\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a OR b AND c = d < e + f * g ~ (a OR (b AND (c = (d < (e + (f * g))))))",
        "a * b + c < d = e AND f OR g ?? h ~ (((((((a * b) + c) < d) = e) AND f) OR g) ?? h)",
        "a - b - c ~ ((a - b) - c)",
        "a ?? b ?? c ~ ((a ?? b) ?? c)",
        "NOT a = b ~ ((NOT a) = b)",
        "NOT (a = b) ~ (NOT (a = b))",
        "- a * b ~ ((- a) * b)",
        "a * NOT b = c ~ ((a * (NOT b)) = c)",
        "a || b + c ~ ((a || b) + c)",
        "a <> b != c ~ ((a != b) != c)",
        "f(a, b OR c) = 1 ~ (f(a, (b OR c)) = 1)",
      })
  void operators_bind_as_in_edge_hub(String condition, String shape) {
    Route route = Route.parse(where(condition));
    assertThat(Shape.of(route.condition().orElseThrow(), route.text())).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "5-3 = a-b ~ (5-3 = a-b)",
        "5 - 3 = a- ~ ((5 - 3) = a-)",
        "$body.x+1 > 2 ~ ($body.x+1 > 2)",
        "a!=5 ~ (a! = 5)",
        "a != 5 ~ (a != 5)",
        "a!b=5 ~ (a!b = 5)",
        "'it''s' = 'it' ~ ('it''s' = 'it')",
        "'x'||'y' = b ~ ('x'||'y' = b)",
        "\"x\"||\"y\" = b ~ ((\"x\" || \"y\") = b)",
        "e5 = x5 ~ (e5 = x5)",
        "-x = - x ~ (-x = (- x))",
        "-5 = - 5 ~ (-5 = (- 5))",
        "a*2/b ~ (a*2 / b)",
      })
  void what_is_written_together_is_one_name(String condition, String shape) {
    Route route = Route.parse(where(condition));
    assertThat(Shape.of(route.condition().orElseThrow(), route.text())).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`` ~ EMPTY ~ ``",
        "/* only */ ~ EMPTY ~ /* only */",
        "$EDGEHUB_ROUTE ~ UNEXPECTED ~ $EDGEHUB_ROUTE",
        "/messages/* INTO $upstream ~ UNEXPECTED ~ /",
        "SELECT FROM /* INTO $upstream ~ UNEXPECTED ~ FROM",
        "SELECT* FROM /* INTO $upstream ~ UNEXPECTED ~ SELECT*",
        "FROM device messages INTO $upstream ~ UNEXPECTED ~ device",
        "FROM messages/* INTO $upstream ~ MISSING_SLASH ~ messages",
        "FROM * INTO $upstream ~ MISSING_SLASH ~ *",
        "FROM / INTO $upstream ~ TRAILING_SLASH ~ /",
        "FROM /messages/ INTO $upstream ~ TRAILING_SLASH ~ /",
        "FROM /messages//x INTO $upstream ~ TRAILING_SLASH ~ /",
        "FROM /messages/modules/1/* INTO $upstream ~ SOURCE_PART ~ 1",
        "FROM /messages/modules/-5/* INTO $upstream ~ SOURCE_PART ~ -5",
        "FROM /messages/modules/0x1F/* INTO $upstream ~ SOURCE_PART ~ 0x1F",
        "FROM /messages/modules/1.5/* INTO $upstream ~ SOURCE_PART ~ 1.5",
        "FROM /messages/modules/e5/* INTO $upstream ~ SOURCE_PART ~ e5",
        "FROM /messages/modules/from/* INTO $upstream ~ SOURCE_PART ~ from",
        "FROM /messages/modules/INTO/* INTO $upstream ~ SOURCE_PART ~ INTO",
        "FROM /messages/modules/m/outputs/and INTO $upstream ~ SOURCE_PART ~ and",
        "FROM /messages/modules/m/outputs/null INTO $upstream ~ SOURCE_PART ~ null",
        "FROM /messages/modules/$x/* INTO $upstream ~ SOURCE_PART ~ $x",
        "FROM /messages/modules/a[0]/* INTO $upstream ~ SOURCE_PART ~ a[0]",
        "FROM /messages/modules/a:b/* INTO $upstream ~ SOURCE_PART ~ :",
        "FROM /messages/modules/a(b)c/* INTO $upstream ~ SOURCE_PART ~ (",
        "FROM /messages/modules/a=b/* INTO $upstream ~ SOURCE_PART ~ =",
        "FROM /messages/modules/my module/* INTO $upstream ~ UNEXPECTED ~ module",
        "FROM /messages/*WHERE a = 'x' INTO $upstream ~ MISSING_BLANK ~ *WHERE",
        "FROM /messages/*INTO $upstream ~ MISSING_BLANK ~ *INTO",
        "FROM /messages/* INTO$upstream ~ MISSING_BLANK ~ INTO$upstream",
        "FROM /messages/*\u00a0INTO $upstream ~ MISSING_BLANK ~ \u00a0",
        "FROM /messages/* INTO $upstream /* c */ ~ COMMENT ~ /*",
        "FROM /messages/modules/*/outputs/*/x INTO $upstream ~ COMMENT ~ /*",
        "FROM /* WHERE INTO $upstream ~ UNEXPECTED ~ INTO",
        "FROM /* WHERE a = INTO $upstream ~ UNEXPECTED ~ INTO",
        "FROM /* WHERE a == 5 INTO $upstream ~ DOUBLE_EQUAL ~ ==",
        "FROM /* WHERE a = 5 && b = 5 INTO $upstream ~ LOGIC_SYMBOL ~ &&",
        "FROM /* WHERE a = 5 | b = 5 INTO $upstream ~ LOGIC_SYMBOL ~ |",
        "FROM /* WHERE a LIKE 'x%' INTO $upstream ~ SQL_OPERATOR ~ LIKE",
        "FROM /* WHERE (a is null) INTO $upstream ~ SQL_OPERATOR ~ is",
        "FROM /* WHERE a IS NULL INTO $upstream ~ SQL_OPERATOR ~ IS",
        "FROM /* WHERE a BETWEEN 1 AND 2 INTO $upstream ~ SQL_OPERATOR ~ BETWEEN",
        "FROM /* WHERE a[0] = 'x' INTO $upstream ~ UNEXPECTED ~ a[0]",
        "FROM /* WHERE a='x'AND b='y' INTO $upstream ~ MISSING_BLANK ~ 'x'AND",
        "FROM /* WHERE a = 'it'' s' INTO $upstream ~ DOUBLED_QUOTE ~ 'it'' s'",
        "FROM /* WHERE a -5 > 2 INTO $upstream ~ MISSING_BLANK ~ -5",
        "FROM /* WHERE a+ b > 2 INTO $upstream ~ MISSING_BLANK ~ a+",
        "FROM /* WHERE a +b > 2 INTO $upstream ~ MISSING_BLANK ~ +b",
        "FROM /* WHERE a = \"x INTO $upstream ~ UNTERMINATED_TEXT ~ \"x INTO $upstream",
        "FROM /* WHERE a = \\\"x\\\" INTO $upstream ~ ESCAPED_QUOTE ~ \\",
        "FROM /* WHERE a = \"C:\\temp\" INTO $upstream ~ ESCAPE ~ \\",
        "FROM /* WHERE a) INTO $upstream ~ EXTRA_PARENTHESIS ~ )",
        "FROM /* WHERE f(a INTO $upstream ~ MISSING_PARENTHESIS ~ ``",
        "FROM /* WHERE a; INTO $upstream ~ SYMBOL ~ ;",
        "FROM /* WHERE {a} = 1 INTO $upstream ~ UNEXPECTED ~ a",
        "FROM /* WHERE a = 1 WHERE b = 1 INTO $upstream ~ UNEXPECTED ~ WHERE",
        "FROM /* ~ UNEXPECTED ~ ``",
        "FROM /* WHERE a ~ UNEXPECTED ~ ``",
        "FROM /* INTO ~ UNEXPECTED ~ ``",
        "FROM /* INTO upstream ~ BARE_SINK ~ upstream",
        "FROM /* INTO \"$upstream\" ~ QUOTED_SINK ~ \"$upstream\"",
        "FROM /* INTO /modules/m/inputs/i ~ UNEXPECTED ~ /",
        "FROM /* INTO \"/modules/m/inputs/i\" ~ UNEXPECTED ~ \"/modules/m/inputs/i\"",
        "FROM /* INTO cloud ~ UNEXPECTED ~ cloud",
        "FROM /* INTO BrokeredEndpoint \"/modules/m/inputs/i\" ~ UNEXPECTED ~ \"/modules/m/inputs/i\"",
        "FROM /* INTO BrokeredEndpoint(/modules/m/inputs/i) ~ UNQUOTED_ADDRESS ~ /modules/m/inputs/i",
        "FROM /* INTO BrokeredEndpoint(\"/modules/m/inputs/i\" ~ MISSING_PARENTHESIS ~ ``",
        "FROM /* INTO BrokeredEndpoint(\"/m) ~ UNTERMINATED_TEXT ~ \"/m)",
        "FROM /* INTO BrokeredEndpoint(\\\"/m\\\") ~ ESCAPED_QUOTE ~ \\",
      })
  void a_route_that_edge_hub_refuses_has_one_problem_at_the_token_at_fault(
      String text, RouteProblem.Kind kind, String token) {
    RouteProblem problem = onlyProblem(text);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(text)).isEqualTo(token);
    assertThat(problem.late()).isFalse();
    assertThat(problem.expected()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "(a = 1 ~ MISSING_PARENTHESIS ~ ``",
        "f((a) ~ MISSING_PARENTHESIS ~ ``",
        "f((a, b) ~ MISSING_PARENTHESIS ~ ``",
        "(a)) ~ EXTRA_PARENTHESIS ~ )",
        "f(a)) ~ EXTRA_PARENTHESIS ~ )",
        "a ; b ~ SYMBOL ~ ;",
        "; a ~ SYMBOL ~ ;",
        "a = @ ~ SYMBOL ~ @",
        "a ? b ~ SYMBOL ~ ?",
        "a = \"C:\\ x ~ ESCAPE ~ \\",
        "c\\\"y\" ~ ESCAPED_QUOTE ~ \\",
      })
  void some_mistakes_are_noticed_when_the_condition_is_compiled(
      String condition, RouteProblem.Kind kind, String token) {
    RouteProblem problem = onlyProblem(where(condition));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(where(condition))).isEqualTo(token);
    assertThat(problem.late()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM messages/* INTO $upstream ~ FROM /messages/* INTO $upstream",
        "FROM /messages/*WHERE a = b INTO $upstream ~ FROM /messages/* WHERE a = b INTO $upstream",
        "FROM /* WHERE a = b INTO$upstream ~ FROM /* WHERE a = b INTO $upstream",
        "FROM /*\u00a0INTO\u00a0$upstream ~ FROM /* INTO $upstream",
        "FROM /* INTO $upstream /* c */ ~ `FROM /* INTO $upstream `",
        "FROM /* WHERE a == b INTO $upstream ~ FROM /* WHERE a = b INTO $upstream",
        "FROM /* WHERE a = = b INTO $upstream ~ FROM /* WHERE a = b INTO $upstream",
        "FROM /* WHERE a && b INTO $upstream ~ FROM /* WHERE a AND b INTO $upstream",
        "FROM /* WHERE a='x'OR b='y' INTO $upstream ~ FROM /* WHERE a='x' OR b='y' INTO $upstream",
        "FROM /* WHERE a = 'it'' s' INTO $upstream ~ FROM /* WHERE a = 'it\\' s' INTO $upstream",
        "FROM /* WHERE a -5 > 2 INTO $upstream ~ FROM /* WHERE a - 5 > 2 INTO $upstream",
        "FROM /* WHERE a+ b > 2 INTO $upstream ~ FROM /* WHERE a + b > 2 INTO $upstream",
        "FROM /* WHERE a = \\\"x\\\" INTO $upstream ~ FROM /* WHERE a = \"x\" INTO $upstream",
        "FROM /* INTO upstream ~ FROM /* INTO $upstream",
        "FROM /* INTO \" $upstream \" ~ FROM /* INTO $upstream",
        "FROM /* INTO BrokeredEndpoint(/m/a/i/b) ~ FROM /* INTO BrokeredEndpoint(\"/m/a/i/b\")",
        "FROM /* INTO BrokeredEndpoint(\"/m/a/i/b\" ~ FROM /* INTO BrokeredEndpoint(\"/m/a/i/b\")",
        "FROM /* INTO BrokeredEndpoint(\\\"/m\\\") ~ FROM /* INTO BrokeredEndpoint(\"/m\")",
      })
  void what_can_only_have_been_meant_in_one_way_is_mended(String text, String mended) {
    RouteProblem.Mend mend = onlyProblem(text).mend().orElseThrow();

    assertThat(mend.certain()).isTrue();
    assertThat(TextEdit.apply(text, mend.edits())).isEqualTo(mended);
    assertThat(problems(mended)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM /messages/ INTO $upstream ~ FROM /messages/* INTO $upstream",
        "FROM /messages//x INTO $upstream ~ FROM /messages/x INTO $upstream",
        "FROM /* WHERE (a INTO $upstream ~ FROM /* WHERE (a) INTO $upstream",
        "FROM /* WHERE a = 'C:\\temp' INTO $upstream ~ FROM /* WHERE a = 'C:\\\\temp' INTO $upstream",
      })
  void what_was_probably_meant_is_offered(String text, String mended) {
    RouteProblem.Mend mend = onlyProblem(text).mend().orElseThrow();

    assertThat(mend.certain()).isFalse();
    assertThat(TextEdit.apply(text, mend.edits())).isEqualTo(mended);
    assertThat(problems(mended)).isEmpty();
  }

  @Test
  void mistakes_that_are_understood_are_all_told() {
    assertThat(problems("FROM messages/* WHERE a == 1 && b == 2 INTO upstream"))
        .extracting(RouteProblem::kind)
        .containsExactly(
            RouteProblem.Kind.MISSING_SLASH,
            RouteProblem.Kind.DOUBLE_EQUAL,
            RouteProblem.Kind.LOGIC_SYMBOL,
            RouteProblem.Kind.DOUBLE_EQUAL,
            RouteProblem.Kind.BARE_SINK);
  }

  @Test
  void only_ascii_letters_come_in_two_cases() {
    assertThat(problems("FROM /* ıNTO $upstream")).isNotEmpty();
    assertThat(problems("FROM /ſelect INTO $upstream")).isEmpty();
  }
}
