package io.github.edgelint.iotedge.value;

import io.github.edgelint.iotedge.value.Placeholders.Kind;
import io.github.edgelint.iotedge.value.Placeholders.Place;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the parts of a proxy value stand.
 *
 * @param core the value without blanks and quotes around it
 * @param host without brackets; empty when there is none
 * @param bracketed whether brackets stand around the host
 * @param path with the mark that begins it
 */
record ProxyParts(
    TextRange core,
    Optional<TextRange> scheme,
    Optional<TextRange> userinfo,
    Optional<TextRange> user,
    Optional<TextRange> password,
    TextRange host,
    boolean bracketed,
    Optional<TextRange> port,
    Optional<TextRange> path,
    List<Placeholder> placeholders) {

  private static final Set<Kind> UNMISTAKABLE =
      Set.of(Kind.DOLLAR_BRACE, Kind.DOUBLE_BRACE, Kind.DIRECTIVE, Kind.HASH_BRACE, Kind.ANGLE);

  static ProxyParts of(String text) {
    List<Placeholder> candidates = Placeholders.find(text, Place.TEMPLATE);
    List<Placeholder> certain = new ArrayList<>();
    for (Placeholder token : candidates) {
      if (UNMISTAKABLE.contains(token.kind()) || isWholePart(text, token.range())) {
        certain.add(token);
      }
    }
    Splitter splitter = new Splitter(shape(text, certain));
    for (Placeholder token : candidates) {
      boolean inAddress =
          splitter.host.contains(token.range())
              || (splitter.port != null && splitter.port.contains(token.range()));
      if (token.kind() == Kind.DOLLAR && inAddress && !certain.contains(token)) {
        certain.add(token);
      }
    }
    certain.sort(Comparator.comparing(Placeholder::range));
    return splitter.parts(List.copyOf(certain));
  }

  static List<Placeholder> placeholders(String text, Place place) {
    List<Placeholder> tokens =
        place == Place.TEMPLATE ? Placeholders.find(text, place) : of(text).placeholders();
    return place == Place.UNIT
        ? tokens.stream().filter(token -> token.kind() != Kind.PERCENT).toList()
        : tokens;
  }

  private static boolean isWholePart(String text, TextRange range) {
    boolean starts = range.start() == 0 || "/:@".indexOf(text.charAt(range.start() - 1)) >= 0;
    return starts && (range.end() == text.length() || "/:@".indexOf(text.charAt(range.end())) >= 0);
  }

  /**
   * The text with letters in place of placeholders, so that the marks inside them separate nothing.
   */
  private static String shape(String text, List<Placeholder> tokens) {
    StringBuilder shape = new StringBuilder(text);
    for (Placeholder token : tokens) {
      for (int i = token.range().start(); i < token.range().end(); i++) {
        shape.setCharAt(i, 'x');
      }
    }
    return shape.toString();
  }

  /** Cuts a value at its marks. */
  private static final class Splitter {
    private final String text;
    private final TextRange core;
    private final TextRange scheme;
    private final TextRange userinfo;
    private TextRange host;
    private boolean bracketed;
    private TextRange port;
    private final TextRange path;

    Splitter(String text) {
      this.text = text;
      this.core = core(text);
      int separator = text.indexOf(ProxyUrl.SEPARATOR, core.start());
      boolean hasScheme = separator >= 0 && separator < core.end();
      this.scheme = hasScheme ? new TextRange(core.start(), separator) : null;
      int authority =
          hasScheme ? Math.min(core.end(), separator + ProxyUrl.SEPARATOR.length()) : core.start();
      int at = text.lastIndexOf('@', core.end() - 1);
      this.userinfo = at >= authority ? new TextRange(authority, at) : null;
      int hostStart = at >= authority ? at + 1 : authority;
      int hostEnd = firstOf("/?#", hostStart);
      this.path = hostEnd < core.end() ? new TextRange(hostEnd, core.end()) : null;
      address(hostStart, hostEnd);
    }

    private void address(int start, int end) {
      int closing = text.indexOf(']', start);
      if (start < end && text.charAt(start) == '[' && closing >= 0 && closing < end) {
        host = new TextRange(start + 1, closing);
        bracketed = true;
        port = closing + 1 < end ? new TextRange(closing + 1, end) : null;
        if (port != null && text.charAt(closing + 1) == ':') {
          port = new TextRange(closing + 2, end);
        }
        return;
      }
      int colon = text.indexOf(':', start);
      boolean hasColon = colon >= 0 && colon < end;
      boolean address = hasColon && HostName.isIpv6(text.substring(start, end));
      host = new TextRange(start, hasColon && !address ? colon : end);
      port = hasColon && !address ? new TextRange(colon + 1, end) : null;
    }

    ProxyParts parts(List<Placeholder> placeholders) {
      Optional<TextRange> user = Optional.empty();
      Optional<TextRange> password = Optional.empty();
      if (userinfo != null) {
        int colon = text.indexOf(':', userinfo.start());
        boolean hasPassword = colon >= 0 && colon < userinfo.end();
        user = Optional.of(new TextRange(userinfo.start(), hasPassword ? colon : userinfo.end()));
        password =
            hasPassword ? Optional.of(new TextRange(colon + 1, userinfo.end())) : Optional.empty();
      }
      return new ProxyParts(
          core,
          Optional.ofNullable(scheme),
          Optional.ofNullable(userinfo),
          user,
          password,
          host,
          bracketed,
          Optional.ofNullable(port),
          Optional.ofNullable(path),
          placeholders);
    }

    private int firstOf(String marks, int from) {
      for (int i = from; i < core.end(); i++) {
        if (marks.indexOf(text.charAt(i)) >= 0) {
          return i;
        }
      }
      return Math.max(from, core.end());
    }

    private static TextRange core(String text) {
      int start = 0;
      int end = text.length();
      while (start < end && isWrapping(text.charAt(start))) {
        start++;
      }
      while (end > start && isWrapping(text.charAt(end - 1))) {
        end--;
      }
      return new TextRange(start, end);
    }

    private static boolean isWrapping(char c) {
      return Character.isWhitespace(c) || c == '\u00a0' || c == '"' || c == '\'';
    }
  }
}
