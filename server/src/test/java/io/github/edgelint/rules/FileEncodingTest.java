package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EDGE012 for files that no fixture can hold: those in UTF-16, as Windows tools write them. */
class FileEncodingTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void a_file_in_utf_16_has_one_finding(String charset) {
    String toml = "\uFEFF[provisioning]\nsource = \"manual\"\n# \u00FCber alles\n";
    String json = "\uFEFF{ \"modulesContent\": { \"$edgeAgent\": {} } }";

    assertThat(codes("etc/aziot/config.toml", toml, charset)).containsExactly("EDGE012");
    assertThat(codes("deployment.json", json, charset)).containsExactly("EDGE012");
  }

  private static List<String> codes(String path, String text, String charset) {
    SourceText source = SourceText.decode(text.getBytes(Charset.forName(charset)));
    Snapshot snapshot =
        Snapshot.of(
            Workspace.of(List.of(Project.ROOT)),
            List.of(Document.of(Project.ROOT.resolve(path), source)));
    return new Analyzer().analyze(snapshot).findings().stream().map(Finding::code).toList();
  }
}
