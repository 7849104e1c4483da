package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.AutoRenewPolicy;
import io.github.edgelint.iotedge.value.Base64Key;
import io.github.edgelint.iotedge.value.HumanDuration;
import io.github.edgelint.iotedge.value.MqttTopic;
import io.github.edgelint.iotedge.value.TimeOfDay;
import io.github.edgelint.syntax.ScalarNode;
import java.util.Optional;

/**
 * The formats of our schemas that a text has or has not, whatever stands around it. All others are
 * for the rules that know more.
 */
final class ValueFormats {

  private ValueFormats() {}

  /** What a text should have been, in words that follow "is not"; empty when it is. */
  static Optional<String> complaint(String format, ScalarNode value) {
    String text = value.text();
    return switch (format) {
      case "duration" ->
          unless(HumanDuration.parse(text).isPresent(), "a duration such as `7d` or `1d 12h`");
      case "days-duration" ->
          unless(
              HumanDuration.parse(text).filter(HumanDuration::isMultipleOfDays).isPresent(),
              "a duration of whole days such as `1d` or `2w`");
      case "time-of-day" ->
          unless(TimeOfDay.parse(text).isPresent(), "a time `HH:MM` on a 24-hour clock");
      case "auto-renew-policy" ->
          unless(
              AutoRenewPolicy.isValid(text),
              "a number directly followed by `%` (up to 99), `min` or `day`");
      case "base64" -> unless(Base64Key.isValid(text), "base64");
      case "text-without-nul" -> unless(text.indexOf('\0') < 0, "a text without a NUL character");
      case "mqtt-topic-filter" ->
          unless(
              MqttTopic.isFilter(text),
              "a topic filter, in which `+` and `#` stand alone between slashes and `#` comes last");
      case "mqtt-topic-prefix" ->
          unless(MqttTopic.isPrefix(text), "a prefix, which has no wildcards `+` and `#`");
      default -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean holds, String expected) {
    return holds ? Optional.empty() : Optional.of(expected);
  }
}
