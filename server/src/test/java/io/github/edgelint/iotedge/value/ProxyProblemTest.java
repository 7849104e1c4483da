package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ProxyProblem.Kind;
import io.github.edgelint.text.TextEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the four readers of a proxy value trip over. */
class ProxyProblemTest {

  private static String kinds(String text, ProxyReader reader) {
    return String.join(
        " ",
        ProxyUrl.parse(text).problems(reader).stream()
            .map(problem -> problem.kind().name())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          http://proxy:3128             | ^^                    | ^^                    | ^^                    | ^^
          HTTP://proxy:3128             | ^^                    | ^^                    | ^^                    | ^^
          http://proxy:3128/            | ^^                    | ^^                    | ^^                    | ^^
          http://u:p%40w@proxy:3128     | ^^                    | ^^                    | ^^                    | ^^
          http://[fe80::1]:3128         | ^^                    | ^^                    | ^^                    | ^^
          proxy:3128                    | NO_SCHEME             | NO_SCHEME             | NO_SCHEME             | NO_SCHEME
          10.0.0.1:3128                 | NO_SCHEME             | NO_SCHEME             | NO_SCHEME             | NO_SCHEME
          proxy                         | NO_SCHEME             | NO_SCHEME             | NO_SCHEME             | NO_SCHEME
          https://proxy:443             | HTTPS_SCHEME          | HTTPS_SCHEME          | ^^                    | ^^
          socks5://proxy:1080           | UNSUPPORTED_SCHEME    | UNSUPPORTED_SCHEME    | ^^                    | ^^
          socks5h://proxy:1080          | UNSUPPORTED_SCHEME    | UNSUPPORTED_SCHEME    | ^^                    | ^^
          ftp://proxy:21                | UNSUPPORTED_SCHEME    | UNSUPPORTED_SCHEME    | UNSUPPORTED_SCHEME    | ^^
          http://proxy:80/proxy.pac     | PROXY_SCRIPT          | PROXY_SCRIPT          | PROXY_SCRIPT          | ^^
          http://wpad/wpad.dat          | PROXY_SCRIPT          | PROXY_SCRIPT          | PROXY_SCRIPT          | NO_PORT
          http://proxy                  | NO_PORT               | NO_PORT               | NO_PORT               | NO_PORT
          http://proxy:                 | NO_PORT               | NO_PORT               | NO_PORT               | NO_PORT
          http://proxy:0                | BAD_PORT              | BAD_PORT              | BAD_PORT              | BAD_PORT
          http://proxy:99999            | BAD_PORT              | BAD_PORT              | BAD_PORT              | BAD_PORT
          http://proxy:abc              | BAD_PORT              | BAD_PORT              | BAD_PORT              | BAD_PORT
          "http://proxy:3128"           | SURROUNDED            | SURROUNDED            | SURROUNDED            | SURROUNDED
          http://pro xy:3128            | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER
          http://pröxy:3128             | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER
          http://D\\u:p@proxy:3128      | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER   | FORBIDDEN_CHARACTER
          http://fe80::1                | IPV6_WITHOUT_BRACKETS | IPV6_WITHOUT_BRACKETS | IPV6_WITHOUT_BRACKETS | IPV6_WITHOUT_BRACKETS
          http://[proxy]:3128           | BAD_IPV6              | BAD_IPV6              | BAD_IPV6              | BAD_IPV6
          http://:3128                  | EMPTY_HOST            | EMPTY_HOST            | EMPTY_HOST            | EMPTY_HOST
          http://u:p/x@proxy:3128       | RESERVED_IN_USERINFO  | RESERVED_IN_USERINFO  | RESERVED_IN_USERINFO  | ^^
          http://u:p#x@proxy:3128       | RESERVED_IN_USERINFO  | RESERVED_IN_USERINFO  | RESERVED_IN_USERINFO  | ^^
          http://u:a:b@proxy:3128       | COLON_IN_PASSWORD     | ^^                    | ^^                    | ^^
          http://u:p@ss@proxy:3128      | AT_IN_USERINFO        | AT_IN_USERINFO        | AT_IN_USERINFO        | ^^
          http://u:50%@proxy:3128       | BAD_PERCENT           | BAD_PERCENT           | BAD_PERCENT           | BAD_PERCENT
          http://u:p%zz@proxy:3128      | BAD_PERCENT           | BAD_PERCENT           | BAD_PERCENT           | BAD_PERCENT
          http://u:p%%40@proxy:3128     | DOUBLED_PERCENT       | DOUBLED_PERCENT       | DOUBLED_PERCENT       | DOUBLED_PERCENT
          http://localhost:3128         | LOOPBACK_HOST         | ^^                    | ^^                    | LOOPBACK_HOST
          http://127.0.0.1:3128         | LOOPBACK_HOST         | ^^                    | ^^                    | LOOPBACK_HOST
          http://[::1]:3128             | LOOPBACK_HOST         | ^^                    | ^^                    | LOOPBACK_HOST
          """)
  void each_reader_trips_over_its_own(
      String text, String runtime, String daemon, String engine, String module) {
    assertThat(kinds(text, ProxyReader.RUNTIME)).isEqualTo(runtime);
    assertThat(kinds(text, ProxyReader.DAEMON)).isEqualTo(daemon);
    assertThat(kinds(text, ProxyReader.ENGINE)).isEqualTo(engine);
    assertThat(kinds(text, ProxyReader.MODULE)).isEqualTo(module);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "<proxy URL>", "${PROXY}:99999", "http://proxy_host:port"})
  void what_is_not_concrete_is_not_judged(String text) {
    for (ProxyReader reader : ProxyReader.values()) {
      assertThat(kinds(text, reader)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "http://proxy:3128"        | SURROUNDED            | http://proxy:3128
          ^ http://proxy:3128 ^      | SURROUNDED            | http://proxy:3128
          https://proxy:1            | HTTPS_SCHEME          | http://proxy:1
          http://fe80::1             | IPV6_WITHOUT_BRACKETS | http://[fe80::1]
          http://u:a:b:c@proxy:1     | COLON_IN_PASSWORD     | http://u:a%3Ab%3Ac@proxy:1
          http://u:p@s@s@proxy:1     | AT_IN_USERINFO        | http://u:p%40s%40s@proxy:1
          http://u:a/b?c@proxy:1     | RESERVED_IN_USERINFO  | http://u:a%2Fb%3Fc@proxy:1
          http://u:50%@proxy:1       | BAD_PERCENT           | http://u:50%25@proxy:1
          http://u:a%%40%%3A@proxy:1 | DOUBLED_PERCENT       | http://u:a%40%3A@proxy:1
          """)
  void a_repair_removes_its_problem(String text, Kind kind, String repaired) {
    ProxyUrl url = ProxyUrl.parse(text);
    ProxyProblem problem = url.problem(kind, ProxyReader.RUNTIME).orElseThrow();

    assertThat(TextEdit.apply(text, problem.repair())).isEqualTo(repaired);
    assertThat(ProxyUrl.parse(repaired).problem(kind, ProxyReader.RUNTIME)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          http://proxy:abc          | BAD_PORT             | abc
          https://proxy:1           | HTTPS_SCHEME         | https
          http://u:a#b@proxy:1      | RESERVED_IN_USERINFO | #
          http://u:a:b@proxy:1      | COLON_IN_PASSWORD    | :
          http://proxy              | NO_PORT              | proxy
          http://proxy/x.pac        | PROXY_SCRIPT         | /x.pac
          proxy:1                   | NO_SCHEME            | proxy:1
          """)
  void points_at_the_faulty_part(String text, Kind kind, String part) {
    ProxyProblem problem = ProxyUrl.parse(text).problem(kind, ProxyReader.RUNTIME).orElseThrow();

    assertThat(problem.range().of(text)).isEqualTo(part);
  }
}
