package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The command line as it is shipped: its classes are not the ones that the other tests run. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class PackagedCheckTest {

  private static final Path DIST = Repository.root().resolve("server/target/dist");

  @BeforeEach
  void needsDistribution() {
    Assumptions.assumeTrue(Files.exists(DIST), () -> DIST + " is not built yet");
  }

  @Test
  void every_shipped_class_passes_the_verifier_and_is_initialized()
      throws IOException, ReflectiveOperationException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIST.resolve("lib"))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        jars.add(jar.toUri().toURL());
      }
    }
    int initialized = 0;
    try (JarFile ours = new JarFile(DIST.resolve("lib/edgelint-server.jar").toFile());
        URLClassLoader loader =
            new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (ZipEntry entry : ours.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
          Class.forName(name.replace('/', '.').substring(0, name.length() - 6), true, loader);
          initialized++;
        }
      }
    }
    assertThat(initialized).isGreaterThan(1000);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_shipped_command_reports_what_its_sources_say() throws IOException {
    String[] arguments = {
      "check", "--format", "json", Repository.root().resolve("examples").toString()
    };

    assertThat(shipped(arguments)).isEqualTo(CommandLineRun.of(arguments).out());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_report_is_the_same_however_many_processors_it_may_use() throws IOException {
    String fixtures = Repository.root().resolve("server/src/test/resources").toString();
    String docs = Repository.root().resolve("schemas").toString();
    String examples = Repository.root().resolve("examples").toString();
    String[] rest = {"--hints", "--format", "json", examples, fixtures, docs};

    assertThat(shipped(with(rest, "check", "--jobs", "1")))
        .contains("EDGE227")
        .isEqualTo(shipped(with(rest, "check", "--jobs", "3")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_report_that_cannot_be_written_is_a_failure() throws Exception {
    Process process =
        command("check", Repository.root().resolve("examples").toString())
            .redirectOutput(new File("/dev/full"))
            .start();

    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("edgelint: the output could not be written: No space left on device\n");
    assertThat(process.waitFor()).isEqualTo(ExitCode.FAILURE);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_reader_that_has_enough_is_told_nothing() throws Exception {
    Process process = command("rules").start();
    process.getInputStream().close();

    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_manual_page_is_beside_the_program() {
    assertThat(DIST.resolve("share/man/man1/edgelint.1"))
        .content()
        .startsWith(".TH EDGELINT 1 ")
        .contains(".SS edgelint check ");
  }

  private static String[] with(String[] rest, String... first) {
    return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
  }

  private static String shipped(String... arguments) throws IOException {
    Process process = command(arguments).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, DIST.resolve("bin/edgelint").toString());
    return new ProcessBuilder(command);
  }
}
