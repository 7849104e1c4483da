package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.workspace.DocPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrisTest {

  @ParameterizedTest
  @CsvSource({
    "file:///etc/aziot/config.toml, /etc/aziot/config.toml",
    "file:/etc/config.toml, /etc/config.toml",
    "FILE:///etc/config.toml, /etc/config.toml",
    "file://localhost/etc/config.toml, /etc/config.toml",
    "file:///a%20b/%C3%A4.toml, /a b/ä.toml",
    "file:///a/./b/../c.toml, /a/c.toml",
    "file:///c%3A/edge/config.toml, C:/edge/config.toml",
    "file:///C:/edge/config.toml, C:/edge/config.toml",
    "file:///a/100%.toml, /a/100%.toml",
    "file:///a/%zz.toml, /a/%zz.toml",
    "untitled:Untitled-1, untitled:Untitled-1",
    "vscode-vfs://github/a/b.toml, vscode-vfs://github/a/b.toml",
  })
  void every_spelling_of_a_uri_names_the_same_document(String uri, String path) {
    assertThat(Uris.toPath(uri)).isEqualTo(new DocPath(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/aziot/config.toml", "/a b/ä.toml", "/100%/x", "/a#b/c?d", "C:/edge/x.toml"})
  void the_uri_of_a_file_leads_back_to_it(String path) {
    assertThat(Uris.toPath(Uris.of(new DocPath(path)))).isEqualTo(new DocPath(path));
  }

  @Test
  void what_a_uri_cannot_hold_is_escaped() {
    assertThat(Uris.of(new DocPath("/a b/ä#?.toml"))).isEqualTo("file:///a%20b/%C3%A4%23%3F.toml");
  }

  @Test
  void what_is_no_file_is_its_own_uri() {
    assertThat(Uris.of(new DocPath("untitled:Untitled-1"))).isEqualTo("untitled:Untitled-1");
  }
}
