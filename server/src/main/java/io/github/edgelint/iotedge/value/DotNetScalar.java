package io.github.edgelint.iotedge.value;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How edgeAgent and edgeHub turn the text of a setting into a value; what does not convert throws
 * when they start. Sources: Azure/iotedge:doc/EnvironmentVariables.md; .NET documentation of {@code
 * BooleanConverter}, {@code Int32Converter} and {@code TimeSpan.Parse}.
 *
 * <p>Forms that .NET accepts only by accident count as accepted.
 */
public enum DotNetScalar {
  /** {@code true} or {@code false} in any letter case. */
  BOOLEAN {
    @Override
    public boolean accepts(String text) {
      String bare = text.strip().toLowerCase(Locale.ROOT);
      return bare.equals("true") || bare.equals("false");
    }
  },
  /** 32 bits with sign. */
  INTEGER {
    @Override
    public boolean accepts(String text) {
      return isBetween(text, INT_MIN, INT_MAX);
    }
  },
  /** 16 bits without sign. */
  PORT {
    @Override
    public boolean accepts(String text) {
      return isBetween(text, BigInteger.ZERO, PORT_MAX);
    }
  },
  /**
   * {@code d}, {@code hh:mm}, {@code hh:mm:ss}, {@code d.hh:mm:ss} and {@code d:hh:mm:ss}, with
   * fractions of a second.
   */
  TIME_SPAN {
    @Override
    public boolean accepts(String text) {
      return TIME_SPAN_FORM.matcher(text.strip()).matches();
    }
  };

  private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger PORT_MAX = BigInteger.valueOf(65535);
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,40}");
  private static final Pattern HEXADECIMAL =
      Pattern.compile("(?:#|0x|&h)[0-9a-f]{1,8}", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_SPAN_FORM =
      Pattern.compile(
          "-?(?:\\d{1,8}"
              + "|(?:\\d{1,8}[.:])?(?:[01]?\\d|2[0-3]):[0-5]?\\d(?::[0-5]?\\d(?:\\.\\d{1,7})?)?"
              + "|\\d{1,8}:(?:[01]?\\d|2[0-3]):[0-5]?\\d)");

  /** Whether the text converts. */
  public abstract boolean accepts(String text);

  private static boolean isBetween(String text, BigInteger least, BigInteger most) {
    String bare = text.strip();
    if (HEXADECIMAL.matcher(bare).matches()) {
      return true;
    }
    if (!DECIMAL.matcher(bare).matches()) {
      return false;
    }
    BigInteger number = new BigInteger(bare);
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }
}
