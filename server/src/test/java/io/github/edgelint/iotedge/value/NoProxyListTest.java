package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          example.com        | example.com      | true
          example.com        | a.example.com    | true
          example.com        | badexample.com   | false
          EXAMPLE.com        | Example.COM      | true
          .example.com       | example.com      | false
          .example.com       | a.example.com    | true
          *.example.com      | a.example.com    | true
          *.example.com      | example.com      | false
          *                  | anything         | true
          10.0.0.0/8         | 10.1.2.3         | true
          10.0.0.0/8         | 11.1.2.3         | false
          10.0.0.0/8         | ten.corp         | false
          fd00::/8           | fd12::1          | true
          10.1.2.3           | 10.1.2.3         | true
          [fe80::1]          | fe80::1          | true
          a.com , b.com      | b.com            | true
          a.com;b.com        | b.com            | false
          edgeHub            | edgehub          | true
          ^^                 | a.com            | false
          """)
  void a_host_matches_as_go_matches_it(String list, String host, boolean matches) {
    NoProxyList noProxy = NoProxyList.parse(list);

    assertThat(noProxy.matches(host, 443)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "host:443,443,true",
    "host:443,80,false",
    "host:,443,false",
    "[fe80::1]:443,443,false"
  })
  void an_entry_with_a_port_is_for_that_port(String list, int port, boolean matches) {
    assertThat(NoProxyList.parse(list).matches("host", port)).isEqualTo(matches);
  }

  @Test
  void an_ipv6_entry_with_a_port_is_for_that_port() {
    assertThat(NoProxyList.parse("[fe80::1]:443").matches("fe80::1", 443)).isTrue();
    assertThat(NoProxyList.parse("[fe80::1]:443").matches("fe80::1", 80)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "::1"})
  void loopback_never_goes_to_the_proxy(String host) {
    assertThat(NoProxyList.parse("").matches(host, 80)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "parent.corp,true",
    "corp,true",
    ".corp,true",
    "*.corp,true",
    "*,true",
    "other,false"
  })
  void mentions_a_host_whatever_the_reader_wants_in_front(String entry, boolean mentioned) {
    assertThat(NoProxyList.parse("x," + entry).mentions("parent.corp")).isEqualTo(mentioned);
  }

  @Test
  void entries_know_where_they_stand() {
    String text = " a.com,, b.com ,";

    assertThat(NoProxyList.parse(text).entries())
        .extracting(entry -> entry.range().of(text))
        .containsExactly("a.com", "b.com");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ^^      | p
          a       | a,p
          a,      | a,p
          ^ a, ^  | a,p
          """)
  void takes_one_more_host(String list, String longer) {
    assertThat(NoProxyList.append(list, "p")).isEqualTo(longer);
  }
}
