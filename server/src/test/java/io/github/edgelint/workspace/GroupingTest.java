package io.github.edgelint.workspace;

import static io.github.edgelint.workspace.Trees.grouped;
import static io.github.edgelint.workspace.Trees.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

  @Test
  void a_project_is_one_device_without_what_it_generates() {
    assertThat(
            grouped(
                snapshot(
                    "config.toml",
                    "deployment.template.json",
                    "deployment.debug.template.json",
                    "config/deployment.amd64.json",
                    "systemd/docker.service.d/http-proxy.conf")))
        .containsExactly(
            List.of(
                "config.toml",
                "deployment.template.json",
                "systemd/docker.service.d/http-proxy.conf"));
  }

  @Test
  void a_manifest_above_two_devices_belongs_to_neither() {
    assertThat(grouped(snapshot("a/config.toml", "b/config.toml", "deployment.json")))
        .containsExactly(List.of("a/config.toml"), List.of("b/config.toml"));
  }

  @Test
  void of_two_manifests_none_belongs() {
    assertThat(
            grouped(
                snapshot(
                    "image/etc/aziot/config.toml",
                    "image/etc/systemd/system/aziot-edged.service.d/p.conf",
                    "deploy/x.json",
                    "deploy/y.json")))
        .containsExactly(
            List.of(
                "image/etc/aziot/config.toml",
                "image/etc/systemd/system/aziot-edged.service.d/p.conf"));
  }

  @Test
  void a_listed_device_has_what_the_settings_name_for_each_part() {
    Document settings =
        Trees.document(
            ".edgelint.toml",
            """
            [[device]]
            config = "press/config.toml"
            manifest = "deployment.template.json"
            layers = ["layer*.json", "press/config.toml"]
            """);
    Snapshot snapshot =
        snapshot("press/config.toml", "deployment.template.json", "layer-a.json", "layer-b.json");

    assertThat(grouped(snapshot.with(settings)))
        .containsExactly(
            List.of(
                "press/config.toml", "deployment.template.json", "layer-a.json", "layer-b.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "etc/aziot/config.toml, w",
    "config.toml, w",
    "lines/press/etc/aziot/config.toml, lines/press",
    "lines/press/config.toml, lines/press",
    "lines/press.toml, lines/press.toml",
  })
  void a_device_is_named_after_its_folder(String config, String name) {
    assertThat(names(config)).containsExactly(name);
  }

  @Test
  void devices_of_the_same_folder_are_named_after_their_files() {
    assertThat(names("a/config.toml", "a/etc/aziot/config.toml", "b/config.toml"))
        .containsExactlyInAnyOrder("a/config.toml", "a/etc/aziot/config.toml", "b");
  }

  private static List<String> names(String... paths) {
    return snapshot(paths).devices().stream().map(Device::name).toList();
  }

  @Test
  void without_device_configuration_the_root_is_one_device_and_layers_stay_alone() {
    assertThat(grouped(snapshot("deployment.json", "layer.json", "docker/daemon.json")))
        .containsExactly(List.of("deployment.json", "docker/daemon.json"));
  }

  @Test
  void the_image_of_a_device_has_its_files_at_their_places_only() {
    assertThat(
            grouped(
                snapshot(
                    "img/etc/aziot/config.toml",
                    "img/etc/aziot/keyd/config.d/00-super.toml",
                    "img/etc/aziot/keyd/config.d/50-own.toml",
                    "img/etc/docker/daemon.json",
                    "img/etc/systemd/system/aziot-identityd.service",
                    "img/etc/systemd/system/docker.service.d/http-proxy.conf",
                    "img/opt/docker.service.d/x.conf",
                    "img/run/systemd/system/docker.service.d/x.conf",
                    "img/usr/lib/systemd/system/docker.service.d/x.conf",
                    "img/opt/daemon.json")))
        .containsExactly(
            List.of(
                "img/etc/aziot/config.toml",
                "img/etc/systemd/system/aziot-identityd.service",
                "img/etc/systemd/system/docker.service.d/http-proxy.conf",
                "img/run/systemd/system/docker.service.d/x.conf",
                "img/usr/lib/systemd/system/docker.service.d/x.conf",
                "img/etc/docker/daemon.json",
                "img/etc/aziot/keyd/config.d/00-super.toml"));
  }

  @Test
  void the_manifest_of_an_image_lies_anywhere_below_the_root() {
    assertThat(grouped(snapshot("img/etc/aziot/config.toml", "deploy/x.json")))
        .containsExactly(List.of("img/etc/aziot/config.toml", "deploy/x.json"));
  }

  @Test
  void each_site_has_the_files_of_its_own_folder() {
    assertThat(
            grouped(
                snapshot(
                    "a/config.toml",
                    "a/deploy/deployment.json",
                    "b/config.toml",
                    "b/systemd/docker.service.d/p.conf")))
        .containsExactly(
            List.of("a/config.toml", "a/deploy/deployment.json"),
            List.of("b/config.toml", "b/systemd/docker.service.d/p.conf"));
  }

  @Test
  void two_device_configurations_side_by_side_share_nothing() {
    assertThat(grouped(snapshot("dev.toml", "prod.toml", "deployment.json")))
        .containsExactly(List.of("dev.toml"), List.of("prod.toml"));
  }

  @Test
  void of_two_files_for_the_engine_none_belongs() {
    assertThat(grouped(snapshot("config.toml", "docker/daemon.json", "old/docker/daemon.json")))
        .containsExactly(List.of("config.toml"));
  }

  @Test
  void a_template_of_a_device_configuration_makes_no_device() {
    assertThat(grouped(snapshot("config.template.toml"))).isEmpty();
    assertThat(grouped(snapshot("config.template.toml", "config.toml", "deployment.json")))
        .containsExactly(List.of("config.toml", "deployment.json"));
  }

  @Test
  void a_generated_manifest_joins_where_there_is_no_template_for_it() {
    assertThat(grouped(snapshot("config.toml", "config/deployment.amd64.json")))
        .containsExactly(List.of("config.toml", "config/deployment.amd64.json"));
  }

  @Test
  void a_document_on_its_own_is_a_device_of_one_document() {
    Snapshot snapshot = snapshot("a/config.toml", "b/config.toml", "deployment.json");
    Document manifest = snapshot.document(Trees.ROOT.resolve("deployment.json")).orElseThrow();

    Device device = snapshot.devicesOf(manifest).get(0);

    assertThat(device.documents()).containsExactly(manifest);
    assertThat(device.manifest()).contains(manifest);
    assertThat(snapshot.devices()).doesNotContain(device);
  }

  @Test
  void folders_of_the_workspace_do_not_mix() {
    Workspace workspace = Workspace.of(List.of(new DocPath("/w/one"), new DocPath("/w/two")));
    List<Document> documents =
        List.of(
            Trees.document("one/config.toml", Trees.CONFIG),
            Trees.document("two/deployment.json", Trees.MANIFEST));

    assertThat(grouped(Snapshot.of(workspace, documents)))
        .containsExactly(List.of("one/config.toml"));
  }

  @Test
  void a_text_without_a_folder_stays_alone() {
    Document unsaved = Document.of(new DocPath("untitled:1"), Trees.document("x", "{}").source());

    assertThat(Trees.snapshot(List.of(unsaved)).devices()).isEmpty();
    assertThat(Trees.snapshot(List.of(unsaved)).devicesOf(unsaved)).hasSize(1);
  }

  @Test
  void a_change_of_one_file_regroups_and_reads_nothing_else_again() {
    Snapshot before = snapshot("config.toml", "a/deployment.json");
    Document config = before.document(Trees.ROOT.resolve("config.toml")).orElseThrow();

    Snapshot after = before.with(Trees.document("b/other.json", Trees.MANIFEST));

    assertThat(grouped(before)).containsExactly(List.of("config.toml", "a/deployment.json"));
    assertThat(grouped(after)).containsExactly(List.of("config.toml"));
    assertThat(after.document(config.path()).orElseThrow()).isSameAs(config);
    assertThat(grouped(after.without(Trees.ROOT.resolve("a/deployment.json"))))
        .containsExactly(List.of("config.toml", "b/other.json"));
  }

  @Test
  void many_sites_are_many_devices() {
    List<String> paths = new ArrayList<>();
    for (int site = 0; site < 200; site++) {
      paths.add("sites/s" + site + "/config.toml");
      paths.add("sites/s" + site + "/deployment.json");
    }

    assertThat(grouped(snapshot(paths.toArray(String[]::new))))
        .hasSize(200)
        .allSatisfy(device -> assertThat(device).hasSize(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          config.toml  d.debug.template.json                       | It is for debugging
          config.toml  a.template.json  config/deployment.json     | made from the template
          config.toml  a.json  b.json                              | one of several manifests
          config.toml  docker/daemon.json  x/daemon.json           | one of several files for
          config.toml  layer.json                                  | only where the settings say so
          a/config.toml  b/config.toml  deployment.json            | exactly one device configuration
          etc/aziot/config.toml  usr/docker.service.d/x.conf       | in its file system
          deployment.json                                          | Nothing else belongs to it
          config.template.toml                                     | It is a template
          """)
  void a_file_that_is_left_alone_has_a_reason(String files, String reason) {
    String[] paths = files.trim().split(" +");
    Snapshot snapshot = snapshot(paths);
    Document last = snapshot.document(Trees.ROOT.resolve(paths[paths.length - 1])).orElseThrow();

    assertThat(snapshot.aloneReason(last).orElseThrow()).contains(reason).endsWith(".");
  }

  @Test
  void a_file_of_a_device_is_not_alone() {
    Snapshot snapshot = snapshot("config.toml", "deployment.json");

    assertThat(snapshot.documents())
        .allSatisfy(document -> assertThat(snapshot.aloneReason(document)).isEmpty());
  }

  @Test
  void a_file_that_cannot_be_read_joins_nothing_but_is_still_a_neighbour() {
    DocPath unreadable = Trees.ROOT.resolve("a/etc/aziot/config.toml");
    Snapshot snapshot =
        snapshot("b/config.toml", "deployment.json")
            .with(Document.notAnalysed(unreadable, "it cannot be read"));

    assertThat(grouped(snapshot)).containsExactly(List.of("b/config.toml"));
    assertThat(snapshot.aloneReason(snapshot.document(unreadable).orElseThrow()).orElseThrow())
        .contains("it cannot be read");
  }
}
