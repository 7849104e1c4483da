package io.github.edgelint.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a proxy changed is as it was when the proxy is gone, byte by byte. */
class ProxyWayBackTest {

  private static final String URL = "http://gateway:s3cr%40t@proxy.graz.corp:3128";

  private static String set(String name, String text) {
    Snapshot snapshot = Project.of(Map.of(name, text));
    ProxyPlan plan = ProxyPlan.set(snapshot, device(snapshot), URL, Set.of(), Host.LINUX);
    return after(name, text, plan);
  }

  private static String unset(String name, String text) {
    Snapshot snapshot = Project.of(Map.of(name, text));
    return after(name, text, ProxyPlan.unset(snapshot, device(snapshot), Host.LINUX));
  }

  private static Device device(Snapshot snapshot) {
    return snapshot.devicesOf(snapshot.documents().iterator().next()).get(0);
  }

  private static String after(String name, String text, ProxyPlan plan) {
    return plan.changes().stream()
        .filter(change -> change.path().relativeTo(Project.ROOT).equals(name))
        .findFirst()
        .map(change -> change.after().orElse(""))
        .orElse(text);
  }

  private static String setInConfig(String text) {
    return set("etc/aziot/config.toml", text);
  }

  private static String unsetInConfig(String text) {
    return unset("etc/aziot/config.toml", text);
  }

  private static final String EMPTY_ENV =
      """
      hostname = "a"

      [agent]
      name = "edgeAgent"
      type = "docker"

      [agent.config]
      image = "mcr.microsoft.com/azureiotedge-agent:1.5"

      [agent.env]
      """;

  private static final List<List<String>> TABLES =
      List.of(
          List.of("[agent]", "name = \"edgeAgent\"", "type = \"docker\""),
          List.of("[agent.config]", "image = \"mcr.microsoft.com/azureiotedge-agent:1.6\""),
          List.of("[agent.env]", "RuntimeLogLevel = \"debug\"", "UpstreamProtocol = \"Mqtt\""));

  /** Each line of the tables active, a comment or absent; keys only below their header. */
  @Provide
  Arbitrary<String> configs() {
    List<Arbitrary<String>> tables = new ArrayList<>();
    for (List<String> table : TABLES) {
      List<Arbitrary<String>> lines = new ArrayList<>();
      lines.add(Arbitraries.of("%s\n", "# %s\n", "").map(form -> written(form, table.get(0))));
      for (String key : table.subList(1, table.size())) {
        lines.add(Arbitraries.of("%s\n", "%s # ours\n", "# %s\n", "").map(f -> written(f, key)));
      }
      tables.add(Combinators.combine(lines).as(ProxyWayBackTest::table));
    }
    Arbitrary<String> agent = Combinators.combine(tables).as(parts -> String.join("\n", parts));
    return Combinators.combine(
            agent,
            Arbitraries.of("", "\n[connect]\nworkload_uri = \"unix:///a.sock\"\n"),
            Arbitraries.of("", "\n"),
            Arbitraries.of("\n", "\r\n"))
        .as(
            (middle, below, end, lineBreak) ->
                ("hostname = \"a\"\n\n" + middle + below)
                    .stripTrailing()
                    .concat(end)
                    .replace("\n", lineBreak));
  }

  private static String written(String form, String line) {
    return form.replace("%s", line);
  }

  private static String table(List<String> lines) {
    boolean active = lines.get(0).startsWith("[");
    boolean keys = lines.stream().anyMatch(line -> line.matches("(?s)[a-zA-Z].*"));
    return !active && keys ? "" : String.join("", lines);
  }

  @Property(tries = 400)
  void config_toml_comes_back(@ForAll("configs") String config) {
    String with = setInConfig(config);

    assertThat(with).contains(URL);
    assertThat(setInConfig(with)).as("the second time").isEqualTo(with);
    assertThat(unsetInConfig(with)).isEqualTo(config);
  }

  @Test
  void a_replaced_protocol_is_told_on_its_line() {
    String config = EMPTY_ENV + "UpstreamProtocol = 'Mqtt' # as in Linz\n";

    assertThat(setInConfig(config))
        .contains("UpstreamProtocol = 'MqttWs' # without the proxy: 'Mqtt' # as in Linz\n");
    assertThat(unsetInConfig(setInConfig(config))).isEqualTo(config);
  }

