package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.testing.Repository;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.Position;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.FileScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Test;

/** Law 4: the editor and the command line find the same. */
class SameFindingsTest {

  private static final int MOST_UPDATES = 2;

  @Test
  void in_the_examples() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Repository.root().resolve("examples"))) {
      all.filter(file -> file.toString().matches(".*\\.(json|toml|conf)")).forEach(files::add);
    }
    compare(files);
  }

  @Test
  void in_every_file_of_the_corpus() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Shared.assumePresent("corpus"))) {
      all.filter(file -> file.toString().matches(".*\\.(json|toml|conf|service)"))
          .filter(SameFindingsTest::isUtf8)
          .sorted()
          .forEach(files::add);
    }
    compare(files);
  }

  // An editor decodes a file before it sends the text, so that it has no wrong bytes any more.
  private static boolean isUtf8(Path file) {
    return FileScanner.read(file).source().firstInvalidOffset() < 0;
  }

  private static void compare(List<Path> files) throws Exception {
    assertThat(files).isNotEmpty();
    try (TestClient client = TestClient.plain().withRules(RuleCatalog.rules()).start()) {
      for (Path file : files) {
        String uri = file.toUri().toString();
        client.open(uri, Files.readString(file));
        List<String> wanted = onCommandLine(file);
        List<String> inEditor = next(client, uri);
        // The files beside an opened one are read after it was shown for the first time.
        for (int more = 0; more < MOST_UPDATES && !inEditor.equals(wanted); more++) {
          inEditor = next(client, uri);
        }
        client.close(uri);
        assertThat(inEditor).as(file.toString()).isEqualTo(wanted);
      }
    }
  }

  private static List<String> next(TestClient client, String uri) throws InterruptedException {
    return client.next(uri).getDiagnostics().stream()
        .filter(diagnostic -> !diagnostic.getCode().getLeft().equals("EDGE901"))
        .map(SameFindingsTest::line)
        .sorted()
        .toList();
  }

  private static List<String> onCommandLine(Path file) throws IOException {
    return new Analyzer()
        .analyze(FileScanner.scan(List.of(file)).snapshot()).of(DocPath.of(file)).stream()
            // Who names a foreign file is told so; who opens one in an editor is left alone.
            .filter(finding -> !finding.code().equals("EDGE901"))
            .map(SameFindingsTest::line)
            .sorted()
            .toList();
  }

  // An empty place has to be widened for editors, so that it can be seen: columns are not compared.
  private static String line(Diagnostic diagnostic) {
    return diagnostic.getRange().getStart().getLine()
        + " "
        + diagnostic
            .getSeverity()
            .name()
            .replaceFirst("Information", "Info")
            .toLowerCase(Locale.ROOT)
        + " "
        + diagnostic.getCode().getLeft()
        + " "
        + (diagnostic.getMessage().isLeft()
            ? diagnostic.getMessage().getLeft()
            : diagnostic.getMessage().getRight().getValue());
  }

  private static String line(Finding finding) {
    Position start = finding.document().source().lines().position(finding.range().start());
    return start.line()
        + " "
        + finding.severity().word()
        + " "
        + finding.code()
        + " "
        + finding.message().text();
  }
}
