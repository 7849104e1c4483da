package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.workspace.Document.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScannerTest {

  @TempDir Path folder;

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path config(String path) throws IOException {
    return write(path, Trees.CONFIG);
  }

  private void repository() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
  }

  private FileScanner.Scan scan(String... arguments) {
    List<Path> paths = new ArrayList<>();
    for (String argument : arguments) {
      paths.add(folder.resolve(argument));
    }
    return FileScanner.scan(paths);
  }

  private List<String> names(FileScanner.Scan scan) {
    List<String> names = new ArrayList<>();
    for (Document document : scan.snapshot().documents()) {
      names.add(document.path().relativeTo(DocPath.of(folder)));
    }
    return names;
  }

  private List<String> names(FileScanner.Scan scan, Origin origin) {
    List<String> names = new ArrayList<>();
    for (Document document : scan.snapshot().documents()) {
      if (document.origin() == origin) {
        names.add(document.path().relativeTo(DocPath.of(folder)));
      }
    }
    return names;
  }

  @Test
  void only_files_that_may_be_of_interest_are_read() throws IOException {
    config("config.toml");
    write("deployment.json", "{}");
    write("systemd/docker.service.d/p.conf", "");
    write("systemd/nginx.conf", "");
    write("README.md", "");
    write("main.py", "");

    assertThat(names(scan(".")))
        .containsExactly("config.toml", "deployment.json", "systemd/docker.service.d/p.conf");
  }

  @Test
  void folders_of_tools_are_passed_over() throws IOException {
    config("node_modules/a/config.toml");
    config("module/bin/config.toml");
    config("module/obj/config.toml");
    config(".git/config.toml");
    config("out/config.toml");

    assertThat(names(scan("."))).containsExactly("out/config.toml");
  }

  @Test
  void a_folder_that_is_named_is_read_whatever_its_name() throws IOException {
    repository();
    config("bin/config.toml");

    assertThat(names(scan("bin"), Origin.FOUND)).containsExactly("bin/config.toml");
  }

  @Test
  void what_git_ignores_is_passed_over() throws IOException {
    write(".gitignore", "# generated\n/config/\n*.local.toml\n!keep.local.toml\n");
    write("sub/.gitignore", "*.json\n!/a.json\n");
    config("config/config.toml");
    config("sub/config/config.toml");
    config("x.local.toml");
    config("keep.local.toml");
    write("sub/a.json", "{}");
    write("sub/b.json", "{}");

    assertThat(names(scan(".")))
        .containsExactly("keep.local.toml", "sub/a.json", "sub/config/config.toml");
  }

  @Test
  void variables_of_templates_are_read_although_git_ignores_them() throws IOException {
    write(".gitignore", ".env\nbuild/\n");
    write(".env", "A=1\n");
    write("build/.env", "A=1\n");
    write("deployment.template.json", "{}");

    assertThat(names(scan("."))).containsExactly(".env", "deployment.template.json");
  }

  @Test
  void a_file_outside_of_any_project_has_its_variables_beside_it() throws IOException {
    write("a/.env", "A=1\n");
    write("a/deployment.template.json", "{}");
    write("a/other.json", "{}");

    assertThat(names(scan("a/deployment.template.json")))
        .containsExactly("a/.env", "a/deployment.template.json");
  }

  @Test
  void the_ignore_files_above_count_up_to_the_repository() throws IOException {
    write(".gitignore", "*.json\n");
    Files.createDirectories(folder.resolve("repo/.git"));
    write("repo/.gitignore", "secret.toml\n");
    config("repo/a/secret.toml");
    write("repo/a/b.json", "{}");

    assertThat(names(scan("repo/a"))).containsExactly("repo/a/b.json");
  }

  @Test
  void an_opened_folder_obeys_the_ignore_files_of_its_repository_only() throws IOException {
    write(".gitignore", "*.json\n");
    Files.createDirectories(folder.resolve("repo/.git"));
    write("repo/.gitignore", "secret.toml\n");
    config("repo/a/secret.toml");
    write("repo/a/b.json", "{}");

    assertThat(names(FileScanner.scanFolders(List.of(folder.resolve("repo/a")), () -> false)))
        .containsExactly("repo/a/b.json");
  }

  @Test
  void a_file_that_is_named_is_read_although_git_ignores_it() throws IOException {
    repository();
    write(".gitignore", "config\n");
    write("config/deployment.amd64.json", Trees.MANIFEST);

    assertThat(names(scan("config/deployment.amd64.json"), Origin.NAMED))
        .containsExactly("config/deployment.amd64.json");
  }

  @Test
  void settings_include_what_git_ignores_and_exclude_the_rest() throws IOException {
    write(
        ".edgelint.toml",
        "include = [\"config/*.json\"]\nexclude = [\"tests/\", \"*.bad.json\"]\n");
    write(".gitignore", "config/\n");
    write("config/a.json", "{}");
    write("config/deep/a.json", "{}");
    config("tests/deep/config.toml");
    write("x.bad.json", "{}");
    write("y.json", "{}");

    assertThat(names(scan("."))).containsExactly(".edgelint.toml", "config/a.json", "y.json");
  }

  @Test
  void a_file_that_the_settings_name_is_read_whatever_its_name() throws IOException {
    write(".edgelint.toml", "[files]\nmanifest = [\"*.txt\"]\n");
    write("deployment.txt", Trees.MANIFEST);

    assertThat(names(scan("."))).containsExactly(".edgelint.toml", "deployment.txt");
  }

  @Test
  void a_named_file_brings_the_project_along() throws IOException {
    repository();
    config("config.toml");
    write("deploy/deployment.json", Trees.MANIFEST);

    FileScanner.Scan scan = scan("deploy/deployment.json");

    assertThat(names(scan, Origin.NAMED)).containsExactly("deploy/deployment.json");
    assertThat(names(scan, Origin.COMPANION)).containsExactly("config.toml");
    assertThat(scan.snapshot().devices().get(0).documents()).hasSize(2);
  }

  @Test
  void a_named_file_without_a_project_brings_nothing() throws IOException {
    config("config.toml");
    write("deployment.json", Trees.MANIFEST);

    assertThat(names(scan("deployment.json"))).containsExactly("deployment.json");
  }

  @Test
  void settings_that_lie_in_a_folder_above_come_along() throws IOException {
    write(".edgelint.toml", "profile = \"production\"\n");
    Path config = config("a/b/config.toml");

    Snapshot snapshot = FileScanner.scan(List.of(config)).snapshot();

    assertThat(snapshot.settingsOf(DocPath.of(config)).isProduction()).isTrue();
  }

  @Test
  void settings_bring_those_they_extend() throws IOException {
    write("base.edgelint.toml", "profile = \"production\"\n");
    write("a/.edgelint.toml", "extend = \"../base.edgelint.toml\"\n");
    Path config = config("a/config.toml");

    Snapshot snapshot = FileScanner.scan(List.of(config)).snapshot();

    assertThat(snapshot.settingsOf(DocPath.of(config)).isProduction()).isTrue();
  }

  @Test
  void a_device_brings_its_files_from_other_folders() throws IOException {
    write(
        "a/.edgelint.toml",
        "[[device]]\nconfig = \"config.toml\"\nmanifest = \"../shared/m.json\"\n");
    Path config = config("a/config.toml");
    write("shared/m.json", Trees.MANIFEST);

    Snapshot snapshot = FileScanner.scan(List.of(config)).snapshot();

    assertThat(snapshot.devices().get(0).manifest()).isPresent();
  }

  @Test
  void the_configuration_of_a_device_brings_the_files_at_their_places() throws IOException {
    config("etc/aziot/config.toml");
    write("etc/aziot/keyd/config.d/00-super.toml", "");
    write("etc/systemd/system/docker.service.d/http-proxy.conf", Trees.DROP_IN);
    write("etc/systemd/system/aziot-edged.service", "");
    write("etc/systemd/system/nginx.service", "");
    write("etc/docker/daemon.json", "{}");
    write("home/deployment.json", Trees.MANIFEST);

    FileScanner.Scan scan = scan("etc/aziot/config.toml");

    assertThat(scan.snapshot().devices()).hasSize(1);
    assertThat(scan.snapshot().devices().get(0).documents()).hasSize(5);
    assertThat(names(scan, Origin.NAMED)).containsExactly("etc/aziot/config.toml");
    assertThat(names(scan)).hasSize(5);
  }

  @Test
  void an_argument_that_does_not_exist_is_told() {
    assertThat(scan("gone.toml").missing()).containsExactly(folder.resolve("gone.toml"));
  }

  @Test
  void links_are_not_followed_unless_they_are_named() throws IOException {
    config("real/config.toml");
    Files.createDirectories(folder.resolve("project"));
    Path link = folder.resolve("project/link");
    try {
      Files.createSymbolicLink(link, folder.resolve("real"));
      Files.createSymbolicLink(folder.resolve("project/loop"), folder.resolve("project"));
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no links here");
    }

    assertThat(names(scan("project"))).isEmpty();
    assertThat(names(scan("project/link"))).containsExactly("project/link/config.toml");
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws IOException {
    Path huge = folder.resolve("huge.json");
    try (var out =
        Files.newByteChannel(
            huge,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      out.position(Document.MAX_LENGTH + 1L);
      out.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
    }

    Document document = FileScanner.read(huge);

    assertThat(document.problem()).contains("it is larger than 20 MB");
    assertThat(document.source().length()).isZero();
  }

  @Test
  void the_folder_of_an_editor_is_read_without_what_lies_around_it() throws IOException {
    repository();
    write(".edgelint.toml", "profile = \"production\"\n");
    config("config.toml");
    config("a/config.toml");

    FileScanner.Scan scan = FileScanner.scanFolders(List.of(folder.resolve("a")), () -> false);

    assertThat(names(scan)).containsExactly(".edgelint.toml", "a/config.toml");
    assertThat(scan.workspace().folders()).containsExactly(DocPath.of(folder.resolve("a")));
  }

  @Test
  void several_roots_inside_each_other_are_read_once() throws IOException {
    repository();
    write("a/.edgelint.toml", "");
    config("a/config.toml");
    config("config.toml");

    assertThat(scan("a", ".").documents()).hasSize(3);
  }

  @Test
  void files_of_equal_text_are_read_once() throws IOException {
    config("a/config.toml");
    config("b/config.toml");
    write("c/config.toml", Trees.CONFIG + "\n");

    List<Document> documents = List.copyOf(scan(".").snapshot().documents());

    assertThat(documents.get(0).tree()).isSameAs(documents.get(1).tree());
    assertThat(documents.get(2).tree()).isNotSameAs(documents.get(0).tree());
    assertThat(documents).extracting(Document::path).doesNotHaveDuplicates();
  }

  @Test
  void of_equal_texts_the_name_tells_which_is_a_template() throws IOException {
    write("deployment.json", Trees.MANIFEST);
    write("deployment.template.json", Trees.MANIFEST);

    assertThat(scan(".").snapshot().documents())
        .extracting(Document::kind)
        .containsExactly(DocumentKind.MANIFEST, DocumentKind.TEMPLATE);
  }
}
