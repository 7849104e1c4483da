package io.github.edgelint.iotedge.value;

import io.github.edgelint.iotedge.value.Placeholders.Place;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a proxy setting, cut into its parts the way a person means them: user and password
 * end at the last at sign, whatever they contain.
 *
 * <p>What each {@link ProxyReader} makes of it is in {@link #problems}. Sources:
 * Azure/iotedge:edge-util/src/Microsoft.Azure.Devices.Edge.Util/Proxy.cs and its ProxyTest.cs,
 * Azure/iot-identity-service:http-common/src/proxy.rs, golang/net:http/httpproxy/proxy.go.
 *
 * <p>The value may hold a password. {@link #text()} and what ranges cut out of it must not be
 * printed; {@link #masked()} and {@code toString()} may.
 */
public final class ProxyUrl {

  static final String SEPARATOR = "://";
  private static final int HIGHEST_PORT = 65535;

  private final String text;
  private final ProxyParts parts;

  private ProxyUrl(String text) {
    this.text = text;
    this.parts = ProxyParts.of(text);
  }

  /** Cuts any text. */
  public static ProxyUrl parse(String text) {
    return new ProxyUrl(text);
  }

  /** The value as it is, password included. */
  public String text() {
    return text;
  }

  /** Whether there is nothing but blanks: no proxy for edgeAgent, edgeHub and the engine. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** The text before {@code ://} in lower case. */
  public Optional<String> scheme() {
    return parts.scheme().map(range -> range.of(text).toLowerCase(Locale.ROOT));
  }

  /** Everything between {@code ://} and the last at sign. */
  public Optional<TextRange> userinfoRange() {
    return parts.userinfo();
  }

  /** The part of the userinfo behind its first colon. */
  public Optional<TextRange> passwordRange() {
    return parts.password();
  }

  public boolean hasUserinfo() {
    return parts.userinfo().isPresent();
  }

  /** The host as written, without the brackets of an IPv6 address; empty when there is none. */
  public String host() {
    return parts.host().of(text);
  }

  public TextRange hostRange() {
    return parts.host();
  }

  /** The text behind the colon of the host; present and empty for {@code http://host:}. */
  public Optional<TextRange> portRange() {
    return parts.port();
  }

  /** The port that is written, when it is one. */
  public Optional<Integer> port() {
    return parts.port().map(range -> range.of(text)).flatMap(ProxyUrl::number);
  }

  /** The port that readers take when none is written. */
  public int defaultPort() {
    return switch (scheme().orElse("http")) {
      case "https" -> 443;
      case "socks5", "socks5h" -> 1080;
      default -> 80;
    };
  }

  /** Path, query and fragment with the mark they begin with. */
  public Optional<TextRange> pathRange() {
    return parts.path();
  }

  /** Whether the host is the machine, or in a container the container itself. */
  public boolean isLoopback() {
    return HostName.isLoopback(host());
  }

  /**
   * Placeholders of this value, first to last. The ones that could be a piece of a password ({@code
   * $NAME}, {@code %NAME%}, {@code @NAME@}, {@code __NAME__}) count only when they are the whole
   * user, password, host or port; in host and port {@code $NAME} counts anywhere.
   */
  public List<Placeholder> placeholders() {
    return parts.placeholders();
  }

  /** As {@link #placeholders()}, for a value of a systemd unit or of a template. */
  public List<Placeholder> placeholders(Place place) {
    return ProxyParts.placeholders(text, place);
  }

  /**
   * Host or port when it is a word that documentation writes for a name to be filled in: {@code
   * proxy_host}, {@code your-proxy}, {@code port}. The result is a range of the value.
   */
  public Optional<TextRange> standIn() {
    if (HostName.STAND_INS.contains(host().toLowerCase(Locale.ROOT))) {
      return Optional.of(hostRange());
    }
    return portRange()
        .filter(range -> HostName.PORT_STAND_INS.contains(range.of(text).toLowerCase(Locale.ROOT)));
  }

  /** Whether the host lies in a domain that RFC 2606 reserves for examples. */
  public boolean isExampleHost() {
    return HostName.isExample(host());
  }

  /** Whether the value is there and known: not blank, no placeholder, no stand-in. */
  public boolean isConcrete() {
    return !isBlank() && placeholders().isEmpty() && standIn().isEmpty();
  }

  /**
   * What {@code reader} trips over, in the order of the text. A value that is not concrete is
   * judged only for doubled percent signs.
   */
  public List<ProxyProblem> problems(ProxyReader reader) {
    return ProxyCheck.problems(this, parts, reader);
  }

  /** The first problem of that kind. */
  public Optional<ProxyProblem> problem(ProxyProblem.Kind kind, ProxyReader reader) {
    return problems(reader).stream().filter(problem -> problem.kind() == kind).findFirst();
  }

  /**
   * What the value means, so that two spellings of one proxy are equal; nothing when it is no URL
   * with a host and a usable port. Only for the engine is a missing scheme http.
   */
  public Optional<NormalisedProxy> normalised(ProxyReader reader) {
    if (scheme().isEmpty() && reader == ProxyReader.ENGINE && !isBlank()) {
      return parse(withScheme()).normalised(reader);
    }
    boolean usablePort =
        portRange().map(range -> range.isEmpty() || port().isPresent()).orElse(true);
    if (!isConcrete() || scheme().isEmpty() || !usablePort || host().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NormalisedProxy(
            scheme().orElse("http"),
            host().toLowerCase(Locale.ROOT),
            port().orElse(defaultPort()),
            decoded(parts.user()),
            decoded(parts.password())));
  }

  private String decoded(Optional<TextRange> part) {
    return part.map(range -> PercentCode.decode(range.of(text))).orElse("");
  }

  /**
   * The value without user and password, fit to be shown: {@code http://…@host:port}. Everything
   * before the last at sign goes, also when the text is no URL; so does a port that is no number,
   * which may be a password without its at sign, and a query.
   */
  public String masked() {
    return ProxyMask.mask(text);
  }

  /**
   * The value with {@code http://} in front, or instead of a mangled beginning such as {@code
   * http:/}.
   */
  public String withScheme() {
    String bare = text.strip();
    return bare.contains(SEPARATOR) ? bare : "http://" + bare.replaceFirst("^(?i)(https?:)?/+", "");
  }

  private static Optional<Integer> number(String port) {
    boolean digits =
        !port.isEmpty() && port.length() <= 6 && port.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits
        ? Optional.of(Integer.parseInt(port)).filter(value -> value >= 1 && value <= HIGHEST_PORT)
        : Optional.empty();
  }

  /**
   * Whether two values are the same character by character, as {@code iotedge check} compares them.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ProxyUrl url && text.equals(url.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
