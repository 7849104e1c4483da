package io.github.edgelint.iotedge.value;

import io.github.edgelint.iotedge.value.ProxyProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** Finds what a reader of a proxy value trips over. */
final class ProxyCheck {

  private static final Set<String> HTTP_SCHEMES = Set.of("http", "https");
  // golang/net:http/httpproxy/proxy.go and net/http.
  private static final Set<String> ENGINE_SCHEMES = Set.of("http", "https", "socks5", "socks5h");
  private static final Set<Kind> NOT_MENDED_BY_A_SCHEME =
      Set.of(Kind.EMPTY_HOST, Kind.BAD_PORT, Kind.BAD_IPV6);
  private static final String RESERVED = "/?#[]";

  private final ProxyUrl url;
  private final String text;
  private final ProxyParts parts;
  private final ProxyReader reader;
  private final List<ProxyProblem> problems = new ArrayList<>();

  private ProxyCheck(ProxyUrl url, ProxyParts parts, ProxyReader reader) {
    this.url = url;
    this.text = url.text();
    this.parts = parts;
    this.reader = reader;
  }

  static List<ProxyProblem> problems(ProxyUrl url, ProxyParts parts, ProxyReader reader) {
    ProxyCheck check = new ProxyCheck(url, parts, reader);
    if (url.isConcrete()) {
      check.characters();
      check.scheme();
      check.userinfo();
      check.address();
    }
    check.percentSigns(url.isConcrete());
    check.problems.sort(Comparator.comparing(ProxyProblem::range));
    return List.copyOf(check.problems);
  }

  private void characters() {
    TextRange core = parts.core();
    if (core.length() < text.length()) {
      List<TextEdit> trim = new ArrayList<>();
      if (core.start() > 0) {
        trim.add(TextEdit.delete(new TextRange(0, core.start())));
      }
      if (core.end() < text.length()) {
        trim.add(TextEdit.delete(new TextRange(core.end(), text.length())));
      }
      add(Kind.SURROUNDED, trim.get(0).range(), trim);
    }
    all(core, ProxyCheck::isForbidden).stream()
        .findFirst()
        .ifPresent(range -> add(Kind.FORBIDDEN_CHARACTER, range));
  }

  private static boolean isForbidden(int c) {
    return c <= ' ' || c >= 0x7f || c == '"' || c == '\\';
  }

  private void scheme() {
    if (parts.scheme().isEmpty()) {
      if (problems.stream().noneMatch(problem -> problem.kind() == Kind.FORBIDDEN_CHARACTER)) {
        add(withoutScheme(), parts.core());
      }
      return;
    }
    TextRange range = parts.scheme().get();
    String scheme = range.of(text).toLowerCase(Locale.ROOT);
    Set<String> spoken = reader == ProxyReader.ENGINE ? ENGINE_SCHEMES : HTTP_SCHEMES;
    boolean ours = reader == ProxyReader.RUNTIME || reader == ProxyReader.DAEMON;
    if (!spoken.contains(scheme) && reader != ProxyReader.MODULE) {
      add(Kind.UNSUPPORTED_SCHEME, range.isEmpty() ? parts.core() : range);
    } else if (scheme.equals("https") && ours) {
      add(Kind.HTTPS_SCHEME, range, List.of(new TextEdit(range, "http")));
    }
    if (parts.path().isPresent()
        && isScript(parts.path().get().of(text))
        && reader != ProxyReader.MODULE) {
      add(Kind.PROXY_SCRIPT, parts.path().get());
    }
  }

  /** What is wrong with a value without a scheme: only that, or what a scheme would not mend. */
  private Kind withoutScheme() {
    return ProxyUrl.parse(url.withScheme()).problems(reader).stream()
        .map(ProxyProblem::kind)
        .filter(NOT_MENDED_BY_A_SCHEME::contains)
        .findFirst()
        .orElse(Kind.NO_SCHEME);
  }

  private static boolean isScript(String path) {
    String file = path.split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
    return file.endsWith(".pac") || file.equals("/wpad.dat");
  }

