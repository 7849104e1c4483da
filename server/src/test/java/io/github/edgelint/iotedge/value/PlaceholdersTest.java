package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.Placeholders.Kind;
import io.github.edgelint.iotedge.value.Placeholders.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  private static List<String> found(String text, Place place) {
    return Placeholders.find(text, place).stream().map(token -> token.range().of(text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ${NAME}                | DOLLAR_BRACE | ${NAME}            | NAME
          a-${NAME}-b            | DOLLAR_BRACE | ${NAME}            | NAME
          ${A:-${B}}             | DOLLAR_BRACE | ${A:-${B}}         | A:-${B}
          {{ name }}             | DOUBLE_BRACE | {{ name }}         | name
          {% if name %}          | DIRECTIVE    | {% if name %}      | if name
          ^#{NAME}#^             | HASH_BRACE   | ^#{NAME}#^         | NAME
          ^#NAME#^               | HASH         | ^#NAME#^           | NAME
          <proxy URL>            | ANGLE        | <proxy URL>        | proxy URL
          @NAME@                 | AT           | @NAME@             | NAME
          x@NAME@                | AT           | @NAME@             | NAME
          __NAME__               | UNDERSCORE   | __NAME__           | NAME
          __NAME                 | UNDERSCORE   | __NAME             | NAME
          %NAME%                 | PERCENT      | %NAME%             | NAME
          $NAME                  | DOLLAR       | $NAME              | NAME
          $env:NAME              | DOLLAR       | $env:NAME          | NAME
          $(Site.Name)           | DOLLAR_PAREN | $(Site.Name)       | Site.Name
          """)
  void knows_every_notation(String text, Kind kind, String token, String name) {
    Placeholders.Placeholder placeholder = Placeholders.find(text).get(0);

    assertThat(placeholder.kind()).isEqualTo(kind);
    assertThat(placeholder.range().of(text)).isEqualTo(token);
    assertThat(placeholder.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a $b c",
        "pa$word",
        "echo $(hostname)",
        "$(cat /etc/hostname)",
        "$()",
        "cost < 5 and > 3",
        "user@example.com",
        "u@SS@host",
        "http://h/%C3%BC",
        "%20%20",
        "__name__",
        "C:\\\\$env:NAME",
        "snake__CASEd",
        "a__NAME__",
        "$upstream",
        "$edgeHub",
        "{{.Name}}",
        "${}",
        "{{}}",
        "<>",
        "<1>",
        "100%",
        "{%}",
        "#1 and #2#",
        "##NAME##",
        "pass#WORD#",
        "{\"a\":{\"b\":{}}}"
      })
  void leaves_ordinary_text_alone(String text) {
    assertThat(Placeholders.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a $NAME b       | VALUE      | false
          $NAME           | VALUE      | true
          $REG/a:1        | IMAGE      | true
          a/$NAME:1       | IMAGE      | true
          $upstream:443/a | IMAGE      | false
          $Upstream/a     | IMAGE      | false
          $USER           | CREDENTIAL | true
          p$USER          | CREDENTIAL | false
          $body.x         | ROUTE      | false
          a < b AND c > d | ROUTE      | false
          FROM <m>        | ROUTE      | true
          a $NAME b       | TEMPLATE   | true
          $edgeHub        | TEMPLATE   | false
          %NAME%          | UNIT       | false
          %NAME%          | VALUE      | true
          $NAME           | UNIT       | true
          a #NAME# b      | VALUE      | false
          #NAME#/a:1      | IMAGE      | true
          a=#NAME#        | TEMPLATE   | true
          """)
  void the_place_decides_what_a_mark_means(String text, Place place, boolean placeholder) {
    assertThat(found(text, place).isEmpty()).isNotEqualTo(placeholder);
    assertThat(Placeholders.isConcrete(text, place)).isNotEqualTo(placeholder);
  }

  @Test
  void finds_several_in_order_and_none_twice() {
    assertThat(found("${A}-__B__-{{c}}-${A}", Place.VALUE))
        .containsExactly("${A}", "__B__", "{{c}}", "${A}");
  }

  @Test
  void an_empty_text_is_not_concrete() {
    assertThat(Placeholders.isConcrete("")).isFalse();
  }

  @Test
  void template_tools_replace_word_characters_only() {
    assertThat(Placeholders.templateVariables("$A ${B} ${MODULES.m} ${X:-y} $edgeAgent a$C {{D}}"))
        .extracting(Placeholders.Placeholder::name)
        .containsExactly("A", "B", "C");
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void takes_any_text(Place place) {
    String odd = "${{{#{<@__A%B$c}}>}#@_%$ \n${";
    for (int end = 0; end <= odd.length(); end++) {
      assertThat(Placeholders.find(odd.substring(0, end), place)).isNotNull();
      assertThat(Placeholders.find(odd.substring(end), place)).isNotNull();
    }
  }
}
