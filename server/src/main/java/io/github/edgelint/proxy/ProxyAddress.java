package io.github.edgelint.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Whether one address can be given to all components of a device. */
final class ProxyAddress {

  private static final List<ProxyReader> READERS =
      List.of(ProxyReader.RUNTIME, ProxyReader.DAEMON, ProxyReader.ENGINE);

  private ProxyAddress() {}

  /** Why not, in a sentence without user and password; empty where it can. */
  static Optional<String> refusal(String address) {
    ProxyUrl url = ProxyUrl.parse(address);
    if (url.isBlank()) {
      return Optional.of("The URL is empty; `unset` takes a proxy away.");
    }
    if (!url.isConcrete()) {
      return Optional.of(
          "The URL holds a placeholder; give the address itself, as in http://proxy.corp:3128.");
    }
    for (ProxyReader reader : READERS) {
      for (ProxyProblem problem : url.problems(reader)) {
        return Optional.of(reason(problem.kind()));
      }
    }
    boolean equals =
        url.userinfoRange().map((TextRange range) -> range.of(address)).orElse("").contains("=");
    return equals
        ? Optional.of(
            "Write an equals sign in user or password as %3D; `iotedge check` cuts there.")
        : url.pathRange()
            .map(path -> path.of(address))
            .filter(path -> !path.isEmpty())
            .map(path -> "The URL of a proxy ends behind the port; leave out what follows.");
  }

  private static String reason(ProxyProblem.Kind kind) {
    return switch (kind) {
      case NO_SCHEME -> "The URL has no scheme; write http:// before the host.";
      case HTTPS_SCHEME ->
          "The scheme says how to reach the proxy, not what goes through it; edgeAgent and edgeHub"
              + " up to 1.4 refuse https://. Write http://.";
      case UNSUPPORTED_SCHEME -> "The runtime speaks to proxies over http:// only.";
      case PROXY_SCRIPT ->
          "This is the address of a proxy script, which nothing on the device can read; give the"
              + " address of the proxy.";
      case NO_PORT ->
          "The URL has no port, so that port 80 would be used; name it, as in"
              + " http://proxy.corp:3128.";
      case BAD_PORT -> "The port is no number from 1 to 65535.";
      case SURROUNDED -> "There are blanks or quotes around the URL.";
      case FORBIDDEN_CHARACTER ->
          "The URL holds a blank, quote, backslash or character outside ASCII; percent-encode it.";
      case IPV6_WITHOUT_BRACKETS -> "Put the IPv6 address in brackets.";
      case BAD_IPV6 -> "What stands in brackets is no IPv6 address.";
      case EMPTY_HOST -> "The URL has no host.";
      case RESERVED_IN_USERINFO ->
          "User or password hold a slash, question mark, hash or bracket; percent-encode it.";
      case COLON_IN_PASSWORD ->
          "The password holds a colon, where edgeAgent and edgeHub cut it; write %3A.";
      case AT_IN_USERINFO -> "User or password hold an at sign; write %40.";
      case BAD_PERCENT -> "A percent sign starts no code; write %25.";
      case DOUBLED_PERCENT ->
          "`%%` is the notation of unit files; write `%`, and edgelint doubles it where it must"
              + " be.";
      case LOOPBACK_HOST ->
          "In a container this host is the container itself; give the name or address under which"
              + " containers reach the proxy.";
    };
  }
}
