package io.github.edgelint.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

class JsonVerdictTest {

  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private static final Set<Kind> LENIENT_KINDS =
      Set.of(Kind.JSON_DUPLICATE_KEY, Kind.JSON_COMMENT, Kind.JSON_TRAILING_COMMA);

  private static ConfigTree parse(String text) {
    return io.github.edgelint.syntax.json.JsonParser.parse(SourceText.of(text));
  }

  private static boolean isStrict(ConfigTree tree) {
    return tree.problems().stream().allMatch(p -> p.kind() == Kind.JSON_DUPLICATE_KEY);
  }

  private static boolean isLenient(ConfigTree tree) {
    return tree.problems().stream().allMatch(p -> LENIENT_KINDS.contains(p.kind()));
  }

  private static boolean isReadLeniently(String text) {
    try (JsonParser parser = LENIENT.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"a\":1,}", "[1] 2", "// x\n1", "\"a", "01", "{\"a\" 1}"})
  void a_strict_reader_refuses_what_is_not_json(String text) {
    assertThat(JsonVerdict.isRefused(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "{}", " [1, \"a\", null]\n", "{\"a\":1,\"a\":2}"})
  void a_strict_reader_takes_json(String text) {
    assertThat(JsonVerdict.isRefused(text)).isFalse();
  }

  @Test
  void a_byte_order_mark_is_no_reason_to_refuse() {
    assertThat(JsonVerdict.isRefused(parse("\uFEFF{}"))).isFalse();
  }

  @Test
  void neither_is_a_placeholder_of_a_template() {
    SourceText template = SourceText.of("{\"ttl\": $TTL, ${KEY}: [ {{x}} ]}");
    ConfigTree tree = io.github.edgelint.syntax.json.JsonParser.parse(template, true);

    assertThat(JsonVerdict.isRefused(tree)).isFalse();
  }

  @Test
  void how_deep_values_nest_is_no_reason_either() {
    assertThat(JsonVerdict.isRefused("[".repeat(100_000) + "]".repeat(100_000))).isFalse();
  }

  @Property(tries = 2000)
  void our_verdict_is_that_of_a_strict_reader(@ForAll("damaged") String text) {
    assertThat(isStrict(parse(text))).isEqualTo(!JsonVerdict.isRefused(text));
  }

  @Property(tries = 2000)
  void apart_from_comments_and_commas_it_is_that_of_a_reader_that_allows_both(
      @ForAll("damaged") String text) {
    // That reader knows no control characters in comments.
    Assume.that(text.indexOf('\u0001') < 0);
    // It wants white space behind a number that is the whole document.
    Assume.that(!text.matches("(?s)[^\\[{\"]*[0-9]/.*"));
    assertThat(isLenient(parse(text))).isEqualTo(isReadLeniently(text));
  }

  @Property(tries = 2000)
  void safe_repairs_leave_fewer_problems(@ForAll("damaged") String text) {
    List<SyntaxProblem> problems = parse(text).problems();
    List<TextEdit> edits = new ArrayList<>();
    int done = 0;
    for (SyntaxProblem problem : problems) {
      for (Repair repair : problem.repairs()) {
        if (repair.safe() && repair.start() >= done) {
          edits.addAll(repair.edits());
          done = repair.end();
          break;
        }
      }
    }
    Assume.that(!edits.isEmpty());

    ConfigTree mended = parse(TextEdit.apply(text, edits));

    TreeLaws.check(mended);
    assertThat(mended.problems()).as(problems + " in " + text).hasSizeLessThan(problems.size());
  }

  /** A small document with a few places deleted, repeated or replaced. */
  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> whole =
        Arbitraries.of(
            "{\"a\": {\"b\": [1, 2.5e3, true, null], \"c\": \"x\\\"\\u0041\\n\"}, \"d\": -0}",
            "{\n  \"a\": \"1\", // one\n  \"b\": [\n    {\"c\": {}},\n    [],\n  ]\n}\n",
            "[{\"a\":1},{\"a\":2,\"b\":\"{\\\"c\\\":1}\"},\"\",0]",
            "{\r\n\t\"x/y\": \"a // b\", /* c */ \"z\": \"😀\",\r\n\t\"x/y\": false\r\n}");
    Arbitrary<String> piece =
        Arbitraries.of(
            "", "", "", "\"", "'", "{", "}", "[", "]", ",", ":", "\\", "/", "//", "*/", "/*", "\n",
            " ", "0", "-", "1", ".", "e", "tru", "a", "#", ";", "=", "\u00A0", "\u0001", "\t");
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 200).list().ofSize(3);
    return Combinators.combine(whole, piece.list().ofMinSize(0).ofMaxSize(3), places)
        .as(JsonVerdictTest::damage);
  }

  private static String damage(String text, List<String> pieces, List<Integer> places) {
    StringBuilder result = new StringBuilder(text);
    for (int i = 0; i < pieces.size(); i++) {
      int at = places.get(i) % result.length();
      int removed = places.get(i) % 3 == 0 ? 0 : 1;
      result.replace(at, at + removed, pieces.get(i));
    }
    return result.toString();
  }
}
