package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("report.svg"), text);
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void a_report_that_fails_half_way_leaves_the_old_one() throws IOException {
    Path file = file("old");

    assertThatThrownBy(
            () ->
                SafeFile.write(
                    file,
                    out -> {
                      out.print("new");
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");

    assertThat(file).content().isEqualTo("old");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_report_replaces_the_old_one_and_keeps_its_mode() throws IOException {
    Path file = file("old and longer");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    SafeFile.write(file, out -> out.print("new é"));

    assertThat(file).content().isEqualTo("new é");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_report_is_written_through_a_link() throws IOException {
    Path file = file("old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);

    SafeFile.write(link, out -> out.print("new"));

    assertThat(link).isSymbolicLink();
    assertThat(file).content().isEqualTo("new");
  }

  @Test
  void a_new_file_never_replaces_one_that_is_there() throws IOException {
    Path file = file("old");

    assertThatThrownBy(() -> SafeFile.create(file, "new"))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(file).content().isEqualTo("old");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void a_file_that_changed_meanwhile_is_left_alone() throws IOException {
    Path file = file("theirs");

    assertThatThrownBy(() -> SafeFile.replace(file, "old", "new"))
        .isInstanceOf(Failures.Refusal.class);

    assertThat(file).content().isEqualTo("theirs");
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void what_a_device_does_not_take_is_no_success() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));

    assertThatThrownBy(() -> SafeFile.write(full, out -> out.write("x")))
        .isInstanceOf(Failures.Refusal.class)
        .hasMessageContaining("/dev/full could not be written: No space left on device");
  }
}
