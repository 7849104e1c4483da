package io.github.edgelint.iotedge.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time at which old images are removed: {@code HH:MM} on a 24-hour clock, where one digit is
 * enough and blanks may stand in front. Source:
 * Azure/iotedge:edgelet/edgelet-settings/src/base/image.rs.
 */
public record TimeOfDay(int hour, int minute) {

  private static final Pattern TIME = Pattern.compile("\\s*(\\d{1,2}):(\\d{1,2})");

  /** Reads a time; nothing when the daemon refuses it. */
  public static Optional<TimeOfDay> parse(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    TimeOfDay time =
        new TimeOfDay(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    return time.hour < 24 && time.minute < 60 ? Optional.of(time) : Optional.empty();
  }
}
