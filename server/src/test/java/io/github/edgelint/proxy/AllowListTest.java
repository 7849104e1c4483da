package io.github.edgelint.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllowListTest {

  private static final String CONFIG = "etc/aziot/config.toml";

  private static AllowList of(String config, String... manifest) {
    Map<String, String> files = new TreeMap<>();
    files.put(CONFIG, config);
    for (String text : manifest) {
      files.put("deployment.json", text);
    }
    Snapshot snapshot = Project.of(files);
    return AllowList.of(snapshot.devices().get(0));
  }

  private static List<String> hosts(AllowList list) {
    return list.destinations().stream().map(d -> d.host() + ":" + d.port()).toList();
  }

  private static String manifest(String env, String image) {
    return """
    {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
      "runtime": {"type": "docker", "settings": {}},
      "systemModules": {
        "edgeAgent": {"type": "docker", "settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"}},
        "edgeHub": {"type": "docker", "status": "running", "restartPolicy": "always",
          "settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5"}}},
      "modules": {"camera": {"type": "docker", "status": "running", "restartPolicy": "always",
        "settings": {"image": "%s"}, "env": {%s}}}}}}}
    """
        .formatted(image, env);
  }

  @Test
  void the_hub_of_a_connection_string_needs_https_and_the_port_of_the_protocol() {
    AllowList list =
        of(
            """
            [provisioning]
            source = "manual"
            connection_string = "HostName=plant.azure-devices.net;DeviceId=d;SharedAccessKey=a2V5"
            """);

    assertThat(hosts(list)).contains("plant.azure-devices.net:443", "plant.azure-devices.net:5671");
  }

  @Test
  void a_hub_that_no_file_names_is_any_of_its_cloud() {
    String filledIn =
        """
        [provisioning]
        source = "manual"
        connection_string = "${CONNECTION_STRING}"
        """;

    assertThat(hosts(of(filledIn))).contains("*.azure-devices.net:443", "*.azure-devices.net:5671");
    assertThat(hosts(of(filledIn, manifest("", "plant.azurecr.cn/camera:2"))))
        .contains("*.azure-devices.cn:443")
        .doesNotContain("*.azure-devices.net:443");
  }

  @Test
  void a_deployment_alone_needs_its_hub_too() {
    Snapshot snapshot =
        Project.of(Map.of("deployment.json", manifest("", "plant.azurecr.io/camera:2")));

    assertThat(hosts(AllowList.of(snapshot.deviceOfOne(snapshot.documents().iterator().next()))))
        .contains("*.azure-devices.net:443");
  }

  @Test
  void a_parent_that_a_tool_fills_in_is_no_host() {
    AllowList list = of("parent_hostname = \"<IP of the parent>\"\n");

    assertThat(hosts(list)).noneMatch(host -> host.contains("parent") || host.contains("azure"));
  }

  @Test
  void a_websocket_protocol_needs_no_other_port() {
    AllowList list =
        of(
            """
            [provisioning]
            source = "manual"
            iothub_hostname = "plant.azure-devices.net"

            [agent]
            name = "edgeAgent"
            type = "docker"
            [agent.config]
            image = "mcr.microsoft.com/azureiotedge-agent:1.5"
            [agent.env]
            UpstreamProtocol = "MqttWs"
            """);

    assertThat(list.destinations())
        .allMatch(destination -> destination.protocol().isThroughProxy());
  }

  @Test
  void the_cloud_of_the_provisioning_service_tells_that_of_the_hub() {
    AllowList list =
        of(
            """
            [provisioning]
            source = "dps"
            global_endpoint = "https://global.azure-devices-provisioning.cn"
            """);

    assertThat(hosts(list))
        .contains("global.azure-devices-provisioning.cn:443", "*.azure-devices.cn:443");
  }

  @Test
  void a_nested_device_calls_the_one_above_it_and_no_hub() {
    AllowList list =
        of(
            """
            parent_hostname = "gateway.graz.corp"
            [provisioning]
            source = "manual"
            iothub_hostname = "plant.azure-devices.net"
            """);

    assertThat(hosts(list))
        .contains("gateway.graz.corp:443")
        .noneMatch(host -> host.startsWith("plant."));
  }

  @Test
  void an_est_server_keeps_its_port() {
    AllowList list =
        of(
            "[cert_issuance.est.urls]\n"
                + "default = \"https://est.example.org:8085/.well-known/est\"\n");

    assertThat(hosts(list)).contains("est.example.org:8085");
  }

  @Test
  void a_private_registry_brings_the_storage_of_its_layers() {
    AllowList list = of("hostname = \"a\"\n", manifest("", "plant.azurecr.us/camera:1.0"));

    assertThat(hosts(list)).contains("plant.azurecr.us:443", "*.blob.core.usgovcloudapi.net:443");
  }

  @Test
  void the_settings_of_a_module_name_what_it_calls() {
    AllowList list =
        of(
            "hostname = \"a\"\n",
            manifest(
                """
                "TARGET": {"value": "https://api.example.org:8443/v1"},
                "STORE": {"value": "DefaultEndpointsProtocol=https;AccountName=press;AccountKey=a2V5;EndpointSuffix=core.windows.net"},
                "PEER": {"value": "http://other:8080/"}
                """,
                "camera:1.0"));

    assertThat(hosts(list))
        .contains("api.example.org:8443", "press.blob.core.windows.net:443", "auth.docker.io:443")
        .noneMatch(host -> host.startsWith("other"));
    assertThat(AllowListFormat.CSV.write(List.of(list), DocPath::name))
        .contains("\"camera, TARGET\",deployment.json:8")
        .doesNotContain("a2V5");
  }

  @Test
  void squid_is_given_the_domain_only_where_a_host_lies_in_it() {
    AllowList list =
        of(
            """
            [provisioning]
            source = "dps"
            """,
            manifest("\"HUB\": {\"value\": \"https://plant.azure-devices.net\"}", "camera:1.0"));

    assertThat(AllowListFormat.SQUID.write(List.of(list), DocPath::name))
        .contains("dstdomain .azure-devices.net\n")
        .doesNotContain("plant.azure-devices.net");
  }
}
