package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.embedded.route.RouteSink.Fault;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  private static final String ROUTE =
      "FROM /messages/modules/filter/outputs/alerts WHERE as_number(temp) > 30"
          + " INTO BrokeredEndpoint(\"/modules/store/inputs/in1\")";

  private static TextRange rangeOf(String part) {
    return TextRange.ofLength(ROUTE.indexOf(part), part.length());
  }

  private static RouteSource source(String path) {
    return Route.parse("FROM " + path + " INTO $upstream").source().orElseThrow();
  }

  private static RouteSink sink(String sink) {
    return Route.parse("FROM /* INTO " + sink).sink().orElseThrow();
  }

  @Test
  void a_route_has_a_source_a_condition_and_a_sink() {
    Route route = Route.parse(ROUTE);

    RouteSource source = route.source().orElseThrow();
    assertThat(source.range()).isEqualTo(rangeOf("/messages/modules/filter/outputs/alerts"));
    assertThat(source.module().orElseThrow())
        .isEqualTo(new RouteName("filter", rangeOf("filter"), false));
    assertThat(source.output().orElseThrow())
        .isEqualTo(new RouteName("alerts", rangeOf("alerts"), false));
    assertThat(route.condition().orElseThrow().range()).isEqualTo(rangeOf("as_number(temp) > 30"));
    assertThat(route.into()).contains(rangeOf("INTO"));
    RouteSink.Endpoint sink = (RouteSink.Endpoint) route.sink().orElseThrow();
    assertThat(sink.range()).isEqualTo(rangeOf("BrokeredEndpoint(\"/modules/store/inputs/in1\")"));
    assertThat(sink.module()).contains(new RouteName("store", rangeOf("store"), false));
    assertThat(sink.input()).contains(new RouteName("in1", rangeOf("in1"), false));
  }

  @Test
  void every_expression_knows_its_place() {
    Condition.Binary comparison = (Condition.Binary) Route.parse(ROUTE).condition().orElseThrow();
    Condition.Call call = (Condition.Call) comparison.left();

    assertThat(comparison.operator()).isEqualTo(Operator.GREATER);
    assertThat(comparison.operatorRange()).isEqualTo(rangeOf(">"));
    assertThat(call.range()).isEqualTo(rangeOf("as_number(temp)"));
    assertThat(call.function().range()).isEqualTo(rangeOf("as_number"));
    assertThat(call.argumentsRange()).isEqualTo(rangeOf("temp"));
    assertThat(comparison.right()).isEqualTo(new Condition.NumberLiteral(rangeOf("30"), "30"));
  }

  @Test
  void a_query_of_the_body_has_a_path() {
    Condition condition =
        Route.parse("FROM /* WHERE $BODY.a[0].b INTO $upstream").condition().orElseThrow();
    assertThat(((Condition.SystemProperty) condition).bodyPath()).contains("a[0].b");
  }

  @Test
  void a_star_names_no_module_and_no_output() {
    assertThat(source("/messages/modules/*").module()).isEmpty();
    assertThat(source("/messages/modules/m/outputs/*").output()).isEmpty();
    assertThat(source("/messages/modules/m/inputs/x").output()).isEmpty();
    assertThat(source("/Messages/MODULES/m").module().orElseThrow().text()).isEqualTo("m");
  }

  @ParameterizedTest
  @CsvSource({
    "/*, true",
    "/messages, true",
    "/messages/*, true",
    "/MESSAGES/Modules/*, true",
    "/messages/modules/m, true",
    "/messages/modules/m/**, true",
    "/messages/modules/M/outputs/*, true",
    "/ messages / modules / m / outputs / o, true",
    "/messages/modules/m/outputs/o*, true",
    "/messages/modules/m/outputs/other, false",
    "/messages/modules/m2/*, false",
    "/messages/modules/*/outputs/o, false",
    "/messages/mod*, false",
    "/message/*, false",
    "/twinChangeNotifications, false",
  })
  void a_source_takes_the_messages_whose_path_begins_with_it(String source, boolean taken) {
    assertThat(source(source).takes("/messages/modules/m/outputs/o")).isEqualTo(taken);
  }

  @Test
  void a_source_may_take_all_that_a_module_sends() {
    assertThat(source("/messages/modules/m/outputs/*").takesAllOf("M")).isTrue();
    assertThat(source("/messages/modules/m/outputs/o").takesAllOf("m")).isFalse();
    assertThat(source("/messages/*").takesAllOf("m")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BrokeredEndpoint(\"/modules/m/inputs/i\")",
        "BROKEREDENDPOINT('Modules/m/INPUTS/i/')",
        "BrokeredEndpoint(\" \u00a0/modules/m/inputs/i \")",
        "$Upstream"
      })
  void a_good_sink_has_no_fault(String sink) {
    assertThat(sink(sink).fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "$cloud, UNKNOWN_ENDPOINT",
        "Endpoint(\"/modules/m/inputs/i\"), UNKNOWN_FUNCTION",
        "BrokeredEndpoint(\"\"), PART_COUNT",
        "BrokeredEndpoint(\"/modules/m/i\"), PART_COUNT",
        "BrokeredEndpoint(\"//modules/m/inputs/i\"), PART_COUNT",
        "BrokeredEndpoint(\"/modules/m/inputs/i/j\"), PART_COUNT",
        "BrokeredEndpoint(\"/module/m/inputs/i\"), WORDS",
        "BrokeredEndpoint(\"/modules/m/input/i\"), WORDS"
      })
  void a_bad_sink_has_a_fault(String sink, Fault fault) {
    assertThat(sink(sink).fault()).contains(fault);
    assertThat(fault.isRefused()).isEqualTo(fault != Fault.WORDS);
  }

  // --- placeholders -------------------------------------------------------------------------

  private static Route withPlaceholders(String text) {
    List<TextRange> placeholders = new ArrayList<>();
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 1)) {
      placeholders.add(new TextRange(at, text.indexOf('}', at) + 1));
    }
    return Route.parse(text, placeholders);
  }

  @Test
  void a_placeholder_is_a_part_of_a_name_that_nobody_knows() {
    Route route =
        withPlaceholders(
            "FROM /messages/modules/a${M}/outputs/o WHERE t = ${V}"
                + " INTO BrokeredEndpoint(\"/modules/${N}/inputs/i\")");

    RouteName module = route.source().orElseThrow().module().orElseThrow();
    assertThat(module.text()).isEqualTo("a${M}");
    assertThat(module.unknown()).isTrue();
    assertThat(route.source().orElseThrow().output().orElseThrow().unknown()).isFalse();
    assertThat(route.source().orElseThrow().takesAllOf("m")).isFalse();
    assertThat(route.sink().orElseThrow().fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${ROUTE}", "FROM /* INTO ${SINK}", "FROM /* ${FILTER} INTO $upstream"})
  void a_route_with_a_placeholder_has_no_problem(String text) {
    assertThat(withPlaceholders(text).problems()).isEmpty();
  }

  // --- damage -------------------------------------------------------------------------------

  private static void checkLaws(Route route) {
    String text = route.text();
    StringBuilder joined = new StringBuilder();
    for (RouteToken token : route.tokens()) {
      assertThat(token.range().isEmpty()).isFalse();
      joined.append(token.range().of(text));
    }
    assertThat(joined.toString()).isEqualTo(text);
    TextRange whole = new TextRange(0, text.length());
    route.problems().forEach(problem -> assertThat(whole.contains(problem.range())).isTrue());
    route.source().ifPresent(source -> assertThat(whole.contains(source.range())).isTrue());
    route.sink().ifPresent(sink -> assertThat(whole.contains(sink.range())).isTrue());
    route.condition().ifPresent(condition -> checkNesting(condition, whole));
    route
        .conditionProblems()
        .forEach(problem -> assertThat(whole.contains(problem.range())).isTrue());
    route.ignoredText().ifPresent(ignored -> assertThat(whole.contains(ignored.range())).isTrue());
    assertThat(route.describe()).endsWith(".");
    checkMends(route);
    checkHighlights(route);
    assertThat(whole.contains(route.expectationAt(text.length() / 2).replaced())).isTrue();
  }

  private static void checkMends(Route route) {
    Stream.concat(
            route.problems().stream().map(RouteProblem::mend),
            route.conditionProblems().stream().map(ConditionProblem::mend))
        .flatMap(Optional::stream)
        .forEach(
            mend -> {
              assertThat(TextEdit.apply(route.text(), mend.edits())).isNotEqualTo(route.text());
              route.isSafe(mend);
            });
  }

  private static void checkHighlights(Route route) {
    int end = 0;
    for (Highlight highlight : route.highlights()) {
      assertThat(highlight.range().start()).isGreaterThanOrEqualTo(end);
      end = highlight.range().end();
    }
    assertThat(end).isLessThanOrEqualTo(route.text().length());
  }

  private static void checkNesting(Condition condition, TextRange around) {
    assertThat(around.contains(condition.range())).as("%s in %s", condition, around).isTrue();
    children(condition).forEach(child -> checkNesting(child, condition.range()));
  }

  private static List<Condition> children(Condition condition) {
    if (condition instanceof Condition.Call call) {
      return call.arguments();
    }
    if (condition instanceof Condition.Unary unary) {
      return List.of(unary.operand());
    }
    if (condition instanceof Condition.Binary binary) {
      return List.of(binary.left(), binary.right());
    }
    return condition instanceof Condition.Nested nested ? List.of(nested.inner()) : List.of();
  }

  @Provide
  Arbitrary<String> routes() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "FROM ",
            "/",
            "messages",
            "*",
            " WHERE ",
            " INTO ",
            "$upstream",
            "a",
            " = ",
            "!=",
            "'x'",
            "\"y\"",
            "AND ",
            " OR ",
            "NOT ",
            "(",
            ")",
            ", ",
            "f(",
            "5",
            " -5",
            "{$m}",
            "$body.x[0]",
            ";",
            "\\",
            "'",
            "\"",
            " + ",
            "||",
            "??",
            "'it''s'",
            "/*",
            "*/",
            "a+ ",
            "&&",
            " LIKE ",
            "BrokeredEndpoint(",
            "\"/modules/a/inputs/b\"",
            "[",
            "]",
            "\u00a0",
            "\ud83d");
    return pieces.list().ofMaxSize(25).map(list -> String.join("", list));
  }

  @Property
  void any_text_is_read(@ForAll("routes") String text) {
    checkLaws(Route.parse(text));
    checkLaws(Route.parse(text, List.of(new TextRange(text.length() / 3, text.length() / 2))));
  }

  @Test
  void every_prefix_of_a_route_is_read() {
    for (int end = 0; end <= ROUTE.length(); end++) {
      checkLaws(Route.parse(ROUTE.substring(0, end)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "- ", "NOT ", "f(", "a ?? ", "(a)) ", "; ", "'x ", "/*", "a = (b AND "})
  void no_condition_is_too_long_or_too_deep(String piece) {
    checkLaws(Route.parse("FROM /messages WHERE " + piece.repeat(1_000) + " INTO $upstream"));
    checkLaws(Route.parse("FROM /messages WHERE " + piece.repeat(20_000) + " INTO $upstream"));
  }

  @Test
  void about_a_condition_that_is_too_deep_nothing_is_said() {
    Route route =
        Route.parse(
            "FROM /messages WHERE " + "(".repeat(300) + "a" + ")".repeat(299) + " INTO $upstream");
    assertThat(route.problems()).isEmpty();
    assertThat(route.condition()).isEmpty();
    assertThat(route.source()).isPresent();
  }

  // --- real routes --------------------------------------------------------------------------

  private static void collect(ConfigNode node, Set<String> routes) {
    for (Member member : node.members()) {
      String name = member.name().toLowerCase(Locale.ROOT);
      if (name.equals("routes")) {
        member.value().members().forEach(route -> add(route.value(), routes));
      } else if (name.startsWith("properties.desired.routes.")) {
        add(member.value(), routes);
      } else {
        collect(member.value(), routes);
      }
    }
    node.items().forEach(item -> collect(item, routes));
  }

  private static void add(ConfigNode value, Set<String> routes) {
    value.asText().or(() -> value.get("route").asText()).ifPresent(routes::add);
  }

  @Test
  void all_real_routes_but_two_are_taken() throws IOException {
    Set<String> routes = new TreeSet<>();
    try (Stream<Path> files = Files.list(Shared.assumePresent("corpus/manifests"))) {
      for (Path file : files.toList()) {
        collect(JsonParser.parse(SourceText.decode(Files.readAllBytes(file))).root(), routes);
      }
    }
    List<String> refused =
        routes.stream().filter(text -> !Route.parse(text).problems().isEmpty()).toList();

    assertThat(routes).hasSizeGreaterThan(119);
    assertThat(refused)
        .containsExactly(
            // A variable that nobody has replaced.
            "$EDGEHUB_ROUTE",
            // The language before the first release.
            "FROM device messages WHERE $connectedModuleInstanceId=\"adapterglobalconfig\""
                + " INTO brokeredEndpoint(\"/modinstances/alertLogic/in\");");
  }
}
