package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small formats: policies, keys, times, .NET scalars, protocols. */
class ScalarFormsTest {

  @ParameterizedTest
  @ValueSource(strings = {"80%", "60min", "10day", "+5%", "1%", "99%", "007%", "+010day"})
  void an_auto_renew_policy_is_a_number_with_its_unit(String text) {
    assertThat(AutoRenewPolicy.isValid(text)).isTrue();
    assertThat(AutoRenewPolicy.repaired(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          80 %     | 80%
          10days   | 10day
          60 MIN   | 60min
          5 d      | 5day
          2hours   |
          100%     |
          0%       |
          1.5day   |
          80       |
          -5%      |
          %        |
          """)
  void any_other_policy_is_refused(String text, String repaired) {
    assertThat(AutoRenewPolicy.isValid(text)).isFalse();
    assertThat(AutoRenewPolicy.repaired(text)).isEqualTo(Optional.ofNullable(repaired));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YQ==", "YQ", "YWI=", "YWI", "YWJj", "+/+/"})
  void a_key_is_base64_padded_completely_or_not_at_all(String text) {
    assertThat(Base64Key.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YQ=", "YR==", "YWJ=", "YWK=", "Y", "YWJjZ", "YW Jj", "-_-_", "=", "==", "====", "YQ===",
        " YQ=="
      })
  void any_other_key_does_not_decode(String text) {
    assertThat(Base64Key.isValid(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"00:00,0,0", "8:05,8,5", "23:59,23,59", "' 8:05',8,5", "8:5,8,5"})
  void a_time_of_day_is_on_the_24_hour_clock(String text, int hour, int minute) {
    assertThat(TimeOfDay.parse(text)).contains(new TimeOfDay(hour, minute));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24:00", "8:60", "8", "8:05:00", "8:05 PM", "08.05", "-1:00", "8:05 "})
  void any_other_time_is_refused(String text) {
    assertThat(TimeOfDay.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true          | BOOLEAN
          FALSE         | BOOLEAN
          ' True '      | BOOLEAN
          20            | INTEGER
          -5            | INTEGER
          2147483647    | INTEGER
          0x10          | INTEGER
          ' 7 '         | INTEGER
          65535         | PORT
          0             | PORT
          00:05:00      | TIME_SPAN
          1.00:00:00    | TIME_SPAN
          00:00:00.25   | TIME_SPAN
          -00:05        | TIME_SPAN
          7             | TIME_SPAN
          """)
  void dot_net_converts(String text, DotNetScalar scalar) {
    assertThat(scalar.accepts(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yes           | BOOLEAN
          1             | BOOLEAN
          ''            | BOOLEAN
          2147483648    | INTEGER
          1.5           | INTEGER
          ten           | INTEGER
          ''            | INTEGER
          65536         | PORT
          -1            | PORT
          5m            | TIME_SPAN
          24:00         | TIME_SPAN
          00:60:00      | TIME_SPAN
          ''            | TIME_SPAN
          """)
  void dot_net_does_not_convert(String text, DotNetScalar scalar) {
    assertThat(scalar.accepts(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Amqp,AMQP",
    "AMQPWS,AMQP_WS",
    "mqtt,MQTT",
    "MqttWs,MQTT_WS",
    "0,AMQP",
    "1,AMQP_WS",
    "2,MQTT",
    "3,MQTT_WS",
    "' AmqpWs ',AMQP_WS",
    "4,",
    "Https,",
    "Amqp_Ws,",
    "'',"
  })
  void the_runtime_knows_four_protocols(String text, UpstreamProtocol protocol) {
    assertThat(UpstreamProtocol.parse(text)).isEqualTo(Optional.ofNullable(protocol));
  }

  @ParameterizedTest
  @CsvSource({
    "Amqp_Ws,AMQP_WS",
    "amqp-ws,AMQP_WS",
    "AmqpWss,AMQP_WS",
    "MQTT over WebSocket,MQTT_WS",
    "AmqpWebSockets,AMQP_WS",
    "Mqqt,MQTT",
    "Https,"
  })
  void a_mistyped_protocol_has_a_nearest_one(String text, UpstreamProtocol nearest) {
    assertThat(UpstreamProtocol.nearest(text)).isEqualTo(Optional.ofNullable(nearest));
  }

  @Test
  void only_web_sockets_go_through_a_proxy() {
    assertThat(UpstreamProtocol.values())
        .filteredOn(UpstreamProtocol::isWebSocket)
        .containsExactly(UpstreamProtocol.AMQP_WS, UpstreamProtocol.MQTT_WS)
        .allSatisfy(protocol -> assertThat(protocol.port()).isEqualTo(443));
    assertThat(UpstreamProtocol.AMQP.overWebSocket()).isEqualTo(UpstreamProtocol.AMQP_WS);
    assertThat(UpstreamProtocol.MQTT_WS.overWebSocket()).isEqualTo(UpstreamProtocol.MQTT_WS);
    assertThat(UpstreamProtocol.AMQP.port()).isEqualTo(5671);
    assertThat(UpstreamProtocol.MQTT.port()).isEqualTo(8883);
  }
}
