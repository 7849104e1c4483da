package io.github.edgelint.rules.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import io.github.edgelint.testing.Shared;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
          Map.entry("daemonfile", "etc/aziot/edged/config.d/99-proxy.toml"),
          Map.entry("deployment", "deployment.json"),
          Map.entry("layer", "layer.json"),
          Map.entry("daemon", "etc/docker/daemon.json"),
          Map.entry("docker", UNITS + "docker.service.d/http-proxy.conf"),
          Map.entry("identityd", UNITS + "aziot-identityd.service.d/proxy.conf"),
          Map.entry("edged", UNITS + "aziot-edged.service.d/proxy.conf"),
          Map.entry("certd", UNITS + "aziot-certd.service.d/proxy.conf"),
          Map.entry("legacy", UNITS + "iotedge.service.d/proxy.conf"),
          Map.entry("settings", ".edgelint.toml"));

  /** The places of a proxy (facts §1) and the case that shows each of them wrong and right. */
  private static final Map<Integer, String> PLACES =
      Map.ofEntries(
          Map.entry(2, "docker-proxy-missing"),
          Map.entry(3, "daemonjson-overrides-unit"),
          Map.entry(4, "identityd-unit-missing"),
          Map.entry(5, "edged-unit-missing"),
          Map.entry(6, "certd-unit-missing-est"),
          Map.entry(7, "manifest-proxy-without-bootstrap"),
          Map.entry(8, "manifest-agent-missing-proxy"),
          Map.entry(9, "manifest-hub-missing-proxy"),
          Map.entry(10, "manifest-module-may-need-proxy"),
          Map.entry(11, "proxy-createoptions-overrides-env"),
          Map.entry(12, "daemon-file-of-its-own"),
          Map.entry(13, "inspection-without-trust-bundle"),
          Map.entry(15, "docker-cli-config-irrelevant"));

  // In no file that edgelint reads: package managers, the store of certificates, the command line
  // of iotedge, the registry of Windows, the virtual machine of EFLOW, a shell. What a person does
  // there is what `proxy set` prints.
  private static final Set<Integer> ELSEWHERE = Set.of(1, 14, 16, 17, 18, 19);

  // A file may be right all the same, or no file tells.
  private static final Set<String> NO_RULE =
      Set.of(
          "proxy-userinfo-domain",
          "proxy-host-single-label",
          "no-proxy-not-portable",
          "est-port-behind-proxy",
          "eflow-https-proxy-scheme",
          "trust-bundle-os-store-reminder");

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

  @Test
  void every_place_and_every_mistake_of_the_facts_has_a_case() throws IOException {
    String facts = Files.readString(Shared.assumePresent("facts/proxy.md"));
    Set<String> names = new TreeSet<>();
    cases().forEach(each -> names.add(each.name()));
    // One mistake, told of both kinds of files.
    names.add("proxy-env-not-string");

    String places = facts.substring(facts.indexOf("\n## 1. "), facts.indexOf("\n## 2. "));
    assertThat(all("(?m)^\\| (\\d+) \\|", places).map(Integer::valueOf).toList())
        .hasSizeGreaterThan(15)
        .allMatch(row -> ELSEWHERE.contains(row) || names.contains(PLACES.get(row)));
    String mistakes = facts.substring(facts.indexOf("\n## 18. "));
    assertThat(all("(?m)^\\| `([a-z0-9-]+)` ", mistakes).toList())
        .hasSizeGreaterThan(60)
        .allMatch(id -> NO_RULE.contains(id) || names.contains(id));
  }

  private static Stream<String> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_fault_is_found_and_what_looks_like_it_is_not(Case each) throws IOException {
    assertThat(codes(each.firing())).as("firing").contains(each.code());
    assertThat(codes(each.silent())).as("silent").doesNotContain(each.code());
  }
}
