package io.github.edgelint.schema;

import io.github.edgelint.syntax.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads the numbers of JSON and TOML for comparison. */
final class Numbers {

  /**
   * Longer numbers, and exponents beyond this, are left alone: expanding them could take forever.
   */
  private static final int LONGEST = 400;

  private Numbers() {}

  /** The value of a number; none for {@code inf} and {@code nan}, and for what is no number. */
  static Optional<BigDecimal> valueOf(ScalarNode scalar) {
    String text = scalar.text();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (scalar.type() == ScalarNode.Type.INTEGER) {
      return integer(text.replace("_", ""));
    }
    return scalar.type() == ScalarNode.Type.FLOAT
        ? decimal(text.replace("_", ""))
        : Optional.empty();
  }

  /** A number in decimal notation, with fraction and exponent if need be. */
  static Optional<BigDecimal> decimal(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      return Math.abs((long) value.scale()) > LONGEST ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a number has no fraction, as {@code 1.0} and {@code 1e3}. */
  static boolean isWhole(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static Optional<BigDecimal> integer(String text) {
    int radix = radix(text);
    if (radix == 10) {
      return decimal(text);
    }
    try {
      return Optional.of(new BigDecimal(new BigInteger(text.substring(2), radix)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int radix(String text) {
    if (text.startsWith("0x")) {
      return 16;
    }
    if (text.startsWith("0o")) {
      return 8;
    }
    return text.startsWith("0b") ? 2 : 10;
  }
}
