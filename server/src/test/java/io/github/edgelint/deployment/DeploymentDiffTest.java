package io.github.edgelint.deployment;

import static io.github.edgelint.deployment.Manifests.PROXY;
import static io.github.edgelint.deployment.Manifests.WEBSOCKETS;
import static io.github.edgelint.deployment.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.deployment.ModuleChange.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentDiffTest {

  private static final String IMAGE = "\"image\":\"registry.example/app:1.0\"";
  private static final String UP = "FROM /messages/* INTO $upstream";

  @Test
  void the_same_manifest_changes_nothing() {
    Manifests manifest = manifest().module("a").route("up", UP);
    assertThat(diff(manifest, manifest).isEmpty()).isTrue();
    assertThat(diff(manifest, manifest).isDangerous()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "image":"registry.example/app:1.1"                                    | | image
          "image":"registry.example/app:1.0","createOptions":"{\\"Tty\\":true}" | | createOptions
          "image":"registry.example/app:1.0"  | ,"env":{"A":{"value":"1"}}        | env
          "image":"registry.example/app:1.0"  | ,"restartPolicy":"never"          | restartPolicy
          "image":"registry.example/app:1.0"  | ,"imagePullPolicy":"never"        | imagePullPolicy
          "image":"registry.example/app:1.0"  | ,"version":"2"                    | version
          "image":"registry.example/app:1.0"  | ,"startupOrder":1                 | startupOrder
          """)
  void a_changed_setting_recreates_the_container(String settings, String more, String cause) {
    ModuleChange change =
        only(manifest().module("a"), manifest().module("a", settings, more == null ? "" : more));
    assertThat(change.effect()).isEqualTo(Effect.RECREATED);
    assertThat(change.causes()).extracting(Cause::setting).containsExactly(cause);
  }

  @Test
  void a_module_that_only_stops_keeps_its_container() {
    ModuleChange change =
        only(manifest().module("a"), manifest().module("a", IMAGE, ",\"status\":\"stopped\""));
    assertThat(change.effect()).isEqualTo(Effect.CHANGED);
    assertThat(change.causes())
        .extracting(Cause::toString)
        .containsExactly("status: running → stopped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "image":" registry.example/app:1.0 " |
          "image":"registry.example/app:1.0","createOptions":"{}"  |
          "image":"registry.example/app:1.0"   | ,"imagePullPolicy":"on-create"
          "image":"registry.example/app:1.0"   | ,"imagePullPolicy":"OnCreate"
          "image":"registry.example/app:1.0"   | ,"startupOrder":4294967295
          "image":"registry.example/app:1.0"   | ,"restartPolicy":"Always"
          "image":"registry.example/app:1.0"   | ,"env":{}
          """)
  void another_spelling_of_the_same_leaves_the_module_alone(String settings, String more) {
    ModuleChange change =
        only(manifest().module("a"), manifest().module("a", settings, more == null ? "" : more));
    assertThat(change.effect()).isEqualTo(Effect.UNCHANGED);
  }

  @Test
  void an_image_without_tag_is_the_latest() {
    ModuleChange change =
        only(
            manifest().module("a", "\"image\":\"localhost:5000/app\"", ""),
            manifest().module("a", "\"image\":\"localhost:5000/app:latest\"", ""));
    assertThat(change.effect()).isEqualTo(Effect.UNCHANGED);
  }

  @Test
  void create_options_compare_as_json_in_whatever_form_they_are_written() {
    String object = IMAGE + ",\"createOptions\":{\"HostConfig\":{\"Privileged\":true,\"Dns\":[]}}";
    String text =
        IMAGE
            + ",\"createOptions\":\"{\\\"HostConfig\\\": {\\\"Dns\\\":[],\","
            + "\"createOptions01\":\" \\\"Privileged\\\":true}}\"";
    assertThat(only(manifest().module("a", object, ""), manifest().module("a", text, "")).effect())
        .isEqualTo(Effect.UNCHANGED);
  }

  @Test
  void the_order_of_a_list_in_create_options_counts_and_its_path_is_told() {
    String before = IMAGE + ",\"createOptions\":{\"HostConfig\":{\"Binds\":[\"/a:/a\",\"/b:/b\"]}}";
    String after = IMAGE + ",\"createOptions\":{\"HostConfig\":{\"Binds\":[\"/b:/b\",\"/a:/a\"]}}";
    assertThat(only(manifest().module("a", before, ""), manifest().module("a", after, "")).causes())
        .containsExactly(new Cause("createOptions", "HostConfig.Binds"));
  }

  @Test
  void unreadable_create_options_that_stay_are_no_change() {
    String broken = IMAGE + ",\"createOptions\":\"{oops\"";
    String other = IMAGE + ",\"createOptions\":\"{oops!\"";
    assertThat(
            only(manifest().module("a", broken, ""), manifest().module("a", broken, "")).effect())
        .isEqualTo(Effect.UNCHANGED);
    assertThat(only(manifest().module("a", broken, ""), manifest().module("a", other, "")).effect())
        .isEqualTo(Effect.RECREATED);
  }

  @Test
  void no_value_of_a_variable_is_told() {
    ModuleChange change =
        only(
            manifest().module("a", IMAGE, ",\"env\":{\"KEY\":{\"value\":\"hunter2\"}}"),
            manifest().module("a", IMAGE, ",\"env\":{\"KEY\":{\"value\":\"hunter3\"}}"));
    assertThat(change.causes()).containsExactly(new Cause("env", "KEY changed"));
  }

  @Test
  void modules_and_routes_come_and_go() {
    DeploymentDiff diff =
        diff(
            manifest().module("old").route("r", UP).route("gone", UP),
            manifest().module("new").route("r", "FROM /* INTO $upstream").route("more", UP));
    assertThat(diff.modules())
        .filteredOn(change -> !change.system())
        .extracting(change -> change.name() + " " + change.effect().word())
        .containsExactly("old removed", "new added");
    assertThat(diff.routes())
        .extracting(change -> change.name() + " " + change.effect().word())
        .containsExactly("gone removed", "r changed", "more added");
    assertThat(diff.isDangerous()).isFalse();
  }

  @Test
  void a_twin_that_is_left_out_stays_as_it_is() {
    Manifests one = manifest().module("a").twin("a", "{\"interval\":1}");
    assertThat(diff(one, manifest().module("a")).settings()).isEmpty();
    assertThat(diff(one, manifest().module("a").twin("a", "{\"interval\":2}")).settings())
        .containsExactly("twin of a: properties.desired.interval");
    assertThat(diff(manifest().module("a"), one).settings()).containsExactly("twin of a");
  }

  @Test
  void an_agent_that_loses_its_proxy_is_dangerous() {
    DeploymentDiff diff = diff(manifest().agentEnv(PROXY), manifest());
    assertThat(diff.dangers())
        .extracting(Danger::kind)
        .containsExactly(Danger.Kind.AGENT_LOSES_PROXY);
    assertThat(diff.proxyLost()).containsExactly("edgeAgent");
  }

  @Test
  void a_module_that_loses_its_proxy_is_told_and_not_dangerous() {
    DeploymentDiff diff =
        diff(manifest().module("a", IMAGE, ",\"env\":{" + PROXY + "}"), manifest().module("a"));
    assertThat(diff.proxyLost()).containsExactly("a");
    assertThat(diff.isDangerous()).isFalse();
  }

  @Test
  void a_hub_that_goes_back_to_tcp_would_ignore_its_proxy() {
    DeploymentDiff diff =
        diff(manifest().hubEnv(PROXY + "," + WEBSOCKETS), manifest().hubEnv(PROXY));
    assertThat(diff.dangers())
        .extracting(Danger::kind)
        .containsExactly(Danger.Kind.HUB_LOSES_WEBSOCKETS);
  }

  @Test
  void an_agent_left_to_itself_still_tries_websockets() {
    DeploymentDiff diff =
        diff(manifest().agentEnv(PROXY + "," + WEBSOCKETS), manifest().agentEnv(PROXY));
    assertThat(diff.isDangerous()).isFalse();
  }

  @Test
  void a_device_without_hub_modules_or_way_up_is_dangerous() {
    DeploymentDiff diff = diff(manifest().module("a").route("up", UP), manifest().withoutHub());
    assertThat(diff.dangers())
        .extracting(Danger::kind)
        .containsExactly(
            Danger.Kind.HUB_REMOVED,
            Danger.Kind.ALL_MODULES_REMOVED,
            Danger.Kind.NOTHING_GOES_UPSTREAM);
  }

  private static DeploymentDiff diff(Manifests before, Manifests after) {
    return DeploymentDiff.of(before.read(), after.read());
  }

  private static ModuleChange only(Manifests before, Manifests after) {
    return diff(before, after).modules().stream()
        .filter(change -> !change.system())
        .findFirst()
        .orElseThrow();
  }
}
