package io.github.edgelint.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files get a proxy and lose it again. */
class ProxyCorpusTest {

  private static final String URL = "http://gateway:s3cr%40t@proxy.graz.corp:3128";

  private static Document document(String name, String text) {
    return Project.of(Map.of(name, text)).documents().iterator().next();
  }

  private static String after(String name, String text, boolean set) {
    Snapshot snapshot = Project.of(Map.of(name, text));
    Document document = snapshot.documents().iterator().next();
    Device device = snapshot.devicesOf(document).get(0);
    ProxyPlan plan =
        set
            ? ProxyPlan.set(snapshot, device, URL, Set.of(), Host.LINUX)
            : ProxyPlan.unset(snapshot, device, Host.LINUX);
    return plan.changes().stream()
        .filter(change -> change.path().equals(document.path()))
        .findFirst()
        .map(change -> change.after().orElseThrow())
        .orElse(text);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Shared.assumePresent(folder))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What is in the file beside blanks, each as often as it is there. */
  private static List<String> tokens(String name, String text) {
    Tokens tokens = document(name, text).tree().tokens();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) != TokenKind.WHITESPACE && tokens.kind(i) != TokenKind.LINE_BREAK) {
        all.add(text.substring(tokens.start(i), tokens.end(i)));
      }
    }
    return all;
  }

  private static List<String> gone(String name, String before, String after) {
    List<String> gone = new ArrayList<>(tokens(name, before));
    tokens(name, after).forEach(gone::remove);
    return gone;
  }

  /** A protocol, an address, or a line of the stock file that is a comment no more. */
  private static boolean mayGo(String token) {
    return token.matches("(?i)[\"'](amqp|mqtt)(ws)? *[\"']")
        || token.matches("[\"'](https?://.*|<(proxyAddress|UpstreamProtocol)>)[\"']")
        || token.matches("# *(\\[agent.*]|\"?(name|type|image|UpstreamProtocol)\"? *=.*)");
  }

  private static boolean speaksOfProxy(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("https_proxy") || lower.contains("http_proxy");
  }

  /** JSON has no comments that could tell which protocol was replaced. */
  private static String butForProtocols(String name, String text) {
    return name.endsWith(".json")
        ? text.replaceAll("(?i)\"((amqp|mqtt)(ws)?|<UpstreamProtocol>)\"", "P")
        : text;
  }

  @ParameterizedTest
  @CsvSource({
    "corpus/manifests, deployment.json, 170",
    "corpus/manifests, deployment.template.json, 180",
    "corpus/config-toml, config.toml, 80"
  })
  void a_real_file_changes_only_where_it_must_and_comes_back(
      String folder, String name, int atLeast) throws IOException {
    int exact = 0;
    for (Path file : files(folder)) {
      String text = SourceText.decode(Files.readAllBytes(file)).text();
      String set = after(name, text, true);

      assertThat(gone(name, text, set)).as("gone from %s", file).allMatch(ProxyCorpusTest::mayGo);
      assertThat(after(name, set, true)).as("the second time: %s", file).isEqualTo(set);
      Device device = Project.of(Map.of(name, text)).devicesOf(document(name, text)).get(0);
      boolean misplaced = !DeviceEnvironments.removeMisplaced(device, true).isEmpty();
      if (speaksOfProxy(text) || misplaced) {
        continue;
      }
      String unset = after(name, set, false);
      assertThat(butForProtocols(name, unset))
          .as("unset: %s", file)
          .isEqualTo(butForProtocols(name, text));
      exact += !set.equals(text) && unset.equals(text) ? 1 : 0;
    }
    assertThat(exact).as("files that got a proxy and came back").isGreaterThan(atLeast);
  }
}
