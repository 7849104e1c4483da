package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A URI of {@code config.toml}. {@code iotedge config apply} wants absolute URLs and refuses bare
 * paths; what it accepts may still fail in the daemon that uses it. Sources: those of {@link
 * UriRole}, Azure/iot-identity-service:pkcs11/pkcs11/src/lib.rs, and the URL Standard of WHATWG for
 * host and port.
 *
 * <p>The text may hold the PIN of a token. {@code toString()} leaves everything behind a question
 * mark out.
 */
public record ConfigUri(String text, UriRole role) {

  public enum Kind {
    /** An absolute path instead of a URI. */
    BARE_PATH,
    /** A path of Windows. */
    WINDOWS_PATH,
    /** A host name, or any other text without a scheme. */
    BARE_NAME,
    /** {@code file://name/…} or {@code unix://name/…}: two slashes make the first folder a host. */
    TWO_SLASHES,
    /** A scheme that this key's reader cannot use. */
    UNSUPPORTED_SCHEME,
    /** A scheme that is accepted, although it is not the right one. */
    DOUBTFUL_SCHEME,
    /** The right scheme in capital letters, which the reader of keys does not know. */
    SCHEME_CASE,
    /** An address of the web that names no host. */
    NO_HOST,
    /** A host name with a character that no host name has, or an address of four wrong numbers. */
    BAD_HOST,
    /** A port that is no number from 0 to 65535. */
    BAD_PORT,
    /** A {@code pkcs11:} URI that names neither slot nor token. */
    NO_SLOT_OR_TOKEN,
    /** A slot that is not a decimal number. */
    SLOT_NOT_DECIMAL
  }

