package io.github.edgelint.iotedge.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration such as {@code 1d 12h}, as the daemons read it. Source:
 * chronotope/humantime:src/duration.rs; fractions ({@code 1.5d}) need its version 2.3, which IoT
 * Edge has since 1.6.
 *
 * @param nanoseconds length
 * @param fractional whether a number has a fraction
 */
public record HumanDuration(BigInteger nanoseconds, boolean fractional) {

  private static final BigInteger DAY = BigInteger.valueOf(86_400_000_000_000L);
  private static final BigInteger LARGEST_NUMBER =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int LONGEST = 200;
  private static final Pattern GROUP =
      Pattern.compile("\\s*([0-9][0-9\\s]*+)(?:\\.([0-9]++)\\s*+)?([a-zA-Zµ]++)");
  private static final Map<String, Long> NANOS = units();

  /** Reads a duration; nothing when the daemons refuse it. */
  public static Optional<HumanDuration> parse(String text) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c == '0')) {
      return Optional.of(new HumanDuration(BigInteger.ZERO, false));
    }
    if (text.isBlank() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = GROUP.matcher(text);
    BigInteger sum = BigInteger.ZERO;
    boolean fractional = false;
    int at = 0;
    while (!text.substring(at).isBlank()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      Long unit = NANOS.get(matcher.group(3));
      BigInteger whole = new BigInteger(matcher.group(1).replaceAll("\\s", ""));
      if (unit == null || whole.compareTo(LARGEST_NUMBER) > 0) {
        return Optional.empty();
      }
      sum = sum.add(whole.multiply(BigInteger.valueOf(unit)));
      if (matcher.group(2) != null) {
        fractional = true;
        BigDecimal fraction = new BigDecimal("0." + matcher.group(2));
        sum = sum.add(fraction.multiply(BigDecimal.valueOf(unit)).toBigInteger());
      }
      at = matcher.end();
    }
    return Optional.of(new HumanDuration(sum, fractional));
  }

  public boolean isZero() {
    return nanoseconds.signum() == 0;
  }

  /** Whether it is a whole number of days; zero is. */
  public boolean isMultipleOfDays() {
    return nanoseconds.mod(DAY).signum() == 0;
  }

  private static Map<String, Long> units() {
    Map<String, Long> units = new HashMap<>();
    long second = 1_000_000_000L;
    put(units, 1, "nanos nsec ns");
    put(units, 1_000, "usec us µs");
    put(units, 1_000_000, "millis msec ms");
    put(units, second, "seconds second secs sec s");
    put(units, 60 * second, "minutes minute min mins m");
    put(units, 3_600 * second, "hours hour hr hrs h");
    put(units, 86_400 * second, "days day d");
    put(units, 7 * 86_400 * second, "weeks week wk wks w");
    put(units, 2_630_016 * second, "months month M");
    put(units, 31_557_600 * second, "years year yr yrs y");
    return units;
  }

  private static void put(Map<String, Long> units, long nanoseconds, String names) {
    for (String name : names.split(" ", -1)) {
      units.put(name, nanoseconds);
    }
  }
}
