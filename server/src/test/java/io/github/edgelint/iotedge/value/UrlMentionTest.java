package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMentionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://edgeHub                       | http  | edgeHub
          HTTPS://user:p@ss@host:443/path?q#f  | https | host
          opc.tcp://plc.lan:4840               | opc.tcp | plc.lan
          url=ws://a:1;x                       | ws    | a
          https://[fe80::1]:8443/              | https | fe80::1
          https://host?x=y@z                   | https | host
          """)
  void a_url_says_who_is_called(String text, String scheme, String host) {
    assertThat(UrlMention.in(text))
        .extracting(UrlMention::scheme, UrlMention::host)
        .containsExactly(tuple(scheme, host));
  }

  @Test
  void several_urls_of_one_text_are_found_where_they_stand() {
    String text = "[\"http://a/x\",\"http://b:80\"]";

    assertThat(UrlMention.in(text))
        .extracting(url -> url.hostRange().of(text))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host:80", "://host", "http://", "http:///path", "https://[::1", "a:/b"})
  void a_text_without_scheme_or_host_calls_nobody(String text) {
    assertThat(UrlMention.in(text)).isEmpty();
  }
}
