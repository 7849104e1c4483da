package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.NoProxyList.Rules;
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
          example.com        | example.com      | true  | true
          example.com        | a.example.com    | true  | false
          example.com        | badexample.com   | false | false
          EXAMPLE.com        | Example.COM      | true  | true
          .example.com       | example.com      | false | true
          .example.com       | a.example.com    | true  | true
          *.example.com      | a.example.com    | true  | false
          *.example.com      | example.com      | false | false
          *                  | anything         | true  | false
          10.0.0.0/8         | 10.1.2.3         | true  | false
          10.0.0.0/8         | 11.1.2.3         | false | false
          10.0.0.0/8         | ten.corp         | false | false
          fd00::/8           | fd12::1          | true  | false
          10.1.2.3           | 10.1.2.3         | true  | true
          [fe80::1]          | fe80::1          | true  | false
          a.com , b.com      | b.com            | true  | true
          a.com;b.com        | b.com            | false | false
          edgeHub            | edgehub          | true  | true
          ^^                 | a.com            | false | false
          """)
  void each_reader_matches_in_its_own_way(String list, String host, boolean go, boolean dotNet) {
    NoProxyList noProxy = NoProxyList.parse(list);

    assertThat(noProxy.matches(host, 443, Rules.GO)).isEqualTo(go);
    assertThat(noProxy.matches(host, 443, Rules.DOTNET)).isEqualTo(dotNet);
  }

  @ParameterizedTest
  @CsvSource({
    "host:443,443,true",
    "host:443,80,false",
    "host:,443,false",
    "[fe80::1]:443,443,false"
  })
  void an_entry_with_a_port_is_for_that_port_in_go(String list, int port, boolean matches) {
    assertThat(NoProxyList.parse(list).matches("host", port, Rules.GO)).isEqualTo(matches);
    assertThat(NoProxyList.parse(list).matches("host", port, Rules.DOTNET)).isFalse();
  }

  @Test
  void an_ipv6_entry_with_a_port_is_for_that_port() {
    assertThat(NoProxyList.parse("[fe80::1]:443").matches("fe80::1", 443, Rules.GO)).isTrue();
    assertThat(NoProxyList.parse("[fe80::1]:443").matches("fe80::1", 80, Rules.GO)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "::1"})
  void go_never_sends_loopback_to_the_proxy(String host) {
    assertThat(NoProxyList.parse("").matches(host, 80, Rules.GO)).isTrue();
    assertThat(NoProxyList.parse("").matches(host, 80, Rules.DOTNET)).isFalse();
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
