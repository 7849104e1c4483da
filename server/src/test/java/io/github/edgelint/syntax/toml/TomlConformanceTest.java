package io.github.edgelint.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** toml-test for TOML 1.0 and 1.1, and every TOML file of the corpus. */
class TomlConformanceTest {

  private static SourceText source(Path file) throws IOException {
    return SourceText.decode(Files.readAllBytes(file));
  }

  private static boolean isSound(ConfigTree tree) {
    return tree.source().firstInvalidOffset() < 0 && !tree.hasSyntaxErrors();
  }

  private static boolean isOlder(ConfigTree tree) {
    return tree.problems().stream()
        .map(SyntaxProblem::kind)
        .noneMatch(Kind.TOML_NEWER_SYNTAX::equals);
  }

  private static List<Path> cases(String version) throws IOException {
    Path suite = Shared.assumePresent("conformance/toml-test");
    return Files.readAllLines(suite.resolve("files-toml-" + version)).stream()
        .filter(name -> name.endsWith(".toml"))
        .map(suite::resolve)
        .toList();
  }

  private static boolean isValidCase(Path file) {
    return file.toString().contains("toml-test/valid/");
  }

  @Test
  void every_case_of_the_test_suite_gets_the_right_verdict_for_toml_1_1() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> cases = cases("1.1.0");
    for (Path file : cases) {
      ConfigTree tree = TomlParser.parse(source(file));
      TreeLaws.check(tree);
      if (isSound(tree) != isValidCase(file)) {
        wrong.add(file.getParent().getFileName() + "/" + file.getFileName() + tree.problems());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThan(600);
  }

  @Test
  void every_case_of_the_test_suite_gets_the_right_verdict_for_toml_1_0() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Path> cases = cases("1.0.0");
    for (Path file : cases) {
      ConfigTree tree = TomlParser.parse(source(file));
      if ((isSound(tree) && isOlder(tree)) != isValidCase(file)) {
        wrong.add(file.getParent().getFileName() + "/" + file.getFileName() + tree.problems());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThan(600);
  }

  @Test
  void every_valid_case_has_the_values_that_the_suite_expects() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : cases("1.1.0")) {
      Path expected = Path.of(file.toString().replaceFirst("toml$", "json"));
      if (isValidCase(file)) {
        ConfigNode values = TomlParser.parse(source(file)).root();
        ConfigNode json = JsonParser.parse(source(expected)).root();
        if (!isSame(values, json)) {
          wrong.add(file.getParent().getFileName() + "/" + file.getFileName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean isSame(ConfigNode value, ConfigNode json) {
    if (value instanceof ScalarNode scalar) {
      String type = json.get("type").asText().orElse("");
      String expected = json.get("value").asText().orElse("");
      return switch (scalar.type()) {
        case STRING -> type.equals("string") && expected.equals(scalar.text());
        case INTEGER ->
            type.equals("integer") && Long.parseLong(expected) == integer(scalar.text());
        case FLOAT -> type.equals("float") && isSameFloat(expected, scalar.text());
        case BOOLEAN -> type.equals("bool") && expected.equals(scalar.text());
        case DATE_TIME -> type.startsWith("date") || type.startsWith("time");
        default -> false;
      };
    }
    if (value instanceof ObjectNode object) {
      List<Member> members = object.members();
      return members.size() == json.members().size()
          && members.stream().allMatch(m -> isSame(m.value(), json.get(m.name())));
    }
    List<ConfigNode> items = value.items();
    for (int i = 0; i < items.size(); i++) {
      if (!isSame(items.get(i), json.get(i))) {
        return false;
      }
    }
    return items.size() == json.items().size();
  }

  private static long integer(String written) {
    String digits = written.replace("_", "");
    int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : 2;
    boolean prefixed = digits.length() > 2 && "xob".indexOf(digits.charAt(1)) >= 0;
    return prefixed ? Long.parseLong(digits.substring(2), radix) : Long.parseLong(digits);
  }

  private static boolean isSameFloat(String expected, String written) {
    if (expected.endsWith("nan")) {
      return written.endsWith("nan");
    }
    return expected.endsWith("inf")
        ? written.replace("+", "").equals(expected.replace("+", ""))
        : Double.parseDouble(expected) == Double.parseDouble(written.replace("_", ""));
  }

  @Test
  void on_every_file_of_the_corpus_and_the_suite_a_strict_reader_agrees() throws IOException {
    List<Path> files = new ArrayList<>(corpus());
    files.addAll(cases("1.0.0"));
    files.addAll(cases("1.1.0"));
    List<String> disagreed = new ArrayList<>();
    for (Path file : files) {
      ConfigTree tree = TomlParser.parse(source(file));
      if (tree.hasSyntaxErrors() != TomlVerdict.isRefused(tree, TomlVersion.V1_1)) {
        disagreed.add("1.1 " + file.getFileName());
      }
      boolean older = !tree.hasSyntaxErrors() && isOlder(tree);
      if (older == TomlVerdict.isRefused(tree, TomlVersion.V1_0)) {
        disagreed.add("1.0 " + file.getFileName());
      }
    }
    assertThat(disagreed).isEmpty();
    assertThat(files).hasSizeGreaterThan(1000);
  }

  @Test
  void what_the_reader_of_the_runtime_takes_is_sound() throws IOException {
    Path oracle = Shared.assumePresent("oracle/config-toml.json");
    List<String> wrong = new ArrayList<>();
    List<ConfigNode> cases = JsonParser.parse(source(oracle)).root().items();
    for (ConfigNode one : cases) {
      ConfigTree tree = TomlParser.parse(SourceText.of(one.get("toml").asText().orElseThrow()));
      if (one.get("result").asText().orElseThrow().equals("accepted") && tree.hasSyntaxErrors()) {
        wrong.add(one.get("name").asText().orElse("?") + tree.problems());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).hasSizeGreaterThan(100);
  }

  @Test
  void every_prefix_of_every_file_of_the_corpus_is_read() throws IOException {
    List<Path> files = corpus();
    for (Path file : files) {
      String text = source(file).text();
      int step = Math.max(1, text.length() / 100);
      for (int end = 0; end <= text.length(); end += step) {
        TreeLaws.check(TomlParser.parse(SourceText.of(text.substring(0, end))));
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
  }

  private static List<Path> corpus() throws IOException {
    try (Stream<Path> found = Files.walk(Shared.assumePresent("corpus"))) {
      return found.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
    }
  }
}
