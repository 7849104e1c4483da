package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a text is no host name for {@code hostname}, {@code parent_hostname} or {@code
 * iothub_hostname}.
 *
 * <p>Nothing checks these values when they are applied: URL parts end up in {@code https://…}
 * addresses, and names that break the label rules in certificates. Source:
 * Azure/iot-identity-service:aziotctl/src/internal/check/checks/hostname.rs.
 *
 * @param range the wrong part of the text
 * @param repair edits that keep only the host name; empty where that is not clear
 */
public record HostNameProblem(Kind kind, TextRange range, List<TextEdit> repair) {

  public enum Kind {
    /** {@code https://} and the like in front. */
    SCHEME(true),
    /** A slash and what follows. */
    PATH(true),
    /** A colon and what follows. */
    PORT(true),
    BLANK(true),
    EMPTY(false),
    /** A label, the text between two dots, without a character or with more than 63. */
    LABEL_LENGTH(false),
    /** A label that does not start with a letter. */
    LABEL_START(false),
    /** A label that ends in neither letter nor digit. */
    LABEL_END(false),
    /** A character other than letter, digit and hyphen. */
    LABEL_CHARACTER(false),
    /** More than 64 characters, the most a certificate holds as common name. */
    TOO_LONG(false);

    private final boolean partOfUrl;

    Kind(boolean partOfUrl) {
      this.partOfUrl = partOfUrl;
    }

    /** Whether the text is an address instead of a name, so that every connection fails. */
    public boolean isPartOfUrl() {
      return partOfUrl;
    }
  }

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 64;
  private static final Pattern SCHEME = Pattern.compile("^\\s*[A-Za-z][A-Za-z0-9+.-]*://");
  private static final Pattern PATH = Pattern.compile("[/?#\\\\].*", Pattern.DOTALL);
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern PORT = Pattern.compile(":.*", Pattern.DOTALL);
  private static final Pattern STRANGE = Pattern.compile("[^A-Za-z0-9-]");

  /** The first thing that is wrong with {@code text}. IP addresses are fine. */
  public static Optional<HostNameProblem> of(String text) {
    if (HostName.isIpLiteral(text)) {
      return Optional.empty();
    }
    return urlPart(text)
        .or(() -> text.isEmpty() ? Optional.of(problem(Kind.EMPTY, 0, 0)) : label(text));
  }

  private static Optional<HostNameProblem> urlPart(String text) {
    Matcher scheme = SCHEME.matcher(text);
    int start = scheme.find() ? scheme.end() : 0;
    Optional<TextRange> path = find(PATH, text, start);
    int end = path.map(TextRange::start).orElse(text.length());
    String name = text.substring(start, end).strip();
    boolean literal = HostName.isIpLiteral(name);
    int bracket = text.substring(0, end).lastIndexOf(']');
    Optional<TextRange> port =
        literal ? Optional.empty() : find(PORT, text.substring(0, end), Math.max(start, bracket));
    int nameEnd = port.map(TextRange::start).orElse(end);
    Optional<TextRange> blank = find(BLANK, text, 0);
    String bare = unbracketed(text.substring(start, nameEnd).strip());
    List<TextEdit> repair =
        bare.isEmpty() || BLANK.matcher(bare).find()
            ? List.of()
            : List.of(new TextEdit(new TextRange(0, text.length()), bare));
    if (start > 0) {
      return Optional.of(new HostNameProblem(Kind.SCHEME, new TextRange(0, start), repair));
    }
    return path.map(range -> new HostNameProblem(Kind.PATH, range, repair))
        .or(() -> port.map(range -> new HostNameProblem(Kind.PORT, range, repair)))
        .or(() -> blank.map(range -> new HostNameProblem(Kind.BLANK, range, repair)));
  }

  private static String unbracketed(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed && HostName.isIpv6(host.substring(1, host.length() - 1))
        ? host.substring(1, host.length() - 1)
        : host;
  }

  private static Optional<HostNameProblem> label(String text) {
    if (!unbracketed(text).equals(text)) {
      List<TextEdit> repair =
          List.of(new TextEdit(new TextRange(0, text.length()), unbracketed(text)));
      return Optional.of(
          new HostNameProblem(Kind.LABEL_CHARACTER, TextRange.ofLength(0, 1), repair));
    }
    int start = 0;
    for (String label : text.split("\\.", -1)) {
      Optional<TextRange> strange = find(STRANGE, text.substring(0, start + label.length()), start);
      if (label.isEmpty() || label.length() > LONGEST_LABEL) {
        return Optional.of(problem(Kind.LABEL_LENGTH, start, label.length()));
      } else if (strange.isPresent()) {
        return Optional.of(new HostNameProblem(Kind.LABEL_CHARACTER, strange.get(), List.of()));
      } else if (!isLetter(label.charAt(0))) {
        return Optional.of(problem(Kind.LABEL_START, start, 1));
      } else if (label.endsWith("-")) {
        return Optional.of(problem(Kind.LABEL_END, start + label.length() - 1, 1));
      }
      start += label.length() + 1;
    }
    return text.length() > LONGEST_NAME
        ? Optional.of(problem(Kind.TOO_LONG, 0, text.length()))
        : Optional.empty();
  }

  private static Optional<TextRange> find(Pattern pattern, String text, int from) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find(from)
        ? Optional.of(new TextRange(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  private static HostNameProblem problem(Kind kind, int start, int length) {
    return new HostNameProblem(kind, TextRange.ofLength(start, length), List.of());
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
