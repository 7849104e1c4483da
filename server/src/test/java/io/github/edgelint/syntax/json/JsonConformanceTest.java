package io.github.edgelint.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.SyntaxProblem;
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

/** JSONTestSuite, and every JSON file of the corpus. */
class JsonConformanceTest {

  private static boolean isStrict(SourceText source) {
    ConfigTree tree = JsonParser.parse(source);
    TreeLaws.check(tree);
    return source.firstInvalidOffset() < 0
        && tree.problems().stream()
            .map(SyntaxProblem::kind)
            .allMatch(JsonConformanceTest::isNoMatterOfNotation);
  }

  // How deep a reader goes is its own affair.
  private static boolean isNoMatterOfNotation(SyntaxProblem.Kind kind) {
    return kind == SyntaxProblem.Kind.JSON_DUPLICATE_KEY || kind == SyntaxProblem.Kind.TOO_DEEP;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void every_case_of_the_test_suite_gets_the_right_verdict() throws IOException {
    Path suite = Shared.assumePresent("conformance/json-test-suite");
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path file : files(suite, ".json")) {
      String name = file.getFileName().toString();
      boolean strict = isStrict(SourceText.decode(Files.readAllBytes(file)));
      boolean expected = name.startsWith("y_");
      if (!name.startsWith("i_") && strict != expected) {
        wrong.add(name);
      }
      seen++;
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(300);
  }

  @Test
  void on_every_file_of_the_corpus_and_the_suite_a_strict_reader_agrees() throws IOException {
    List<Path> files = new ArrayList<>(files(Shared.assumePresent("corpus"), ".json"));
    files.addAll(files(Shared.assumePresent("conformance/json-test-suite"), ".json"));
    // What the suite leaves open, readers may see differently.
    files.removeIf(file -> file.getFileName().toString().startsWith("i_"));
    List<String> disagreed = new ArrayList<>();
    for (Path file : files) {
      ConfigTree tree = JsonParser.parse(SourceText.decode(Files.readAllBytes(file)));
      boolean sound =
          tree.problems().stream()
              .map(SyntaxProblem::kind)
              .allMatch(JsonConformanceTest::isNoMatterOfNotation);
      if (sound == JsonVerdict.isRefused(tree)) {
        disagreed.add(file.getFileName().toString());
      }
    }
    assertThat(disagreed).isEmpty();
  }

  @Test
  void every_prefix_of_every_manifest_of_the_corpus_is_read() throws IOException {
    Path corpus = Shared.assumePresent("corpus");
    int seen = 0;
    for (Path file : files(corpus, ".json")) {
      String text = SourceText.decode(Files.readAllBytes(file)).text();
      // Every prefix of small files; of large ones every prefix of a step that no structure repeats
      // in.
      int step = Math.max(1, text.length() / 400);
      for (int end = 0; end <= text.length(); end += step) {
        TreeLaws.check(JsonParser.parse(SourceText.of(text.substring(0, end))));
      }
      seen++;
    }
    assertThat(seen).isGreaterThan(100);
  }
}
