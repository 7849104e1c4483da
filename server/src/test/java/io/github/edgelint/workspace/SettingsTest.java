package io.github.edgelint.workspace;

import static io.github.edgelint.workspace.Trees.document;
import static io.github.edgelint.workspace.Trees.grouped;
import static io.github.edgelint.workspace.Trees.paths;
import static io.github.edgelint.workspace.Trees.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final DocPath FILE = Trees.ROOT.resolve(".edgelint.toml");

  private static Snapshot with(String settings, Document... documents) {
    List<Document> all = new ArrayList<>(List.of(documents));
    all.add(document(".edgelint.toml", settings));
    return snapshot(all);
  }

  private static Settings settings(String text) {
    return with(text).settingsOf(FILE);
  }

  private static Document at(Snapshot snapshot, String path) {
    return snapshot.document(Trees.ROOT.resolve(path)).orElseThrow();
  }

  @Test
  void the_example_of_the_documentation_has_no_problems() {
    String text =
        """
        version = "1.5"
        profile = "production"
        exclude = ["tests/**"]

        [proxy]
        required = true
        url = "http://proxy.corp:3128"
        only = false
        inspects-tls = false
        reaches-parent = true

        [network]
        allow = ["*.azure-devices.net"]

        [files]
        template = ["ci/*.json"]
        final = ["out/**/*.json"]

        [[device]]
        name = "press-line-1"
        config = "devices/press-1/config.toml"
        manifest = "deployments/press.json"
        layers = ["deployments/layer-alarms.json"]
        units = ["devices/press-1/systemd"]
        daemon-json = "devices/press-1/daemon.json"
        companions = "complete"
        version = "1.6"
        proxy = { required = true }

        [json]
        comments = true

        [suppressions]
        require-reason = true

        [[suppressions.entry]]
        rules = ["EDGE800"]
        path = "a/*.json"
        pointer = "/modulesContent"
        reason = "test rig"

        [rules]
        EDGE439 = "off"
        """;

    assertThat(document(".edgelint.toml", text).schema().orElseThrow().problems()).isEmpty();
    Settings settings = settings(text);
    assertThat(settings.version().orElseThrow().value()).isEqualTo(new RuntimeTrain(1, 5));
    assertThat(settings.isProduction()).isTrue();
    assertThat(settings.proxy().url().orElseThrow().value()).isEqualTo("http://proxy.corp:3128");
    assertThat(settings.proxy().doesReachParent()).isTrue();
    assertThat(settings.allowedHosts()).hasSize(1);
    assertThat(settings.allowsJsonComments()).isTrue();
    assertThat(settings.requiresReason()).isTrue();
    assertThat(settings.suppressions()).hasSize(1);
    assertThat(settings.rules().get(0).level()).isEqualTo(RuleSetting.Level.OFF);
    assertThat(settings.devices().get(0).complete()).isTrue();
    assertThat(settings.devices().get(0).patterns()).hasSize(5);
  }

  @Test
  void a_value_that_does_not_fit_does_not_count() {
    assertThat(settings("version = \"1.3\"\n").version()).isEmpty();
    assertThat(settings("[proxy]\nrequired = \"no\"\n").proxy().stated()).isEmpty();
  }

  @Test
  void a_broken_file_leaves_the_last_good_settings_in_force() {
    Snapshot good = with("profile = \"production\"\n");

    Snapshot broken = good.with(document(".edgelint.toml", "profile = \n"));

    assertThat(broken.settingsOf(FILE).isProduction()).isTrue();
    assertThat(broken.with(document(".edgelint.toml", "")).settingsOf(FILE).isProduction())
        .isFalse();
  }

  @Test
  void the_nearest_settings_count() {
    Snapshot snapshot =
        with(
            "profile = \"production\"\n",
            document("a/.edgelint.toml", ""),
            document("a/b/config.toml", Trees.CONFIG),
            document("c/config.toml", Trees.CONFIG));

    assertThat(snapshot.settingsOf(Trees.ROOT.resolve("a/b/config.toml")).isProduction()).isFalse();
    assertThat(snapshot.settingsOf(Trees.ROOT.resolve("c/config.toml")).isProduction()).isTrue();
    assertThat(snapshot.rootOf(Trees.ROOT.resolve("a/b/config.toml")))
        .contains(Trees.ROOT.resolve("a"));
  }

  @Test
  void a_file_gives_what_the_one_that_extends_it_leaves_open() {
    Snapshot snapshot =
        with(
            "profile = \"production\"\n[rules]\nEDGE100 = \"off\"\nEDGE200 = \"off\"\n",
            document(
                "a/.edgelint.toml",
                "extend = \"../.edgelint.toml\"\n[rules]\nEDGE100 = \"error\"\n"));

    Settings settings = snapshot.settingsOf(Trees.ROOT.resolve("a/x.toml"));

    assertThat(settings.isProduction()).isTrue();
    assertThat(settings.rules())
        .extracting(rule -> rule.rule() + " " + rule.level())
        .containsExactly("EDGE100 ERROR", "EDGE200 OFF");
  }

  @Test
  void settings_that_extend_each_other_end_somewhere() {
    Snapshot snapshot =
        with(
            "extend = \"a/.edgelint.toml\"\n",
            document(
                "a/.edgelint.toml", "extend = \"../.edgelint.toml\"\nprofile = \"production\"\n"));

    assertThat(snapshot.settingsOf(FILE).isProduction()).isTrue();
  }

  @Test
  void excluded_files_do_not_exist() {
    Snapshot snapshot =
        with(
            "exclude = [\"tests\"]\n",
            document("config.toml", Trees.CONFIG),
            document("tests/config.toml", Trees.CONFIG),
            document("deployment.json", Trees.MANIFEST));

    assertThat(at(snapshot, "tests/config.toml").kind()).isEqualTo(DocumentKind.OTHER);
    assertThat(grouped(snapshot)).containsExactly(List.of("config.toml", "deployment.json"));
  }

  @Test
  void the_settings_say_what_a_file_is() {
    Snapshot snapshot =
        with(
            """
            [files]
            template = ["ci/*.json"]
            config-template = ["conf/*.txt"]
            layered = ["layers/"]
            final = ["out/**"]
            """,
            document("ci/x.json", "{}"),
            document("conf/x.txt", ""),
            document("layers/x.json", "{}"),
            document("out/deep/x.json", Trees.MANIFEST));

    assertThat(at(snapshot, "ci/x.json").kind()).isEqualTo(DocumentKind.TEMPLATE);
    assertThat(at(snapshot, "conf/x.txt").kind()).isEqualTo(DocumentKind.DEVICE_CONFIG);
    assertThat(at(snapshot, "conf/x.txt").isTemplate()).isTrue();
    assertThat(at(snapshot, "layers/x.json").kind()).isEqualTo(DocumentKind.LAYERED);
    assertThat(at(snapshot, "out/deep/x.json").isFinal()).isTrue();
  }

  @Test
  void a_listed_device_has_exactly_the_files_it_lists() {
    Snapshot snapshot =
        with(
            """
            [[device]]
            name = "one"
            config = "a/config.toml"
            manifest = "deployment.json"
            layers = ["layers/*.json"]
            units = ["a/systemd"]

            [[device]]
            name = "two"
            config = "b/config.toml"
            manifest = "deployment.json"
            """,
            document("a/config.toml", Trees.CONFIG),
            document("a/docker/daemon.json", Trees.ENGINE),
            document("a/systemd/docker.service.d/p.conf", Trees.DROP_IN),
            document("b/config.toml", Trees.CONFIG),
            document("c/config.toml", Trees.CONFIG),
            document("deployment.json", Trees.MANIFEST),
            document("layers/layer-1.json", Trees.LAYER));

    assertThat(grouped(snapshot))
        .containsExactly(
            List.of(
                "a/config.toml",
                "deployment.json",
                "layers/layer-1.json",
                "a/systemd/docker.service.d/p.conf"),
            List.of("b/config.toml", "deployment.json"),
            List.of("c/config.toml"));
    assertThat(snapshot.devicesOf(at(snapshot, "deployment.json")))
        .extracting(Device::name)
        .containsExactly("one", "two");
  }

  @Test
  void what_lies_in_a_listed_folder_of_units_is_a_unit() {
    Snapshot snapshot =
        with(
            "[[device]]\nconfig = \"config.toml\"\nunits = [\"conf/\"]\n",
            document("config.toml", Trees.CONFIG),
            document("conf/deep/docker-proxy.conf", Trees.DROP_IN),
            document("other/conf/docker-proxy.conf", Trees.DROP_IN),
            document("conf/notes.json", "{}"));

    assertThat(at(snapshot, "conf/deep/docker-proxy.conf").kind()).isEqualTo(DocumentKind.UNIT);
    assertThat(at(snapshot, "conf/notes.json").kind()).isEqualTo(DocumentKind.OTHER);
    assertThat(snapshot.devices().get(0).units()).hasSize(1);
  }

  @Test
  void what_a_person_says_for_this_run_goes_before_the_settings() {
    Snapshot snapshot =
        with(
            "exclude = [\"a.json\"]\n[files]\nlayered = [\"b.json\"]\n",
            document("a.json", "{}").as(DocumentKind.MANIFEST),
            document("b.json", "{}").as(DocumentKind.MANIFEST));

    assertThat(at(snapshot, "a.json").kind()).isEqualTo(DocumentKind.MANIFEST);
    assertThat(at(snapshot, "b.json").kind()).isEqualTo(DocumentKind.MANIFEST);
  }

  @Test
  void a_path_of_a_device_starts_at_the_settings_file() {
    Snapshot snapshot =
        with(
            "[[device]]\nconfig = \"config.toml\"\n",
            document("config.toml", Trees.CONFIG),
            document("deep/config.toml", Trees.CONFIG));

    assertThat(paths(snapshot.devices().get(0))).containsExactly("config.toml");
  }

  @Test
  void a_path_of_a_device_may_lead_out_of_the_folder() {
    Snapshot snapshot =
        snapshot(
            List.of(
                document(
                    "sites/a/.edgelint.toml", "[[device]]\nmanifest = \"../../deployment.json\"\n"),
                document("deployment.json", Trees.MANIFEST)));

    assertThat(grouped(snapshot)).contains(List.of("deployment.json"));
  }

  @Test
  void a_pattern_for_one_file_that_fits_several_gives_none() {
    Snapshot snapshot =
        with(
            "[[device]]\nconfig = \"config.toml\"\nmanifest = \"*.json\"\n",
            document("config.toml", Trees.CONFIG),
            document("a.json", Trees.MANIFEST),
            document("b.json", Trees.MANIFEST));
    PathPattern pattern = snapshot.settingsOf(FILE).devices().get(0).manifest().orElseThrow();

    assertThat(grouped(snapshot)).containsExactly(List.of("config.toml"));
    assertThat(snapshot.matching(pattern)).hasSize(2);
    assertThat(pattern.written().value()).isEqualTo("*.json");
  }

  @Test
  void a_path_that_leads_nowhere_matches_nothing() {
    Snapshot snapshot = with("[[device]]\nunits = [\"gone\"]\n", document("gone-too/x.conf", ""));

    assertThat(snapshot.matching(snapshot.settingsOf(FILE).devices().get(0).units().get(0)))
        .isEmpty();
  }

  @Test
  void new_settings_change_what_files_are() {
    Snapshot before = with("", document("x.json", "{}"));

    Snapshot after = before.with(document(".edgelint.toml", "[files]\nmanifest = [\"x.json\"]\n"));

    assertThat(at(after, "x.json").kind()).isEqualTo(DocumentKind.MANIFEST);
    assertThat(at(after.without(FILE), "x.json").kind()).isEqualTo(DocumentKind.OTHER);
  }

  @Test
  void the_word_of_a_device_goes_before_that_of_the_project() {
    Snapshot snapshot =
        with(
            """
            version = "1.4"
            proxy = { required = false, reaches-parent = true }
            [[device]]
            config = "config.toml"
            version = "1.6"
            proxy = { url = "http://p:1" }
            """,
            document("config.toml", Trees.CONFIG));
    Device device = snapshot.devices().get(0);

    assertThat(device.targetVersion().train()).contains(new RuntimeTrain(1, 6));
    assertThat(device.proxySettings().stated().orElseThrow().value()).isTrue();
    assertThat(device.proxySettings().doesReachParent()).isTrue();
  }
}
