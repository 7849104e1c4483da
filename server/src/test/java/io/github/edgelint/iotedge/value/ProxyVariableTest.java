package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariableTest {

  @ParameterizedTest
  @CsvSource({
    "https_proxy,HTTPS_PROXY,HTTPS_PROXY",
    "HTTPS_PROXY,HTTPS_PROXY,HTTPS_PROXY",
    "Https_Proxy,HTTPS_PROXY,",
    "no_proxy,NO_PROXY,NO_PROXY",
    "all_proxy,ALL_PROXY,ALL_PROXY",
    "HTTP_proxy,HTTP_PROXY,",
    "httpsproxy,,",
    "ftp_proxy,,"
  })
  void only_the_runtime_ignores_letter_case(
      String name, ProxyVariable runtime, ProxyVariable daemon) {
    assertThat(ProxyVariable.of(name, ProxyReader.RUNTIME)).isEqualTo(Optional.ofNullable(runtime));
    assertThat(ProxyVariable.of(name, ProxyReader.DAEMON)).isEqualTo(Optional.ofNullable(daemon));
    assertThat(ProxyVariable.of(name, ProxyReader.ENGINE)).isEqualTo(Optional.ofNullable(daemon));
  }

  @ParameterizedTest
  @CsvSource({
    "https-proxy,HTTPS_PROXY",
    "httpsProxy,HTTPS_PROXY",
    "HTTPSPROXY,HTTPS_PROXY",
    "http.proxy,HTTP_PROXY",
    "noProxy,NO_PROXY",
    "htps_proxy,HTTPS_PROXY",
    "https_proxi,HTTPS_PROXY",
    "export https_proxy,HTTPS_PROXY",
    "Https_Proxy,HTTPS_PROXY",
    "https_proxy,",
    "http_proxy,",
    "HTTPS_PROXY,",
    "PROXY,",
    "https_proxy_user,",
    "UpstreamProtocol,"
  })
  void guesses_what_a_name_was_meant_to_be(String name, ProxyVariable meant) {
    assertThat(ProxyVariable.meantBy(name, ProxyReader.DAEMON))
        .isEqualTo(Optional.ofNullable(meant));
  }
}
