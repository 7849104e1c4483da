package io.github.edgelint.iotedge.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes credentials out of text that is, or was meant to be, a proxy URL. */
final class ProxyMask {

  private static final Pattern SCHEME = Pattern.compile("^[\\s\"']*([A-Za-z][A-Za-z0-9+.-]*://)?");
  // host:port; the port of a broken value may be the password of somebody who forgot the at sign.
  private static final Pattern NO_PORT =
      Pattern.compile(
          "^([^:/?#\\[\\]]*|\\[[^\\]]*\\]):(?!\\d{0,5}(?:[/?#\\s\"']|$)).*", Pattern.DOTALL);

  private static final Pattern QUERY = Pattern.compile("[?#]");

  private ProxyMask() {}

  static String mask(String text) {
    Matcher scheme = SCHEME.matcher(text);
    String start = scheme.find() && scheme.group(1) != null ? scheme.group(1) : "";
    int at = text.lastIndexOf('@');
    String rest =
        at >= 0 ? text.substring(at + 1) : text.substring(scheme.end(1) < 0 ? 0 : scheme.end(1));
    return start + (at >= 0 ? "…@" : "") + withoutDoubtful(rest);
  }

  private static String withoutDoubtful(String rest) {
    Matcher doubtful = NO_PORT.matcher(rest);
    boolean hide = doubtful.matches() && !HostName.isIpv6(rest.split("[/?#]", 2)[0]);
    String address = hide ? doubtful.group(1) + ":…" : rest;
    Matcher query = QUERY.matcher(address);
    return query.find() ? address.substring(0, query.end()) + "…" : address;
  }
}
