package io.github.edgelint.iotedge.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What edgeAgent makes of an {@code env} value when it reads the twin and prints it again: Json.NET
 * takes some texts for dates, and every number with a fraction or exponent for a double. Source:
 * outcomes of the agent's own types, and the documentation of {@code DateParseHandling} of
 * Json.NET.
 */
public final class JsonNetRewrite {

  // Json.NET recognises exactly this ISO form; seven digits are its precision.
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,7}))?(Z|([+-])(\\d{2})(?::?(\\d{2}))?)?");
  private static final Pattern MICROSOFT =
      Pattern.compile("/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)/");
  private static final Pattern FRACTIONAL = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final int LONGEST_NUMBER = 100;

  private JsonNetRewrite() {}

  /** What the container gets instead of a text; nothing when it gets the text as it is. */
  public static Optional<String> ofText(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char first = text.charAt(0);
    Optional<String> date =
        first == '/'
            ? microsoft(text)
            : first >= '0' && first <= '9' ? iso(text) : Optional.empty();
    return date.filter(rewritten -> !rewritten.equals(text));
  }

  /**
   * What the container gets instead of a JSON number; nothing when it gets the number as it is
   * written.
   */
  public static Optional<String> ofNumber(String literal) {
    if (isInteger(literal)
        || literal.length() > LONGEST_NUMBER
        || !FRACTIONAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(literal);
    // Outside this range .NET prints an exponent, in a form that changed between its versions.
    if (value != 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e15)) {
      return Optional.empty();
    }
    String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    String printed = plain.indexOf('.') < 0 ? plain + ".0" : plain;
    return Optional.of(printed).filter(rewritten -> !rewritten.equals(literal));
  }

  private static boolean isInteger(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c != '-' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> iso(String text) {
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(matcher.group(1));
      String fraction = matcher.group(2) == null ? "" : matcher.group(2).replaceFirst("0+$", "");
      String zone = matcher.group(3) == null ? "" : matcher.group(3);
      if (matcher.group(4) != null) {
        time = time.minusSeconds(offset(matcher).getTotalSeconds());
        zone = "+00:00"; // the containers run in UTC
      }
      return Optional.of(SECONDS.format(time) + (fraction.isEmpty() ? "" : "." + fraction) + zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneOffset offset(Matcher matcher) {
    int sign = matcher.group(4).equals("-") ? -1 : 1;
    int minutes = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
    return ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(matcher.group(5)), sign * minutes);
  }

  private static Optional<String> microsoft(String text) {
    Matcher matcher = MICROSOFT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Instant instant = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
    LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    if (time.getYear() < 1 || time.getYear() > 9999) {
      return Optional.empty();
    }
    String millis =
        String.format(
            Locale.ROOT, ".%03d", instant.toEpochMilli() - instant.getEpochSecond() * 1000);
    String fraction = millis.replaceFirst("\\.?0+$", "");
    return Optional.of(
        SECONDS.format(time) + fraction + (matcher.group(2) == null ? "Z" : "+00:00"));
  }
}
