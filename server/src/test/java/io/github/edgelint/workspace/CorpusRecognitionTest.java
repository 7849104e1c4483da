package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Real files are recognised under the names they had in their repositories. */
class CorpusRecognitionTest {

  private record Entry(String file, String kind, String path, String note) {}

  private static List<String> wronglyRecognised(Predicate<Entry> which, Predicate<Document> right)
      throws IOException {
    Path corpus = Shared.assumePresent("corpus");
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (String line : Files.readAllLines(corpus.resolve("index.tsv"))) {
      String[] cells = line.split("\t", -1);
      Entry entry = new Entry(cells[0], cells[1], cells[3], cells[6]);
      if (which.test(entry)) {
        seen++;
        String original = "/repo/" + entry.path();
        Document document =
            Document.of(
                new DocPath(original),
                SourceText.decode(Files.readAllBytes(corpus.resolve(entry.file()))));
        if (!right.test(document)) {
          wrong.add(entry.file() + ": " + document.kind() + ", " + document.reason());
        }
      }
    }
    assertThat(seen).isPositive();
    return wrong;
  }

  /** Lists of modules, twins and files of edgeAgent, which are in the corpus for comparison. */
  private static boolean isOtherShape(Entry entry) {
    return entry.note().contains("shape: other")
        || entry.note().contains("shape: array")
        || entry.path().contains("azure-iot-edgehub-deployment-1.0");
  }

  /** They have {@code homedir} and {@code scope_id}; the index counts them as device files. */
  private static boolean isOfIdentityd(Entry entry) {
    return entry.path().startsWith("common/aziot-common/test/");
  }

  @Test
  void every_manifest_is_a_manifest_a_template_or_a_layer() throws IOException {
    assertThat(
            wronglyRecognised(
                entry -> entry.kind().equals("manifest") && !isOtherShape(entry),
                document -> document.kind().isManifest()))
        .isEmpty();
  }

  @Test
  void every_device_configuration_is_one() throws IOException {
    assertThat(
            wronglyRecognised(
                entry -> entry.kind().equals("config-toml") && !isOfIdentityd(entry),
                document -> document.kind() == DocumentKind.DEVICE_CONFIG))
        .isEmpty();
  }

  @Test
  void no_file_of_a_single_daemon_is_a_device_configuration() throws IOException {
    assertThat(
            wronglyRecognised(
                entry -> entry.kind().equals("config-toml-component"),
                document -> document.kind() != DocumentKind.DEVICE_CONFIG))
        .isEmpty();
  }

  @Test
  void companions_have_their_kind() throws IOException {
    assertThat(
            wronglyRecognised(
                entry -> entry.path().contains(".service.d/"),
                document -> document.kind() == DocumentKind.UNIT))
        .isEmpty();
    assertThat(
            wronglyRecognised(
                entry -> entry.path().contains("/aziot-") && entry.path().endsWith(".service"),
                document -> document.kind() == DocumentKind.UNIT))
        .isEmpty();
    assertThat(
            wronglyRecognised(
                entry -> entry.path().endsWith("docker/daemon.json"),
                document -> document.kind() == DocumentKind.ENGINE_CONFIG))
        .isEmpty();
  }

  @Test
  void files_of_older_versions_and_other_services_are_left_alone() throws IOException {
    assertThat(
            wronglyRecognised(
                entry ->
                    entry.path().endsWith(".yaml")
                        || entry.path().endsWith(".socket")
                        || entry.path().endsWith("deviceupdate-agent.service"),
                document -> document.kind() == DocumentKind.OTHER))
        .isEmpty();
  }
}
