package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocPathTest {

  @ParameterizedTest
  @CsvSource({
    "/a/b, c, /a/b/c",
    "/a/b, ./c, /a/b/c",
    "/a/b, ../c, /a/c",
    "/a, ../../../c, /c",
    "/, c, /c",
    "/a/b, /x/y, /x/y",
    "/a/b, c//d/, /a/b/c/d",
    "/a, c\\d, /a/c/d",
    "C:/a, ../b, C:/b",
    "C:/a, D:/b, D:/b",
    "vscode-vfs://host/a, ../b, vscode-vfs://host/b",
  })
  void a_path_is_resolved_in_a_folder(String folder, String path, String expected) {
    assertThat(new DocPath(folder).resolve(path).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b.toml, /a",
    "/a, /",
    "C:/a, C:/",
    "C:/a/b, C:/a",
    "vscode-vfs://host/a/b, vscode-vfs://host/a",
  })
  void a_file_lies_in_its_parent(String path, String parent) {
    assertThat(new DocPath(path).parent()).contains(new DocPath(parent));
    assertThat(new DocPath(path).isBelow(new DocPath(parent))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"/", "C:/", "untitled:Untitled-1"})
  void a_root_and_an_unsaved_text_lie_nowhere(String path) {
    assertThat(new DocPath(path).parent()).isEmpty();
  }

  @Test
  void a_folder_with_a_longer_name_is_another_folder() {
    assertThat(new DocPath("/ab/c").isBelow(new DocPath("/a"))).isFalse();
  }

  @Test
  void nothing_lies_below_itself() {
    assertThat(new DocPath("/a").isBelow(new DocPath("/a"))).isFalse();
  }

  @Test
  void the_way_from_a_folder_is_shown_without_it() {
    DocPath path = new DocPath("/a/b/c.toml");

    assertThat(path.relativeTo(new DocPath("/a"))).isEqualTo("b/c.toml");
    assertThat(path.relativeTo(new DocPath("/"))).isEqualTo("a/b/c.toml");
    assertThat(path.relativeTo(new DocPath("/x"))).isEqualTo("/a/b/c.toml");
  }

  @Test
  void a_file_is_found_again_by_its_path() {
    Path file = Path.of("some", "..", "config.toml").toAbsolutePath();

    assertThat(DocPath.of(file).toFile()).contains(file.normalize());
  }

  @Test
  void an_unsaved_text_is_no_file() {
    assertThat(new DocPath("untitled:config.toml").toFile()).isEmpty();
  }

  @Test
  void the_name_is_what_follows_the_last_slash() {
    assertThat(new DocPath("/a/config.toml").name()).isEqualTo("config.toml");
    assertThat(new DocPath("untitled:Untitled-1").name()).isEqualTo("untitled:Untitled-1");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b/c, /a/b, c",
    "/a/b/c, /a/x, ../b/c",
    "/a/b, /a/x/y, ../../b",
    "/a, /b/c, ../../a",
    "C:/a/b, C:/a, b",
    "untitled:1, /a, untitled:1",
  })
  void the_way_from_a_folder_leads_up_where_it_must(String path, String folder, String way) {
    assertThat(new DocPath(path).wayFrom(new DocPath(folder))).isEqualTo(way);
  }
}