  /**
   * What is wrong.
   *
   * @param range the wrong part, never the PIN
   * @param repair edits that mend it; empty when only a person knows
   */
  public record Problem(Kind kind, TextRange range, List<TextEdit> repair) {}

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*\\.)+[A-Za-z]{2,}(?::\\d+)?(?:/\\S*)?");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("[A-Za-z0-9.-]+:\\d{1,5}(?:/.*)?", Pattern.DOTALL);
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Pattern NOT_IN_HOST = Pattern.compile("[\\x00-\\x20<>\\[\\]^|%\\x7F]");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9A-Fa-f]*");
  private static final Pattern SLOT = Pattern.compile("slot-id=([^;]*)");

  /** The scheme in lower case; a drive letter is none. */
  public Optional<String> scheme() {
    return schemeRange().map(range -> range.of(text).toLowerCase(Locale.ROOT));
  }

  public Optional<TextRange> schemeRange() {
    // By hand: several rules ask for it of every URI.
    int start = leadingBlanks();
    int end = start;
    while (end < text.length() && isOfScheme(text.charAt(end), end > start)) {
      end++;
    }
    boolean found = end > start && text.startsWith(":", end) && !isWindowsPath();
    return found ? Optional.of(new TextRange(start, end)) : Optional.empty();
  }

  private static boolean isOfScheme(char c, boolean behindFirst) {
    return isLetter(c) || (behindFirst && ((c >= '0' && c <= '9') || "+.-".indexOf(c) >= 0));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether the text begins with a drive, or with the two backslashes of a share. */
  private boolean isWindowsPath() {
    return text.startsWith("\\\\")
        || (text.length() > 2
            && isLetter(text.charAt(0))
            && text.charAt(1) == ':'
            && (text.charAt(2) == '\\' || text.charAt(2) == '/'));
  }

  // The reader of URLs passes over blanks around them, that of keys does not.
  private int leadingBlanks() {
    int start = 0;
    while (role != UriRole.KEY && start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    return start;
  }

  /** The text between {@code ://} and the next slash; empty when there is none. */
  public Optional<TextRange> authorityRange() {
    int start = schemeRange().map(TextRange::end).orElse(text.length());
    if (!text.startsWith("://", start)) {
      return Optional.empty();
    }
    int end = start + 3;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Optional.of(new TextRange(start + 3, end));
  }

  /** The host name or address without userinfo and port. */
  public Optional<String> host() {
    return authorityRange()
        .map(range -> range.of(text))
        .map(authority -> authority.substring(authority.lastIndexOf('@') + 1))
        .map(
            address ->
                address.startsWith("[")
                    ? address.replaceFirst("^\\[([^\\]]*).*", "$1")
                    : address.split(":", 2)[0])
        .filter(host -> !host.isEmpty());
  }

  /**
   * The path on the device, when the URI has the scheme {@code file} and names no host. Percent
   * codes are undone.
   */
  public Optional<String> filePath() {
    if (!scheme().equals(Optional.of("file"))
        || problem().filter(p -> p.kind() == Kind.TWO_SLASHES).isPresent()) {
      return Optional.empty();
    }
    int start = authorityRange().map(TextRange::end).orElse(schemeRange().get().end() + 1);
    String path = text.substring(start).split("[?#]", 2)[0];
    return Optional.of(PercentCode.decode(path).stripTrailing());
  }

  /** The first thing that is wrong. A text with placeholders is not judged. */
  public Optional<Problem> problem() {
    if (!Placeholders.find(text).isEmpty()) {
      return Optional.empty();
    }
    Optional<TextRange> scheme = schemeRange();
    if (scheme.isEmpty()) {
      return Optional.of(bare());
    }
    return unusable(scheme.get()).or(this::twoSlashes).or(this::address).or(this::token);
  }

  private Problem bare() {
    TextRange all = new TextRange(0, text.length());
    if (isWindowsPath()) {
      return new Problem(Kind.WINDOWS_PATH, all, List.of());
    }
    boolean path = text.startsWith("/");
    boolean host = HOST.matcher(text).matches();
    if (path && role.takesPath()) {
      String encoded = text.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
      return new Problem(Kind.BARE_PATH, all, List.of(new TextEdit(all, role.prefix() + encoded)));
    }
    List<TextEdit> repair =
        host && !role.takesPath() ? List.of(TextEdit.insert(0, role.prefix())) : List.of();
    return new Problem(path ? Kind.BARE_PATH : Kind.BARE_NAME, all, repair);
  }

  private Optional<Problem> unusable(TextRange range) {
    String written = range.of(text);
    String scheme = written.toLowerCase(Locale.ROOT);
    if (role.schemes().contains(scheme)) {
      boolean caseCounts = role == UriRole.KEY && !written.equals(scheme);
      return caseCounts
          ? Optional.of(new Problem(Kind.SCHEME_CASE, range, List.of(new TextEdit(range, scheme))))
          : Optional.empty();
    }
    if (role.doubtfulSchemes().contains(scheme)) {
      boolean secure = role == UriRole.EST;
      List<TextEdit> repair = secure ? List.of(new TextEdit(range, "https")) : List.of();
      return Optional.of(new Problem(Kind.DOUBTFUL_SCHEME, range, repair));
    }
    boolean hostAndPort = !role.takesPath() && HOST_AND_PORT.matcher(text).matches();
    List<TextEdit> repair = hostAndPort ? List.of(TextEdit.insert(0, role.prefix())) : List.of();
    return Optional.of(new Problem(Kind.UNSUPPORTED_SCHEME, range, repair));
  }

  private Optional<Problem> twoSlashes() {
    boolean local =
        scheme().filter(scheme -> scheme.equals("file") || scheme.equals("unix")).isPresent();
    return authorityRange()
        .filter(range -> local && !range.isEmpty() && !range.of(text).equalsIgnoreCase("localhost"))
        .map(
            range -> {
              TextRange slashesAndHost = new TextRange(range.start() - 2, range.end());
              return new Problem(
                  Kind.TWO_SLASHES, slashesAndHost, List.of(TextEdit.insert(range.start(), "/")));
            });
  }

  /** What the reader of URLs refuses in an address of the web. */
  private Optional<Problem> address() {
    String address = text.stripTrailing();
    if (scheme().filter(WEB::contains).isEmpty() || address.matches("(?s).*[\\t\\r\\n].*")) {
      return Optional.empty();
    }
    int start = schemeRange().orElseThrow().end() + 1;
    while (start < address.length() && "/\\".indexOf(address.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < address.length() && "/\\?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    start += address.substring(start, end).lastIndexOf('@') + 1;
    String hostAndPort = address.substring(start, end);
    int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : 0;
    int colon = bracket < 0 ? -1 : hostAndPort.indexOf(':', bracket);
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
    if (host.isEmpty()) {
      return Optional.of(new Problem(Kind.NO_HOST, new TextRange(0, address.length()), List.of()));
    }
    if (!isHost(host)) {
      TextRange range = TextRange.ofLength(start, host.length());
      return Optional.of(new Problem(Kind.BAD_HOST, range, List.of()));
    }
    boolean isPort =
        port.isEmpty() || (port.matches("0*\\d{1,5}") && Integer.parseInt(port) < 65536);
    return isPort
        ? Optional.empty()
        : Optional.of(
            new Problem(Kind.BAD_PORT, new TextRange(end - port.length(), end), List.of()));
  }

  /** Whether the reader of URLs takes the name; of letters beyond ASCII it is not said. */
  private static boolean isHost(String written) {
    if (written.startsWith("[")) {
      return written.endsWith("]")
          && written.indexOf('%') < 0
          && IpAddress.parse(written.substring(1, written.length() - 1))
              .filter(IpAddress::isV6)
              .isPresent();
    }
    String host = PercentCode.decode(written);
    if (NOT_IN_HOST.matcher(host).find()) {
      return false;
    }
    String[] labels = host.replaceFirst("\\.$", "").split("\\.", -1);
    if (!NUMBER.matcher(labels[labels.length - 1]).matches()) {
      return true;
    }
    // A name that ends in a number must be an address of four bytes, in any of its old notations.
    boolean numbers = Stream.of(labels).allMatch(label -> NUMBER.matcher(label).matches());
    boolean tooHigh =
        Stream.of(labels)
            .filter(label -> label.matches("[1-9]\\d*"))
            .anyMatch(label -> label.length() > 3 || Integer.parseInt(label) > 255);
    return numbers && labels.length <= 4 && !(labels.length == 4 && tooHigh);
  }

  private Optional<Problem> token() {
    if (!scheme().equals(Optional.of("pkcs11"))) {
      return Optional.empty();
    }
    int start = "pkcs11:".length();
    int query = text.indexOf('?');
    TextRange path = new TextRange(start, query < 0 ? text.length() : query);
    List<String> attributes = List.of(path.of(text).split(";", -1));
    Matcher slot = SLOT.matcher(text).region(path.start(), path.end());
    boolean hasSlot = attributes.stream().anyMatch(attribute -> attribute.startsWith("slot-id="));
    if (hasSlot && slot.find()) {
      return notDecimal(
          new TextRange(slot.start(), slot.end()), new TextRange(slot.start(1), slot.end(1)));
    }
    boolean named = attributes.stream().anyMatch(attribute -> attribute.startsWith("token="));
    return named
        ? Optional.empty()
        : Optional.of(new Problem(Kind.NO_SLOT_OR_TOKEN, new TextRange(0, path.end()), List.of()));
  }

  private Optional<Problem> notDecimal(TextRange attribute, TextRange value) {
    String slot = PercentCode.decode(value.of(text));
    if (slot.matches("\\d{1,20}")) {
      return Optional.empty();
    }
    List<TextEdit> repair =
        slot.matches("0[xX][0-9A-Fa-f]{1,8}")
            ? List.of(new TextEdit(value, Long.toString(Long.parseLong(slot.substring(2), 16))))
            : List.of();
    return Optional.of(new Problem(Kind.SLOT_NOT_DECIMAL, attribute, repair));
  }

  @Override
  public String toString() {
    int query = text.indexOf('?');
    return ProxyMask.mask(query < 0 ? text : text.substring(0, query));
  }
}
