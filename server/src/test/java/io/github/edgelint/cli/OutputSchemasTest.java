package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands print as JSON fits the schemas that we publish. */
class OutputSchemasTest {

  @TempDir private Path folder;

  private static List<String> complaints(String schema, String output) throws IOException {
    Path file = Repository.root().resolve("schemas").resolve(schema + ".schema.json");
    Schema read =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(file), InputFormat.JSON);
    return read.validate(output, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private String output(String command) {
    Path examples = Repository.root().resolve("examples");
    String[] words =
        Stream.of(command.split(" "))
            .map(word -> word.replace("EXAMPLES", examples.toString()))
            .map(word -> word.replace("SETTINGS", folder.toString()))
            .toArray(String[]::new);
    return CommandLineRun.of(words).out();
  }

  private void writeSettings() throws IOException {
    Files.writeString(
        folder.resolve(".edgelint.toml"),
        """
        ignore = ["EDGE619"]

        [severity]
        EDGE253 = "warning"

        [[suppressions]]
        path = "deployment.json"
        pointer = "/modulesContent"
        rules = ["EDGE5xx"]
        reason = "as agreed"
        """);
    Files.copy(
        Repository.root().resolve("examples/behind-proxy/deployment.json"),
        folder.resolve("deployment.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "report, check --hints --format json EXAMPLES",
    "config-show, config show --format json SETTINGS/deployment.json",
    "config-show, config show --format json EXAMPLES/behind-proxy",
    "diff, diff --format json EXAMPLES/behind-proxy-broken/deployment.json"
        + " EXAMPLES/behind-proxy/deployment.json",
    "diff, diff --format json EXAMPLES/behind-proxy/deployment.json SETTINGS/deployment.json",
    "proxy-status, proxy status --format json EXAMPLES/behind-proxy",
    "proxy-status, proxy status --format json EXAMPLES/behind-proxy-broken",
    "proxy-status, proxy status --format json SETTINGS",
    "proxy-allowlist, proxy allowlist --format json EXAMPLES/behind-proxy",
    "proxy-allowlist, proxy allowlist --format json EXAMPLES/behind-proxy-broken",
    "rules, rules --format json",
  })
  void output_fits_its_schema(String schema, String command) throws IOException {
    writeSettings();
    String output = output(command);

    assertThat(complaints(schema, output)).as(output).isEmpty();
    // Each schema would find a mistake.
    String other = output.replaceFirst("\"(version|slug)\"", "\"versoin\"");
    assertThat(complaints(schema, other)).isNotEmpty();
  }

  @Test
  void the_list_in_the_schemas_folder_is_complete() throws IOException {
    String readme = Files.readString(Repository.root().resolve("schemas/README.md"));
    try (Stream<Path> files = Files.list(Repository.root().resolve("schemas"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".schema.json"))
          .allMatch(name -> readme.contains("`" + name + "`"));
    }
  }
}
