package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route does: its sentence, sources without messages, and text without effect. */
class RouteMeaningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM /* INTO $upstream ~ Sends every message and every change of reported properties to"
            + " IoT Hub, or to the parent device.",
        "FROM /messages INTO $upstream ~ Sends every message of modules and downstream devices to"
            + " IoT Hub, or to the parent device.",
        "FROM /messages/modules/* INTO $upstream ~ Sends every message of modules to IoT Hub, or to"
            + " the parent device.",
        "FROM /twinChangeNotifications/* INTO $upstream ~ Sends every change of reported properties"
            + " to IoT Hub, or to the parent device.",
        "FROM /messages/modules/m/outputs/* INTO $upstream ~ Sends everything that module `m` sends"
            + " to IoT Hub, or to the parent device.",
        "FROM /messages/modules/m/outputs/o* INTO $upstream ~ Sends what module `m` sends through"
            + " output `o` to IoT Hub, or to the parent device.",
        "FROM /messages/modules/m/outputs/o WHERE a = 'x' INTO"
            + " BrokeredEndpoint(\"/modules/n/inputs/i\") ~ Sends what module `m` sends through"
            + " output `o` to input `i` of module `n`, when `a = 'x'`.",
        "FROM /message/* INTO $upstream ~ Sends nothing, since no message comes from `/message/*`,"
            + " to IoT Hub, or to the parent device.",
        "FROM /messages INTO $cloud ~ Sends every message of modules and downstream devices to"
            + " `$cloud`, which edgeHub does not know.",
        "FROM /messages INTO BrokeredEndpoint(\"/m\") ~ Sends every message of modules and"
            + " downstream devices to an endpoint that edgeHub cannot find.",
        "FROM /messages INTO $upstream WHERE a = 'x' ~ Sends every message of modules and"
            + " downstream devices to IoT Hub, or to the parent device; `WHERE a = 'x'` has no"
            + " effect.",
        "FROM /messages ~ edgeHub cannot read this route.",
        "FROM /messages WHERE INTO $upstream ~ edgeHub cannot read this route.",
        "FROM /messages WHERE a = 'x' AND INTO $upstream ~ edgeHub cannot read this route.",
      })
  void a_sentence_says_what_a_route_does(String text, String sentence) {
    assertThat(Route.parse(text).describe()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "/message/*, UNKNOWN_WORD, message",
    "/x, UNKNOWN_WORD, x",
    "/messages/module/m/outputs/*, UNKNOWN_WORD, module",
    "/messages/modules/m/output/x, UNKNOWN_WORD, output",
    "/messages/modules/*/outputs/o, STAR_BEFORE_END, *",
    "/*/modules/m, STAR_BEFORE_END, *",
    "/messages/modules/m/outputs/alert*, STAR_IN_NAME, alert*",
    "/messages/modules/m*/outputs/o, STAR_IN_NAME, m*",
    "/messages/mod*, STAR_IN_NAME, mod*",
  })
  void a_source_that_no_message_has_has_a_fault(String path, SourceFault.Kind kind, String part) {
    SourceFault fault =
        Route.parse("FROM " + path + " INTO $upstream")
            .source()
            .flatMap(RouteSource::fault)
            .orElseThrow();
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.part().text()).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*",
        "/messages",
        "/MESSAGES/*",
        "/messages/modules",
        "/messages/modules/m",
        "/messages/Modules/m/*",
        "/messages/modules/m/OUTPUTS",
        "/messages/modules/m/outputs/**",
        "/messages/modules/outputs/outputs/modules",
        "/twinchangenotifications/*",
      })
  void a_source_that_messages_have_has_no_fault(String path) {
    assertThat(Route.parse("FROM " + path + " INTO $upstream").source().orElseThrow().fault())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "WHERE a = 'x' ~ FILTER ~ FROM /messages WHERE a = 'x' INTO $upstream",
        "where a = 'x' ; ~ FILTER ~ FROM /messages where a = 'x' INTO $upstream",
        "; ~ SEPARATOR ~ FROM /messages INTO $upstream",
        ";, ; ~ SEPARATOR ~ FROM /messages INTO $upstream",
      })
  void text_behind_the_sink_is_put_where_it_has_its_effect(
      String ignored, IgnoredText.Kind kind, String mended) {
    Route route = Route.parse("FROM /messages INTO $upstream " + ignored + " /* c */");
    IgnoredText found = route.ignoredText().orElseThrow();

    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.range().of(route.text())).isEqualTo(ignored);
    assertThat(TextEdit.apply(route.text(), found.mend().orElseThrow().edits()))
        .isEqualTo(mended + " /* c */");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WHERE", "WHERE a == 'x'", "WHERE a = 'x' INTO $upstream", "nonsense"})
  void text_behind_the_sink_that_makes_no_sense_has_no_mend(String ignored) {
    Route route = Route.parse("FROM /messages INTO $upstream " + ignored);
    assertThat(route.ignoredText().orElseThrow().mend()).isEmpty();
  }

  @Test
  void a_second_filter_is_not_merged_with_the_first() {
    Route route = Route.parse("FROM /messages WHERE a = 'x' INTO $upstream WHERE b = 'y'");
    assertThat(route.ignoredText().orElseThrow().mend()).isEmpty();
  }

  @Test
  void further_sinks_are_found_one_by_one() {
    String text =
        "FROM /messages INTO $upstream, BrokeredEndpoint(\"/modules/m/inputs/i\") INTO $upstream;";
    IgnoredText ignored = Route.parse(text).ignoredText().orElseThrow();

    assertThat(ignored.kind()).isEqualTo(IgnoredText.Kind.SINKS);
    assertThat(ignored.sinks().stream().map(range -> range.of(text)))
        .containsExactly("BrokeredEndpoint(\"/modules/m/inputs/i\")", "$upstream");
  }

  @Test
  void a_comment_behind_the_sink_is_no_ignored_text() {
    assertThat(Route.parse("FROM /messages INTO $upstream  /* c */ ").ignoredText()).isEmpty();
  }

  @Test
  void ignored_text_with_a_placeholder_is_unknown() {
    String text = "FROM /messages INTO $upstream ${FILTER}";
    Route route = Route.parse(text, List.of(TextRange.ofLength(text.indexOf("${"), 9)));
    assertThat(route.ignoredText()).isEmpty();
  }
}
