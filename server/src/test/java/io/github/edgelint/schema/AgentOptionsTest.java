package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The create options of config.toml beside those of modules, which a schema of their own has. */
class AgentOptionsTest {

  private static final Set<String> OF_WINDOWS =
      Set.of(
          "ArgsEscaped",
          "OnBuild",
          "Isolation",
          "CpuCount",
          "CpuPercent",
          "IOMaximumIOps",
          "IOMaximumBandwidth",
          "ConsoleSize");

  @ParameterizedTest
  @CsvSource({"''", "HostConfig"})
  void have_every_option_of_modules_that_is_of_use(String table) {
    NodePath inside = table.isEmpty() ? NodePath.ROOT : NodePath.of(table);
    Lookup modules =
        new Lookup(
            document("[agent]").tree(),
            Schemas.bundled().get("create-options"),
            CheckOptions.STRICT);
    List<String> wanted =
        modules.at(inside).properties().stream()
            .filter(option -> !option.place().isDeprecated())
            .map(Property::name)
            .filter(name -> !OF_WINDOWS.contains(name))
            .toList();
    NodePath path = NodePath.of("agent", "config", "createOptions");
    for (String step : inside.steps()) {
      path = path.child(step);
    }

    List<String> known =
        document("[agent]").schema().orElseThrow().lookup().at(path).properties().stream()
            .map(Property::name)
            .toList();

    assertThat(wanted).isNotEmpty();
    assertThat(known).containsAll(wanted);
  }

  private static Document document(String text) {
    return Document.of(new DocPath("/project/etc/aziot/config.toml"), SourceText.of(text));
  }
}
