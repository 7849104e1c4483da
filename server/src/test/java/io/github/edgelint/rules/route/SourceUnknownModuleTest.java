package io.github.edgelint.rules.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.testing.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceUnknownModuleTest {

  private static List<String> codes(String modules) {
    String manifest =
        """
        {"modulesContent": {
          "$edgeAgent": {"properties.desired": {"systemModules": {}, "modules": {%s}}},
          "$edgeHub": {"properties.desired": {
            "routes": {"r": "FROM /messages/modules/camera/* INTO $upstream"}}}
        }}\
        """
            .formatted(modules);
    return new Analyzer()
        .analyze(Project.of(Map.of("deployment.json", manifest))).findings().stream()
            .map(Finding::code)
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"filter\": {} ~ true",
        "\"camera\": {} ~ false",
        "\"filter\": {},, ~ false",
        "\"filter\": {} camera ~ false",
        "\"filter\" {} ~ false",
      })
  void a_module_is_missing_only_where_all_modules_can_be_read(String modules, boolean missing) {
    assertThat(codes(modules).contains("EDGE509")).isEqualTo(missing);
  }
}
