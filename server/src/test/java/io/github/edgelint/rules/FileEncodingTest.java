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
import org.junit.jupiter.params.provider.CsvSource;

/** EDGE012 for files that no fixture can hold: those in UTF-16, as Windows tools write them. */
class FileEncodingTest {

  private static final String TOML =
      "[provisioning]\nsource = \"manual\"\n# \u00FCber alles, \u4F60\u597D\n";
  private static final String JSON =
      "{ \"modulesContent\": { \"$edgeAgent\": { \"properties.desired\": { \"modules\": {} } } } }";
  private static final String UNIT = "[Service]\nEnvironment=HTTPS_PROXY=http://proxy:3128\n";

  @ParameterizedTest
  @CsvSource({"UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false"})
  void a_file_in_utf_16_has_one_finding(String charset, boolean marked) {
    String mark = marked ? "\uFEFF" : "";

    assertThat(codes("etc/aziot/config.toml", mark + TOML, charset)).containsExactly("EDGE012");
    assertThat(codes("deployment.json", mark + JSON, charset)).containsExactly("EDGE012");
    assertThat(codes("deployment.template.json", mark + JSON, charset)).containsExactly("EDGE012");
    assertThat(codes("etc/docker/daemon.json", mark + "{ \"dns\": 5 }", charset))
        .containsExactly("EDGE012");
    assertThat(codes("etc/systemd/system/aziot-edged.service.d/proxy.conf", mark + UNIT, charset))
        .containsExactly("EDGE012");
    assertThat(codes(".edgelint.toml", mark + "target = 5\n", charset)).containsExactly("EDGE910");
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
