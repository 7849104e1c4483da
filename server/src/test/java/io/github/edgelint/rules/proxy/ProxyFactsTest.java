package io.github.edgelint.rules.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way in which a proxy is declared wrongly, on a whole device that is right but for that; see
 * {@code proxy-facts.txt} for the notation.
 */
class ProxyFactsTest {

  private static final String UNITS = "etc/systemd/system/";
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("config", "etc/aziot/config.toml"),
          Map.entry("super", "etc/aziot/edged/config.d/00-super.toml"),
          Map.entry("deployment", "deployment.json"),
          Map.entry("layer", "layer.json"),
          Map.entry("daemon", "etc/docker/daemon.json"),
          Map.entry("docker", UNITS + "docker.service.d/http-proxy.conf"),
          Map.entry("identityd", UNITS + "aziot-identityd.service.d/proxy.conf"),
          Map.entry("edged", UNITS + "aziot-edged.service.d/proxy.conf"),
          Map.entry("certd", UNITS + "aziot-certd.service.d/proxy.conf"),
          Map.entry("legacy", UNITS + "iotedge.service.d/proxy.conf"),
          Map.entry("settings", ".edgelint.toml"));

  record Case(String name, String code, List<String> firing, List<String> silent) {

    static Case parse(String text) {
      List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
      String[] head = lines.remove(0).split(" ");
      int silent = lines.indexOf("silent");
      return new Case(
          head[0], head[1], lines.subList(0, silent), lines.subList(silent + 1, lines.size()));
    }

    @Override
    public String toString() {
      return name + " " + code;
    }
  }

  static List<Case> cases() throws IOException {
    try (InputStream stream = ProxyFactsTest.class.getResourceAsStream("/proxy-facts.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^== ")).skip(1).map(Case::parse).toList();
    }
  }

  private static Map<String, String> example() throws IOException {
    Path from = Repository.root().resolve("examples/behind-proxy");
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(from.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  private static List<String> codes(List<String> changes) throws IOException {
    Map<String, String> files = example();
    changes.forEach(change -> apply(change, files));
    Analysis analysis = new Analyzer().analyze(Project.of(files));
    return analysis.findings().stream().map(Finding::code).distinct().toList();
  }

  private static void apply(String change, Map<String, String> files) {
    String text =
        change
            .replaceAll("(?<![A-Za-z_])P(?![A-Za-z_])", "http://proxy.graz.corp:3128")
            .replaceAll("(?<!\\\\)\\\\n", "\n")
            .replace("\\\\", "\\");
    String word = text.substring(0, text.indexOf(' '));
    String file = FILES.get(word.replaceAll("[:#].*", ""));
    String rest = text.substring(word.length() + 1);
    if (rest.equals("-")) {
      files.remove(file);
    } else if (rest.startsWith("+= ")) {
      files.merge(file, rest.substring(3), String::concat);
    } else if (rest.startsWith(":= ")) {
      files.put(file, rest.substring(3) + "\n");
    } else {
      int arrow = rest.indexOf(" =>");
      String old = rest.substring(0, arrow);
      String now = arrow + 4 > rest.length() ? "" : rest.substring(arrow + 4);
      files.computeIfPresent(
          file, (path, content) -> replaced(content, old, now, word.contains("#2")));
    }
  }

  private static String replaced(String text, String old, String now, boolean second) {
    int at = text.indexOf(old);
    at = second ? text.indexOf(old, at + 1) : at;
    assertThat(at).as("place of `%s`", old).isNotNegative();
    return text.substring(0, at) + now + text.substring(at + old.length());
  }

  @Test
  void the_example_is_right() throws IOException {
    assertThat(codes(List.of())).noneMatch(code -> code.startsWith("EDGE2"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_fault_is_found_and_what_looks_like_it_is_not(Case each) throws IOException {
    assertThat(codes(each.firing())).as("firing").contains(each.code());
    assertThat(codes(each.silent())).as("silent").doesNotContain(each.code());
  }
}
