package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.Placeholders.Place;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyUrlTest {

  private static String part(String text, Optional<TextRange> range) {
    return range.map(found -> found.of(text)).orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          http://host:3128            | http  |           |          | host     | 3128 |
          HTTP://Host:3128            | http  |           |          | Host     | 3128 |
          http://host                 | http  |           |          | host     |      |
          http://host:                | http  |           |          | host     | ^^   |
          http://u:p@host:1           | http  | u:p       | p        | host     | 1    |
          http://u@host:1             | http  | u         |          | host     | 1    |
          http://:p@host:1            | http  | :p        | p        | host     | 1    |
          http://u:p@ss@host:1        | http  | u:p@ss    | p@ss     | host     | 1    |
          http://u:a:b@host:1         | http  | u:a:b     | a:b      | host     | 1    |
          http://u:p/x?y#z@host:1     | http  | u:p/x?y#z | p/x?y#z  | host     | 1    |
          http://u:p[x]@host:1        | http  | u:p[x]    | p[x]     | host     | 1    |
          http://[fe80::1]:3128       | http  |           |          | fe80::1  | 3128 |
          http://[fe80::1]            | http  |           |          | fe80::1  |      |
          http://fe80::1              | http  |           |          | fe80::1  |      |
          http://host:80/a?b#c        | http  |           |          | host     | 80   | /a?b#c
          http://host/                | http  |           |          | host     |      | /
          host:3128                   |       |           |          | host     | 3128 |
          u:p@host:3128               |       | u:p       | p        | host     | 3128 |
          socks5://host:1080          | socks5|           |          | host     | 1080 |
          """)
  void is_cut_the_way_a_person_means_it(
      String text,
      String scheme,
      String userinfo,
      String password,
      String host,
      String port,
      String path) {
    ProxyUrl url = ProxyUrl.parse(text);

    assertThat(url.scheme().orElse(null)).isEqualTo(scheme);
    assertThat(part(text, url.userinfoRange())).isEqualTo(userinfo);
    assertThat(part(text, url.passwordRange())).isEqualTo(password);
    assertThat(url.host()).isEqualTo(host);
    assertThat(part(text, url.portRange())).isEqualTo(port);
    assertThat(part(text, url.pathRange())).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "65535,65535", "0,", "65536,", "99999,", "abc,", "+80,", "000080,80"})
  void a_port_is_a_number_from_1_to_65535(String written, Integer port) {
    assertThat(ProxyUrl.parse("http://host:" + written).port())
        .isEqualTo(Optional.ofNullable(port));
  }

  @ParameterizedTest
  @CsvSource({"http://h,80", "https://h,443", "socks5://h,1080", "h,80"})
  void has_the_default_port_of_its_scheme(String text, int port) {
    assertThat(ProxyUrl.parse(text).defaultPort()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          http://host:3128             | http://host:3128
          http://u:hunter2@host:3128   | http://…@host:3128
          http://u:hun@ter2@host:3128  | http://…@host:3128
          u:hunter2@host:3128          | …@host:3128
          http:/u:hunter2@host:3128    | …@host:3128
          http://u:hunter2             | http://u:…
          http://host:3128/?k=hunter2  | http://host:3128/?…
          http://host:3128#hunter2     | http://host:3128#…
          "http://u:hunter2@host:1"    | http://…@host:1"
          http://[fe80::1]:3128        | http://[fe80::1]:3128
          """)
  void is_shown_without_user_and_password(String text, String masked) {
    assertThat(ProxyUrl.parse(text).masked()).isEqualTo(masked);
    assertThat(ProxyUrl.parse(text)).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://u:hunter2@host:1",
        "//u:hunter2@host",
        "http://u:hunter2",
        "http://u:hunter2/",
        "http://u:hunter2?x",
        "http//u:hunter2@host",
        "'http://u:hunter2@h'",
        "\nhttp://u:hunter2@h",
        "http://a:1:hunter2@h",
        "ftp://u:hunter2@h@i",
        "http://[::1]:hunter2",
        "http://h:80?p=hunter2",
        "http://h:80/#hunter2"
      })
  void never_shows_a_password_however_broken(String text) {
    assertThat(ProxyUrl.parse(text).masked()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://Proxy.Corp:80   | http://proxy.corp
          http://proxy:3128/     | http://proxy:3128
          HTTP://proxy:3128/path | http://proxy:3128
          https://proxy          | https://proxy:443
          http://%75:p@proxy:1   | http://u:p@proxy:1
          http://proxy:          | http://proxy:80
          """)
  void two_spellings_of_one_proxy_mean_the_same(String a, String b) {
    var first = ProxyUrl.parse(a).normalised(ProxyReader.RUNTIME);

    assertThat(first).isPresent();
    assertThat(first).isEqualTo(ProxyUrl.parse(b).normalised(ProxyReader.RUNTIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://proxy:3128      | http://proxy:8080
          http://proxy:3128      | https://proxy:3128
          http://proxy:3128      | http://proxy.corp:3128
          http://u:a@proxy:3128  | http://u:b@proxy:3128
          http://u:P@proxy:3128  | http://u:p@proxy:3128
          """)
  void different_proxies_mean_something_else(String a, String b) {
    assertThat(ProxyUrl.parse(a).normalised(ProxyReader.RUNTIME))
        .isNotEqualTo(ProxyUrl.parse(b).normalised(ProxyReader.RUNTIME));
  }

  @Test
  void other_credentials_are_still_the_same_endpoint() {
    NormalisedProxy a = ProxyUrl.parse("http://u:a@p:1").normalised(ProxyReader.RUNTIME).get();
    NormalisedProxy b = ProxyUrl.parse("http://p:1").normalised(ProxyReader.RUNTIME).get();

    assertThat(a.sameEndpoint(b)).isTrue();
    assertThat(a.toString()).isEqualTo("http://…@p:1");
  }

  @Test
  void only_the_engine_takes_a_missing_scheme_for_http() {
    ProxyUrl url = ProxyUrl.parse("proxy:3128");

    assertThat(url.normalised(ProxyReader.ENGINE))
        .isEqualTo(ProxyUrl.parse("http://proxy:3128").normalised(ProxyReader.ENGINE));
    assertThat(url.normalised(ProxyReader.DAEMON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "http://", "http://host:99999", "${PROXY}", "http://<host>:1"})
  void what_is_no_known_url_means_nothing(String text) {
    for (ProxyReader reader : ProxyReader.values()) {
      assertThat(ProxyUrl.parse(text).normalised(reader)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ${PROXY}                      | ${PROXY}
          <proxy URL>                   | <proxy URL>
          {{ proxy }}                   | {{ proxy }}
          ^#{PROXY}#^                   | #{PROXY}#
          http://$HOST:3128             | $HOST
          http://proxy-$SITE.corp:3128  | $SITE
          http://$USER:$PASS@proxy:1    | $USER $PASS
          http://@HOST@:3128            | @HOST@
          http://__HOST__:3128          | __HOST__
          http://%HOST%:3128            | %HOST%
          http://u:pa$WORD@proxy:1      |
          http://u:%AB%CD@proxy:1       |
          http://u:100%Sure%1@proxy:1   |
          http://u:a@SS@proxy:1         |
          http://u:x__Y@proxy:1         |
          http://proxy:3128             |
          """)
  void finds_placeholders_but_not_odd_passwords(String text, String found) {
    String tokens =
        String.join(
            " ",
            ProxyUrl.parse(text).placeholders().stream()
                .map(token -> token.range().of(text))
                .toList());

    assertThat(tokens).isEqualTo(found == null ? "" : found);
  }

  @Test
  void in_a_template_every_dollar_name_is_replaced() {
    String text = "http://u:pa$WORD@proxy:1";

    assertThat(ProxyUrl.parse(text).placeholders(Place.TEMPLATE)).hasSize(1);
  }

  @Test
  void in_a_unit_percent_signs_belong_to_systemd() {
    assertThat(ProxyUrl.parse("http://%HOST%:3128").placeholders(Place.UNIT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy_host:3128,proxy_host",
    "http://ProxyHost:3128,ProxyHost",
    "http://your-proxy:3128,your-proxy",
    "http://proxy:port,port",
    "http://proxy:proxy_port,proxy_port",
    "http://proxy:3128,"
  })
  void knows_the_words_of_documentation(String text, String standIn) {
    assertThat(part(text, ProxyUrl.parse(text).standIn())).isEqualTo(standIn);
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.example.com:1,true",
    "http://example.org:1,true",
    "http://a.example:1,true",
    "http://example.corp:1,false",
    "http://myexample.com:1,false"
  })
  void knows_the_domains_reserved_for_examples(String text, boolean example) {
    assertThat(ProxyUrl.parse(text).isExampleHost()).isEqualTo(example);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          proxy:3128         | http://proxy:3128
          //proxy:3128       | http://proxy:3128
          http:/proxy:3128   | http://proxy:3128
          https:proxy        | http://https:proxy
          http://proxy       | http://proxy
          """)
  void gets_a_scheme(String text, String with) {
    assertThat(ProxyUrl.parse(text).withScheme()).isEqualTo(with);
  }

  @ParameterizedTest
  @EnumSource(ProxyReader.class)
  void takes_any_text(ProxyReader reader) {
    String odd = "http://u:p@[fe80::1%25eth0]:31/?#\"'\\ \u00a0%%4${X}@_";
    for (int at = 0; at <= odd.length(); at++) {
      for (String text : List.of(odd.substring(0, at), odd.substring(at))) {
        ProxyUrl url = ProxyUrl.parse(text);
        assertThat(url.problems(reader)).doesNotContainNull();
        assertThat(url.normalised(reader)).isNotNull();
        assertThat(url.masked()).isNotNull();
      }
    }
  }
}
