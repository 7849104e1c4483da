package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private static Environment ofHub(String env) {
    return Trees.systemModule("edgeHub", "'env':{" + env + "}").effectiveEnv();
  }

  private static Environment ofModule(String env) {
    return Trees.module("'env':{" + env + "}").effectiveEnv();
  }

  private static Environment ofUnit(String unit, String line) {
    return EffectiveUnit.of(
            List.of(Trees.unit(unit + ".service.d/proxy.conf", "[Service]\nEnvironment=" + line)))
        .environment();
  }

  private static Optional<String> https(Environment environment) {
    return environment.httpsProxy().map(ProxySetting::url).map(ProxyUrl::text);
  }

  @ParameterizedTest
  @CsvSource({"https_proxy", "HTTPS_PROXY", "Https_Proxy"})
  void the_runtime_takes_every_letter_case(String name) {
    assertThat(https(ofHub("'" + name + "':{'value':'http://p:1'}"))).contains("http://p:1");
  }

  @ParameterizedTest
  @CsvSource({"'',", "'  ',"})
  void a_blank_proxy_is_none(String value) {
    assertThat(https(ofHub("'https_proxy':{'value':'" + value + "'}"))).isEmpty();
  }

  @Test
  void a_proxy_that_may_be_set_counts_beside_a_blank_spelling() {
    Environment hub = ofHub("'https_proxy':{'value':'http://p:1'},'HTTPS_PROXY':{'value':''}");

    assertThat(https(hub)).contains("http://p:1");
  }

  @Test
  void a_blank_entry_of_create_options_takes_the_proxy_away() {
    Environment hub =
        Trees.systemModule(
                "edgeHub",
                "'env':{'https_proxy':{'value':'http://p:1'}},"
                    + "'settings':{'createOptions':{'Env':['HTTPS_PROXY=']}}")
            .effectiveEnv();

    assertThat(https(hub)).isEmpty();
  }

  @Test
  void a_placeholder_counts_as_set() {
    assertThat(https(ofHub("'https_proxy':{'value':'${PROXY}'}"))).contains("${PROXY}");
  }

  @Test
  void a_module_prefers_lower_case_as_dot_net_does() {
    Environment module =
        ofModule(
            "'HTTPS_PROXY':{'value':'http://upper:1'},'https_proxy':{'value':'http://lower:1'}");

    assertThat(https(module)).contains("http://lower:1");
  }

  @Test
  void a_module_does_not_read_mixed_letter_case() {
    assertThat(https(ofModule("'Https_Proxy':{'value':'http://p:1'}"))).isEmpty();
  }

  @Test
  void the_engine_prefers_upper_case_unless_it_is_empty() {
    assertThat(https(ofUnit("docker", "HTTPS_PROXY=http://upper:1 https_proxy=http://lower:1")))
        .contains("http://upper:1");
    assertThat(https(ofUnit("docker", "HTTPS_PROXY= https_proxy=http://lower:1")))
        .contains("http://lower:1");
  }

  @Test
  void an_empty_upper_case_variable_blocks_the_lower_case_one_in_a_daemon() {
    Environment unit = ofUnit("aziot-identityd", "HTTPS_PROXY= https_proxy=http://lower:1");

    assertThat(https(unit)).isEmpty();
    assertThat(unit.assigned(ProxyVariable.HTTPS_PROXY).map(EnvVariable::name))
        .contains("HTTPS_PROXY");
  }

  @Test
  void lists_every_proxy_address_with_its_variable() {
    Environment module =
        ofModule(
            "'http_proxy':{'value':'http://a:1'},'ALL_PROXY':{'value':'http://b:1'},"
                + "'no_proxy':{'value':'x'},'HTTP_PROXY':{'value':''}");

    assertThat(module.proxies())
        .extracting(ProxySetting::variable)
        .containsExactly(ProxyVariable.HTTP_PROXY, ProxyVariable.ALL_PROXY);
  }

  @Test
  void a_proxy_setting_shows_no_password() {
    ProxySetting setting =
        ofHub("'https_proxy':{'value':'http://u:hunter2@p:1'}").httpsProxy().orElseThrow();

    assertThat(setting.toString()).doesNotContain("hunter2").contains("edgeHub");
  }

  @Test
  void a_value_that_is_no_text_is_no_address() {
    Environment hub = ofHub("'https_proxy':{'value':{'url':'http://p:1'}}");

    assertThat(hub.httpsProxy()).isEmpty();
    assertThat(hub.proxyVariable(ProxyVariable.HTTPS_PROXY)).isPresent();
  }
}
