package io.github.edgelint.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlVerdictTest {

  private static final List<String> DOCUMENTS =
      List.of(
          "# c\n[agent]\nname = \"a\" # d\n\n[agent.env]\n\"x.y\" = 'z'\nn = 0x1F\n",
          "a.b.c = 1\na.b.d = { e = [1, 2.5e3, true], f.g = \"\\u0041\\n\" }\n[a.x]\ny = -0\n",
          "[[p]]\nq = [\n  \"r\", # s\n  't',\n]\r\n[p.u]\r\n[[p]]\r\nv = 1979-05-27 07:32:00Z\r\n",
          "t = \"\"\"\nx \\\n  y\"\"\"\nu = {\n  a = 1,\n}\nv = 08:05\nw = \"\\x41\\e\"\n");

  private static final List<String> PIECES =
      List.of(
          "", "\"", "'", "\"\"\"", "{", "}", "[", "]", "[[", ",", ".", ":", "=", "==", "\\", "\\x",
          "//", "\n", "\n\n", "\r", " ", "0", "-", "1", "_", "e", "tru", "a", "#", ";", "\u00A0",
          "\u0001", "\t", "\u201C", "a = 1\n", "[a]\n", "[p]\n", "\u00E9");

  private static ConfigTree parse(String text) {
    return TomlParser.parse(SourceText.of(text));
  }

  private static boolean isRefused(String text) {
    return TomlVerdict.isRefused(parse(text), TomlVersion.V1_1);
  }

  private static boolean isSound(ConfigTree tree, TomlVersion version) {
    return !tree.hasSyntaxErrors()
        && (version == TomlVersion.V1_1
            || tree.problems().stream().noneMatch(p -> p.kind() == Kind.TOML_NEWER_SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a = b",
        "[a",
        "[a]\n[a]",
        "a = 1\na = 2",
        "a = \"\\c\"",
        "# \u0001",
        "a=1\r"
      })
  void a_strict_reader_refuses_what_is_not_toml(String text) {
    assertThat(isRefused(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "# c",
        "a = 1 # c\n\n\n[b]\n",
        "a = [\n\n# c\n1,\n\n]\r\n",
        "\uFEFFa = 1"
      })
  void a_strict_reader_takes_toml(String text) {
    assertThat(isRefused(text)).isFalse();
  }

  @Test
  void an_older_reader_refuses_what_is_newer() {
    ConfigTree tree = parse("a = {\n b = 1,\n}\n");

    assertThat(TomlVerdict.isRefused(tree, TomlVersion.V1_0)).isTrue();
    assertThat(TomlVerdict.isRefused(tree, TomlVersion.V1_1)).isFalse();
  }

  @Test
  void a_placeholder_of_a_template_is_no_reason_to_refuse() {
    ConfigTree tree = TomlParser.parse(SourceText.of("a = {{x}}\nb = [ @y@, ${z} ]\n"), true);

    assertThat(TomlVerdict.isRefused(tree, TomlVersion.V1_0)).isFalse();
  }

  @Test
  void what_nests_too_deep_for_us_is_refused_without_asking() {
    assertThat(isRefused("a = " + "[".repeat(100_000) + "]".repeat(100_000))).isTrue();
  }

  @Test
  void blank_lines_and_comments_are_not_handed_over() {
    String text =
        "# c\n\n\na = 1 # c\n\n# d\n\n[b] # e\nc = [\n\n  # f\n\n  1,\n]\nd = '''\n\n# g\n'''";

    assertThat(TomlVerdict.squeezed(parse(text)))
        .isEqualTo("a = 1 \n[b] \nc = [\n1,\n]\nd = '''\n\n# g\n'''");
  }

  @Test
  @Timeout(60)
  void long_runs_of_blank_lines_and_comments_cost_no_more_than_their_length() {
    // tomlj alone takes cubic time on them and would not come back.
    for (String line :
        List.of("\n", "# c\n", "\n# c\n", "\r\n", "  \n", "a = [\n\n# c\n\n]\n[b]\n")) {
      assertThat(isRefused(line.repeat(20_000 / line.length()) + "a = 1\n")).isIn(true, false);
    }
    assertThat(isRefused("a = 1\n" + "\n# c".repeat(10_000) + "\nb = 2\n")).isFalse();
  }

  @Property(tries = 1000)
  void our_verdict_is_that_of_a_strict_reader(@ForAll("damaged") String text) {
    ConfigTree tree = parse(text);
    for (TomlVersion version : TomlVersion.values()) {
      assertThat(isSound(tree, version))
          .as(version + " " + text)
          .isEqualTo(!TomlVerdict.isRefused(tree, version));
    }
  }

  @Test
  void a_safe_repair_of_a_single_slip_leaves_fewer_problems() {
    for (String whole : DOCUMENTS) {
      for (String piece : PIECES) {
        for (int at = 0; at < whole.length(); at++) {
          repairsLeaveFewerProblems(whole.substring(0, at) + piece + whole.substring(at));
          repairsLeaveFewerProblems(whole.substring(0, at) + piece + whole.substring(at + 1));
        }
      }
    }
  }

  private static void repairsLeaveFewerProblems(String text) {
    List<SyntaxProblem> problems = parse(text).problems();
    for (SyntaxProblem problem : problems) {
      for (Repair repair : problem.repairs()) {
        String mended = TextEdit.apply(text, repair.edits());
        if (repair.safe() && parse(mended).problems().size() >= problems.size()) {
          throw new AssertionError(problem + " in " + text + "\nbecomes\n" + mended);
        }
      }
    }
  }

  /** A small document with a few places deleted, repeated or replaced. */
  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> whole = Arbitraries.of(DOCUMENTS);
    Arbitrary<String> piece = Arbitraries.of(PIECES);
    Arbitrary<List<Integer>> places = Arbitraries.integers().between(0, 200).list().ofSize(3);
    return Combinators.combine(whole, piece.list().ofMinSize(0).ofMaxSize(3), places)
        .as(TomlVerdictTest::damage);
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
