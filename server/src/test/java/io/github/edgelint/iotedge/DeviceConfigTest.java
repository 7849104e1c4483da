package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceConfigTest {

  private static DeviceConfig config(String... lines) {
    return DeviceConfig.of(TomlParser.parse(SourceText.of(String.join("\n", lines))));
  }

  @Test
  void overlays_the_environment_of_the_agent_with_create_options() {
    DeviceConfig config =
        config(
            "[agent.env]",
            "https_proxy = 'http://env:1'",
            "A = 'a'",
            "[agent.config.createOptions]",
            "Env = ['HTTPS_PROXY=http://options:1']");

    assertThat(config.agentEnvironment().httpsProxy().map(setting -> setting.text().text()))
        .contains("http://options:1");
    assertThat(config.agentEnvironment().variable("a")).isPresent();
    assertThat(config.proxies())
        .extracting(ProxySetting::place)
        .containsExactly(ProxyPlace.AGENT_ENV);
  }

  @Test
  void a_variable_leads_back_to_the_file_whatever_its_quotes() {
    DeviceConfig config =
        config("[agent]", "env.\"https_proxy\" = \"\"\"http://\\u0070roxy:1\"\"\"");
    EnvVariable variable = config.agentEnv().get(0);

    assertThat(variable.value()).contains("http://proxy:1");
    assertThat(Trees.at(config.tree(), variable.nameRange())).isEqualTo("\"https_proxy\"");
    assertThat(Trees.at(config.tree(), variable.valueRange())).isEqualTo("http://\\u0070roxy:1");
  }

  @Test
  void est_servers_stand_beside_their_method_and_by_certificate_id() {
    DeviceConfig config =
        config(
            "[edge_ca]",
            "method = 'est'",
            "url = 'https://a/est'",
            "[provisioning.attestation.identity_cert]",
            "method = 'local_ca'",
            "url = 'https://b/est'",
            "[cert_issuance.est.urls]",
            "default = 'https://c/est'",
            "device-id = 1");

    assertThat(config.estServers())
        .extracting(ScalarNode::text)
        .containsExactly("https://a/est", "https://c/est");
  }

  @Test
  void minds_the_letter_case_of_tables() {
    assertThat(config("[agent.Env]", "https_proxy = 'http://p:1'").proxies()).isEmpty();
  }

  @Test
  void a_variable_that_is_a_table_has_no_value() {
    assertThat(config("[agent.env]", "A = { value = 'x' }").agentEnv().get(0).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parent_hostname", "local_gateway_hostname"})
  void the_parent_has_two_names(String key) {
    assertThat(config(key + " = 'parent'").parentHostname().map(ScalarNode::text))
        .contains("parent");
  }

  @Test
  void finds_provisioning_under_both_vocabularies() {
    DeviceConfig manual =
        config(
            "[provisioning]",
            "source = 'manual'",
            "[provisioning.authentication]",
            "method = 'sas'");
    DeviceConfig dps =
        config("[provisioning]", "source = 'dps'", "attestation = { method = 'tpm' }");

    assertThat(manual.provisioningSource().map(ScalarNode::text)).contains("manual");
    assertThat(manual.authentication().get("method").asText()).contains("sas");
    assertThat(dps.authentication().get("method").asText()).contains("tpm");
  }

  @Test
  void finds_the_urls_of_est_servers() {
    assertThat(config("[cert_issuance.est.urls]", "default = 'https://est:1'", "x = 'y'").estUrls())
        .extracting(Member::name)
        .containsExactly("default", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "agent = 5", "provisioning = []", "agent.env = 3", "[[agent]]", "[agent", "="})
  void reads_a_tree_of_any_shape(String text) {
    DeviceConfig config = config(text);

    assertThat(config.agentEnvironment().variables()).isEmpty();
    assertThat(config.provisioningSource()).isEmpty();
    assertThat(config.hintedTrain()).isEmpty();
    assertThat(config.member("agent", "config", "image")).isEmpty();
  }

  @Test
  void the_image_of_the_agent_hints_at_the_version() {
    DeviceConfig config =
        config(
            "[agent.config]",
            "# image = \"mcr.microsoft.com/azureiotedge-agent:1.4\"",
            "image = 'mcr.microsoft.com/azureiotedge-agent:1.5.4'");

    assertThat(config.hintedTrain()).contains(new RuntimeTrain(1, 5));
  }

  @Test
  void the_stock_file_hints_at_its_release() throws IOException {
    Path stock = Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template");

    assertThat(config(Files.readString(stock)).hintedTrain()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ^# image = "mcr.microsoft.com/azureiotedge-agent:1.5"^ | 1.5
          ^#image="mcr.microsoft.com/azureiotedge-agent:1.4"^ | 1.4
          ^## image = "reg.io/x/azureiotedge-agent:1.6.1"^ | 1.6
          ^# image = "mcr.microsoft.com/azureiotedge-hub:1.5"^ |
          ^# image = "mcr.microsoft.com/azureiotedge-agent"^ |
          ^# imagery = "mcr.microsoft.com/azureiotedge-agent:1.5"^ |
          ^# image = mcr.microsoft.com/azureiotedge-agent:1.5^ |
          ^# nothing^ |
          """)
  void the_commented_stock_line_hints_at_the_version(String comment, String train) {
    assertThat(StockImageLine.train(comment))
        .isEqualTo(Optional.ofNullable(train).flatMap(RuntimeTrain::parse));
  }
}
