package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of the repository show what their table of contents says. */
class ExamplesTest {

  private static Analysis analysis(String example) throws IOException {
    Path folder = Repository.root().resolve("examples").resolve(example);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return new Analyzer().analyze(Project.of(files));
  }

  @Test
  void the_broken_device_shows_many_kinds_of_mistakes() throws IOException {
    Analysis analysis = analysis("behind-proxy-broken");

    assertThat(analysis.findings().stream().map(Finding::code).distinct())
        .as(() -> Findings.list(analysis))
        .hasSizeGreaterThanOrEqualTo(10)
        .contains("EDGE201", "EDGE227", "EDGE261", "EDGE265", "EDGE270");
  }

  @Test
  void the_device_put_right_is_silent() throws IOException {
    Analysis analysis = analysis("behind-proxy");

    assertThat(analysis.findings())
        .as(() -> Findings.list(analysis))
        .noneMatch(finding -> finding.severity() != Severity.HINT);
  }
}
