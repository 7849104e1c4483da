package io.github.edgelint.iotedge.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address literal, 4 or 16 bytes. Nothing is ever looked up. */
final class IpAddress {

  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9]\\d{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private final int[] bytes;

  private IpAddress(int[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads {@code 10.0.0.1} or {@code fe80::1}, without brackets; a zone such as {@code %eth0} is
   * ignored.
   */
  static Optional<IpAddress> parse(String text) {
    int[] bytes = text.indexOf(':') < 0 ? v4(text) : v6(text.split("%", 2)[0]);
    return Optional.ofNullable(bytes).map(IpAddress::new);
  }

  boolean isV6() {
    return bytes.length == V6;
  }

  /** Whether the address shares its first {@code bits} bits with {@code network}. */
  boolean isIn(IpAddress network, int bits) {
    if (bytes.length != network.bytes.length || bits < 0 || bits > 8 * bytes.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((bytes[bit / 8] & mask) != (network.bytes[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  boolean isIn(String network, int bits) {
    return parse(network).map(parsed -> isIn(parsed, bits)).orElse(false);
  }

  boolean isSame(IpAddress other) {
    return isIn(other, 8 * bytes.length);
  }

  private static int[] v4(String text) {
    String[] pieces = text.split("\\.", -1);
    if (pieces.length != V4) {
      return null;
    }
    int[] bytes = new int[V4];
    for (int i = 0; i < V4; i++) {
      if (!DECIMAL.matcher(pieces[i]).matches() || Integer.parseInt(pieces[i]) > 255) {
        return null;
      }
      bytes[i] = Integer.parseInt(pieces[i]);
    }
    return bytes;
  }

  private static int[] v6(String text) {
    int gap = text.indexOf("::");
    if (text.length() > 45 || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
      return null;
    }
    int[] left = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    int[] right = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
    if (left == null || right == null) {
      return null;
    }
    int missing = V6 - left.length - right.length;
    if (gap < 0 ? missing != 0 : missing < 2) {
      return null;
    }
    int[] bytes = new int[V6];
    System.arraycopy(left, 0, bytes, 0, left.length);
    System.arraycopy(right, 0, bytes, V6 - right.length, right.length);
    return bytes;
  }

  private static int[] groups(String part, boolean mayEndInV4) {
    if (part.isEmpty()) {
      return new int[0];
    }
    String[] pieces = part.split(":", -1);
    int[] tail = mayEndInV4 ? v4(pieces[pieces.length - 1]) : null;
    int count = pieces.length - (tail == null ? 0 : 1);
    int[] bytes = new int[2 * count + (tail == null ? 0 : V4)];
    for (int i = 0; i < count; i++) {
      if (!GROUP.matcher(pieces[i]).matches()) {
        return null;
      }
      int group = Integer.parseInt(pieces[i], 16);
      bytes[2 * i] = group >> 8;
      bytes[2 * i + 1] = group & 0xff;
    }
    if (tail != null) {
      System.arraycopy(tail, 0, bytes, 2 * count, V4);
    }
    return bytes;
  }
}
