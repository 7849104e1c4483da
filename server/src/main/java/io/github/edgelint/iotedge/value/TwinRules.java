package io.github.edgelint.iotedge.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What IoT Hub allows in desired properties, and how it counts their size. Source: Microsoft Learn,
 * "Understand and use device twins in IoT Hub", section "Tags and properties format" and "Twin
 * size".
 */
public final class TwinRules {

  /** What is wrong with a key. */
  public enum KeyProblem {
    DOT,
    DOLLAR,
    BLANK,
    CONTROL_CHARACTER,
    TOO_LONG
  }

  /** UTF-8 bytes of a key. */
  public static final int LONGEST_KEY = 1024;

  /** UTF-8 bytes of one UTF-16 code unit. */
  private static final int MOST_BYTES = 3;

  /** UTF-8 bytes of a text. */
  public static final int LONGEST_TEXT = 4096;

  /** Objects inside one another, from the members of {@code properties.desired} on. */
  public static final int DEEPEST = 10;

  /** Counted bytes of one module's desired properties. */
  public static final int LARGEST_SECTION = 32 * 1024;

  /** Counted bytes of any number. */
  public static final int NUMBER_SIZE = 8;

  /** Counted bytes of any boolean. */
  public static final int BOOLEAN_SIZE = 4;

  private static final byte DELETE = 0x7F;

  /** The control characters from U+0080 to U+009F: this byte, and another one below the next. */
  private static final byte BEFORE_CONTROLS = (byte) 0xC2;

  private static final byte AFTER_CONTROLS = (byte) 0xA0;

  private static final BigInteger LEAST = BigInteger.valueOf(-4_503_599_627_370_496L);
  private static final BigInteger MOST = BigInteger.valueOf(4_503_599_627_370_495L);
  private static final int LONGEST_INTEGER = 100;

  /** Digits, a sign included, of which every number is in the range. */
  private static final int ALWAYS_IN_RANGE = 15;

  private TwinRules() {}

  /** The first thing that is wrong with a key. */
  public static Optional<KeyProblem> keyProblem(String key) {
    int units = key.length();
    for (int i = 0; i < units; i++) {
      char c = key.charAt(i);
      if (c > '.' && c < DELETE) {
        continue;
      }
      if (c == '.') {
        return Optional.of(KeyProblem.DOT);
      } else if (c == '$') {
        return Optional.of(KeyProblem.DOLLAR);
      } else if (c == ' ') {
        return Optional.of(KeyProblem.BLANK);
      } else if (Character.isISOControl(c)) {
        return Optional.of(KeyProblem.CONTROL_CHARACTER);
      }
    }
    boolean mayBeTooLong = key.length() > LONGEST_KEY / MOST_BYTES;
    return mayBeTooLong && utf8Length(key) > LONGEST_KEY
        ? Optional.of(KeyProblem.TOO_LONG)
        : Optional.empty();
  }

  /** Bytes of a text in UTF-8. */
  public static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Bytes that IoT Hub counts for a key or a text: UTF-8 without control characters. */
  public static int countedLength(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b >= 0 ? b < ' ' || b == DELETE : b == BEFORE_CONTROLS && bytes[i + 1] < AFTER_CONTROLS) {
        length -= b >= 0 ? 1 : 2;
      }
    }
    return length;
  }

  /** Whether a JSON number is no integer, or one within the range of twins. */
  public static boolean isIntegerInRange(String literal) {
    if (literal.length() <= ALWAYS_IN_RANGE) {
      return true;
    }
    boolean integer =
        !literal.isEmpty()
            && literal
                .chars()
                .skip(literal.startsWith("-") ? 1 : 0)
                .allMatch(c -> c >= '0' && c <= '9');
    if (!integer || literal.equals("-")) {
      return true;
    }
    if (literal.length() > LONGEST_INTEGER) {
      return false;
    }
    BigInteger number = new BigInteger(literal);
    return number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
  }
}