  private void userinfo() {
    if (parts.userinfo().isEmpty() || reader == ProxyReader.MODULE) {
      return;
    }
    TextRange userinfo = parts.userinfo().get();
    encode(Kind.RESERVED_IN_USERINFO, all(userinfo, c -> RESERVED.indexOf(c) >= 0));
    encode(Kind.AT_IN_USERINFO, all(userinfo, c -> c == '@'));
    if (reader == ProxyReader.RUNTIME) {
      parts
          .password()
          .ifPresent(password -> encode(Kind.COLON_IN_PASSWORD, all(password, c -> c == ':')));
    }
  }

  private void address() {
    if (parts.scheme().filter(scheme -> !scheme.isEmpty()).isEmpty()) {
      return; // the whole value is the problem
    }
    String host = url.host();
    boolean http = HTTP_SCHEMES.contains(url.scheme().orElse(""));
    if (host.isEmpty()) {
      add(Kind.EMPTY_HOST, new TextRange(parts.scheme().get().start(), parts.host().end()));
    } else if (parts.bracketed()
        ? !HostName.isIpv6(host)
        : host.indexOf('[') >= 0 || host.indexOf(']') >= 0) {
      add(Kind.BAD_IPV6, parts.host());
    } else if (!parts.bracketed() && host.indexOf(':') >= 0) {
      add(
          Kind.IPV6_WITHOUT_BRACKETS,
          parts.host(),
          List.of(new TextEdit(parts.host(), "[" + host + "]")));
    } else if (url.portRange().filter(range -> !range.isEmpty()).isPresent()) {
      if (url.port().isEmpty()) {
        add(Kind.BAD_PORT, url.portRange().get());
      }
    } else if (http
        && problems.stream().noneMatch(problem -> problem.kind() == Kind.PROXY_SCRIPT)) {
      add(Kind.NO_PORT, parts.host());
    }
    if (url.isLoopback() && (reader == ProxyReader.RUNTIME || reader == ProxyReader.MODULE)) {
      add(Kind.LOOPBACK_HOST, parts.host());
    }
  }

  private void percentSigns(boolean concrete) {
    List<TextRange> doubled = new ArrayList<>();
    List<TextRange> bad = new ArrayList<>();
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (text.startsWith("%%", i) && PercentCode.isHexPair(text, i + 2)) {
        doubled.add(TextRange.ofLength(i, 2));
        i++;
      } else if (!PercentCode.isHexPair(text, i + 1)) {
        bad.add(TextRange.ofLength(i, 1));
      }
    }
    replace(Kind.DOUBLED_PERCENT, doubled, "%");
    if (concrete) {
      replace(Kind.BAD_PERCENT, bad, "%25");
    }
  }

  private List<TextRange> all(TextRange within, IntPredicate what) {
    List<TextRange> found = new ArrayList<>();
    for (int i = within.start(); i < within.end(); ) {
      int c = text.codePointAt(i);
      int length = Math.min(Character.charCount(c), within.end() - i);
      if (what.test(c)) {
        found.add(TextRange.ofLength(i, length));
      }
      i += length;
    }
    return found;
  }

  private void encode(Kind kind, List<TextRange> ranges) {
    if (!ranges.isEmpty()) {
      List<TextEdit> edits =
          ranges.stream()
              .map(range -> new TextEdit(range, PercentCode.of(text.codePointAt(range.start()))))
              .toList();
      add(kind, ranges.get(0), edits);
    }
  }

  private void replace(Kind kind, List<TextRange> ranges, String by) {
    if (!ranges.isEmpty()) {
      add(kind, ranges.get(0), ranges.stream().map(range -> new TextEdit(range, by)).toList());
    }
  }

  private void add(Kind kind, TextRange range) {
    add(kind, range, List.of());
  }

  private void add(Kind kind, TextRange range, List<TextEdit> repair) {
    problems.add(new ProxyProblem(kind, range, repair));
  }
}
