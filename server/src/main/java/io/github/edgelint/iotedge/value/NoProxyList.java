package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of {@code no_proxy}: hosts that are called without the proxy. No standard exists; the
 * container engine reads it as Go does. Source: golang/net:http/httpproxy/proxy.go.
 */
public final class NoProxyList {

  /** One entry without the blanks around it. */
  public record Entry(String text, TextRange range) {}

  private final List<Entry> entries;

  private NoProxyList(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** Splits at commas; empty entries are left out. */
  public static NoProxyList parse(String text) {
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String entry = text.substring(start, end).strip();
      if (!entry.isEmpty()) {
        entries.add(
            new Entry(entry, TextRange.ofLength(text.indexOf(entry, start), entry.length())));
      }
      start = end + 1;
    }
    return new NoProxyList(entries);
  }

  public List<Entry> entries() {
    return entries;
  }

  /**
   * Whether a call to {@code host} at {@code port} goes past the proxy. The host has no brackets.
   */
  public boolean matches(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return (!name.equals("0.0.0.0") && HostName.isLoopback(name) && !name.endsWith(".localhost"))
        || entries.stream().anyMatch(entry -> matches(lower(entry), name, port));
  }

  /**
   * Whether an entry is the host or a domain above it, whatever dots and stars the reader wants in
   * front.
   */
  public boolean mentions(String host) {
    return entries.stream()
        .map(entry -> lower(entry).replaceFirst("^\\*?\\.", ""))
        .anyMatch(entry -> entry.equals("*") || HostName.isIn(host, entry));
  }

  /** The list with one more host at its end. */
  public static String append(String list, String host) {
    String bare = list.strip();
    return bare.isEmpty() ? host : bare + (bare.endsWith(",") ? "" : ",") + host;
  }

  private static boolean matches(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    int slash = entry.indexOf('/');
    if (slash >= 0) {
      return inNetwork(entry.substring(0, slash), entry.substring(slash + 1), host);
    }
    boolean bracketed = entry.startsWith("[") && entry.indexOf(']') > 0;
    int hostEnd = bracketed ? entry.indexOf(']') + 1 : entry.length();
    int colon = entry.indexOf(':', bracketed ? hostEnd : 0);
    boolean hasPort = colon >= 0 && !HostName.isIpv6(entry);
    String name = hasPort ? entry.substring(0, colon) : entry;
    if (hasPort && !entry.substring(colon + 1).equals(Integer.toString(port))) {
      return false;
    }
    String bare = bracketed ? name.substring(1, name.length() - 1) : name;
    Optional<IpAddress> address = IpAddress.parse(bare);
    if (address.isPresent()) {
      return IpAddress.parse(host).map(address.get()::isSame).orElse(false);
    }
    String domain = bare.startsWith("*.") ? bare.substring(1) : bare;
    return domain.startsWith(".") ? host.endsWith(domain) : HostName.isIn(host, domain);
  }

  private static boolean inNetwork(String network, String bits, String host) {
    Optional<IpAddress> base = IpAddress.parse(network);
    Optional<IpAddress> address = IpAddress.parse(host);
    boolean number =
        !bits.isEmpty() && bits.length() <= 3 && bits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        && base.isPresent()
        && address.isPresent()
        && address.get().isIn(base.get(), Integer.parseInt(bits));
  }

  private static String lower(Entry entry) {
    return entry.text().toLowerCase(Locale.ROOT);
  }
}
