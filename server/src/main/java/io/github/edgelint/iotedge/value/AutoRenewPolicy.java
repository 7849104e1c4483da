package io.github.edgelint.iotedge.value;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code threshold} and {@code retry} of {@code auto_renew}: a number from 1 on directly followed
 * by {@code %}, {@code min} or {@code day}, percent below 100. Source:
 * Azure/iot-identity-service:cert/cert-renewal/src/policy.rs.
 */
public final class AutoRenewPolicy {

  private static final Pattern POLICY =
      Pattern.compile("\\+?0*(?:[1-9][0-9]?%|([1-9][0-9]{0,18})(?:min|day))");
  private static final Pattern NEARLY =
      Pattern.compile(
          "\\s*(\\+?\\d{1,9})\\s*(%|min|mins|minute|minutes|day|days|d)\\s*",
          Pattern.CASE_INSENSITIVE);

  private AutoRenewPolicy() {}

  public static boolean isValid(String text) {
    Matcher matcher = POLICY.matcher(text);
    return matcher.matches() && (matcher.group(1) == null || isLong(matcher.group(1)));
  }

  private static boolean isLong(String digits) {
    return new BigInteger(digits).bitLength() < Long.SIZE;
  }

  /**
   * The same policy in the form the service reads, when only blanks, letter case or the form of the
   * unit differ.
   */
  public static Optional<String> repaired(String text) {
    Matcher matcher = NEARLY.matcher(text);
    if (isValid(text) || !matcher.matches()) {
      return Optional.empty();
    }
    String written = matcher.group(2).toLowerCase(Locale.ROOT);
    String unit = written.startsWith("min") ? "min" : written.startsWith("d") ? "day" : "%";
    return Optional.of(matcher.group(1) + unit).filter(AutoRenewPolicy::isValid);
  }
}
