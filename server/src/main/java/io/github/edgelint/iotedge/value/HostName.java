package io.github.edgelint.iotedge.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises host names and IP literals by their text alone; nothing is ever looked up. */
public final class HostName {

  /** Words that documentation writes where the name of a proxy belongs. */
  static final Set<String> STAND_INS = Set.of("proxy_host", "proxyhost", "your-proxy");

  /** Words that documentation writes where the port of a proxy belongs. */
  static final Set<String> PORT_STAND_INS = Set.of("port", "proxy_port");

  private static final List<String> EXAMPLE_DOMAINS =
      List.of("example.com", "example.net", "example.org", "example");
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private HostName() {}

  public static boolean isIpv4(String host) {
    return IPV4.matcher(host).matches();
  }

  /** Whether the text is an IPv6 address without brackets; a zone ({@code %eth0}) may follow. */
  public static boolean isIpv6(String host) {
    int zone = host.indexOf('%');
    String address = zone < 0 ? host : host.substring(0, zone);
    int gap = address.indexOf("::");
    if (address.length() > 45 || gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    if (gap < 0) {
      return groups(address, true) == 8;
    }
    int left = groups(address.substring(0, gap), false);
    int right = groups(address.substring(gap + 2), true);
    return left >= 0 && right >= 0 && left + right <= 7;
  }

  /**
   * Number of 16-bit groups; an IPv4 address at the end stands for two. -1 when something else is
   * among them.
   */
  private static int groups(String part, boolean mayEndInIpv4) {
    if (part.isEmpty()) {
      return 0;
    }
    String[] pieces = part.split(":", -1);
    int groups = 0;
    for (int i = 0; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      if (GROUP.matcher(pieces[i]).matches()) {
        groups++;
      } else if (last && mayEndInIpv4 && isIpv4(pieces[i])) {
        groups += 2;
      } else {
        return -1;
      }
    }
    return groups;
  }

  public static boolean isIpLiteral(String host) {
    return isIpv4(host) || isIpv6(host);
  }

  /** {@code localhost}, {@code *.localhost}, 127.0.0.0/8, {@code ::1} and 0.0.0.0. */
  public static boolean isLoopback(String host) {
    String name = lower(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || name.equals("0.0.0.0")
        || name.startsWith("127.") && isIpv4(name);
  }

  /** Whether the host lies in a domain that RFC 2606 reserves for examples. */
  public static boolean isExample(String host) {
    return EXAMPLE_DOMAINS.stream().anyMatch(domain -> isIn(host, domain));
  }

  /**
   * Whether {@code host} is {@code domain} or lies below it; letter case and a dot at the end do
   * not matter.
   */
  public static boolean isIn(String host, String domain) {
    String name = lower(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    String suffix = lower(domain);
    return name.equals(suffix) || name.endsWith("." + suffix);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
