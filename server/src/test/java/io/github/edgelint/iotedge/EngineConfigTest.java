package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ProxyVariable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineConfigTest {

  private static final EffectiveUnit DOCKER =
      EffectiveUnit.of(
          List.of(
              Trees.unit(
                  "docker.service.d/p.conf",
                  "[Service]\nEnvironment=HTTPS_PROXY=http://unit:1 HTTP_PROXY=http://unit:2\n")));

  private static Optional<String> effective(ProxyVariable variable, String daemonJson) {
    return EngineConfig.effectiveProxy(
            variable, Optional.of(EngineConfig.of(Trees.json(daemonJson))), Optional.of(DOCKER))
        .map(setting -> setting.text().text());
  }

  @Test
  void reads_its_proxies() {
    EngineConfig config =
        EngineConfig.of(
            Trees.json(
                "{'proxies': {'http-proxy': 'http://a:1', 'https-proxy': 'http://b:1',"
                    + " 'no-proxy': 'parent,localhost'}}"));

    assertThat(config.proxies())
        .extracting(ProxySetting::variable)
        .containsExactly(ProxyVariable.HTTPS_PROXY, ProxyVariable.HTTP_PROXY);
    assertThat(config.noProxy().map(ValueText::text)).contains("parent,localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'https-proxy': 'http://a:1'}",
        "{'proxies': {'httpsProxy': 'http://a:1'}}",
        "{'proxies': {'https-proxy': ' '}}",
        "{'proxies': {'https-proxy': 5}}",
        "{'proxies': []}",
        "[]"
      })
  void has_no_proxy_where_the_engine_finds_none(String text) {
    assertThat(EngineConfig.of(Trees.json(text)).proxies()).isEmpty();
  }

  @Test
  void the_file_wins_over_the_unit_for_each_kind_of_traffic() {
    String file = "{'proxies': {'https-proxy': 'http://file:1'}}";

    assertThat(effective(ProxyVariable.HTTPS_PROXY, file)).contains("http://file:1");
    assertThat(effective(ProxyVariable.HTTP_PROXY, file)).contains("http://unit:2");
  }
}
