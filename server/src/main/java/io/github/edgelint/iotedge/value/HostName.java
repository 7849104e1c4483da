package io.github.edgelint.iotedge.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognises host names and IP literals by their text alone; nothing is ever looked up. */
public final class HostName {

  /** Words that documentation writes where the name of a proxy belongs. */
  static final Set<String> STAND_INS = Set.of("proxy_host", "proxyhost", "your-proxy");

  /** Words that documentation writes where the port of a proxy belongs. */
  static final Set<String> PORT_STAND_INS = Set.of("port", "proxy_port");

  private static final List<String> EXAMPLE_DOMAINS =
      List.of("example.com", "example.net", "example.org", "example");

  private HostName() {}

  /** Whether the text is an IPv6 address without brackets; a zone ({@code %eth0}) may follow. */
  public static boolean isIpv6(String host) {
    return IpAddress.parse(host).map(IpAddress::isV6).orElse(false);
  }

  public static boolean isIpLiteral(String host) {
    return IpAddress.parse(host).isPresent();
  }

  /** {@code localhost}, {@code *.localhost}, 127.0.0.0/8, {@code ::1} and 0.0.0.0. */
  public static boolean isLoopback(String host) {
    String name = lower(host);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("0.0.0.0")
        || IpAddress.parse(name).map(HostName::isLoopback).orElse(false);
  }

  private static boolean isLoopback(IpAddress address) {
    return address.isIn("127.0.0.0", 8) || address.isIn("::1", 128);
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

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