  @Test
  void a_table_that_was_empty_stays_and_the_lines_below_tell_that_they_go() {
    assertThat(setInConfig(EMPTY_ENV))
        .endsWith(
            "[agent.env]\nhttps_proxy = \""
                + URL
                + "\"\nUpstreamProtocol = \"AmqpWs\" # without the proxy: nothing\n");
    assertThat(unsetInConfig(setInConfig(EMPTY_ENV))).isEqualTo(EMPTY_ENV);
  }

  @Test
  void nothing_is_noted_where_the_file_tells_by_itself() {
    assertThat(setInConfig("hostname = \"a\"\n")).doesNotContain("without the proxy");
  }

  @Test
  void keys_that_a_person_added_below_a_noted_header_keep_it() {
    String with =
        setInConfig("hostname = \"a\"\n\n[agent]\nname = \"edgeAgent\"\n")
            + "RuntimeLogLevel = \"debug\"\n";

    assertThat(unsetInConfig(with))
        .isEqualTo(
            "hostname = \"a\"\n\n[agent]\nname = \"edgeAgent\"\n\n[agent.env]\nRuntimeLogLevel = \"debug\"\n");
  }

  /** Modules as the portal, the extension and people write them. */
  @Provide
  Arbitrary<String> manifests() {
    Arbitrary<String> env =
        Arbitraries.of(
            "",
            ", \"env\": {}",
            ", \"env\": { }",
            ", \"env\": {\"UpstreamProtocol\": {\"value\": \"AmqpWs\"}}",
            ", \"env\": {\"a\": {\"value\": \"b\"}}");
    Arbitrary<Boolean> first = Arbitraries.of(true, false);
    Arbitrary<String> module =
        Combinators.combine(env, first)
            .as(
                (written, leads) ->
                    leads && !written.isEmpty()
                        ? "{" + written.substring(2) + ", \"type\": \"docker\", \"settings\": S}"
                        : "{\"type\": \"docker\", \"settings\": S" + written + "}");
    return Combinators.combine(module, module, Arbitraries.of(0, 2, 4))
        .filter(
            // On a single line nothing tells whether an empty `env` at the end was there.
            (agent, hub, indent) -> indent > 0 || !(agent + hub).matches(".*\\{ ?}}.*"))
        .as(
            (agent, hub, indent) -> {
              String manifest =
                  ("{\"modulesContent\": {\"$edgeAgent\": {\"properties.desired\": {\"systemModules\":"
                          + " {\"edgeAgent\": A, \"edgeHub\": H}, \"modules\": {}}}}}")
                      .replace("A,", agent + ",")
                      .replace("H}", hub + "}")
                      .replace("S", "{\"image\": \"mcr.microsoft.com/azureiotedge-agent:1.5\"}");
              return indent == 0 ? manifest : laidOut(manifest, " ".repeat(indent));
            });
  }

  /** As most people's tools write it: empty braces on one line, all others over several. */
  private static String laidOut(String json, String unit) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean empty = c == '{' && json.substring(i + 1).stripLeading().startsWith("}");
      if (empty) {
        int end = json.indexOf('}', i);
        out.append("{}");
        i = end;
      } else if (c == '{') {
        out.append("{\n").append(unit.repeat(++depth));
      } else if (c == '}') {
        out.append('\n').append(unit.repeat(--depth)).append('}');
      } else if (c == ',') {
        out.append(",\n").append(unit.repeat(depth));
      } else if (c != ' ' || json.charAt(i - 1) == ':') {
        out.append(c);
      }
    }
    return out.append('\n').toString();
  }

  @Property(tries = 200)
  void a_deployment_comes_back(@ForAll("manifests") String manifest) {
    String with = set("deployment.json", manifest);
    Optional<Document> document =
        Project.of(Map.of("deployment.json", with)).documents().stream().findFirst();

    assertThat(document.orElseThrow().tree().problems()).isEmpty();
    assertThat(with).contains(URL);
    assertThat(unset("deployment.json", with)).isEqualTo(manifest.replace("{ }", "{}"));
  }

  @Test
  void a_deployment_whose_lines_hold_several_keys_comes_back() {
    String manifest =
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"systemModules": {
          "edgeAgent": { "type": "docker", "settings": { "image": "azureiotedge-agent:1.5" } },
          "edgeHub": { "type": "docker", "status": "running",
            "settings": { "image": "azureiotedge-hub:1.5" } }
        }, "modules": {}}}}}
        """;
    String with = set("deployment.json", manifest);

    assertThat(with).contains(URL);
    assertThat(unset("deployment.json", with)).isEqualTo(manifest);
  }
}
