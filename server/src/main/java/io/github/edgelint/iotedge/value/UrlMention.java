package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A URL somewhere in a text, as far as it says who is called.
 *
 * @param scheme in lower case
 * @param host without the brackets of an IPv6 address, as written
 * @param hostRange where the host stands in the text
 */
public record UrlMention(String scheme, String host, TextRange hostRange) {

  private static final String SEPARATOR = "://";
  private static final String END_OF_AUTHORITY = "/?#\"'`<>\\,;|";

  /** All URLs of a text that name a host, in order. */
  public static List<UrlMention> in(String text) {
    List<UrlMention> found = new ArrayList<>();
    for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) {
      int schemeStart = at;
      while (schemeStart > 0 && isSchemeChar(text.charAt(schemeStart - 1))) {
        schemeStart--;
      }
      int start = at + SEPARATOR.length();
      int end = start;
      while (end < text.length() && !isEnd(text.charAt(end))) {
        end++;
      }
      TextRange host = host(text, start, end);
      if (schemeStart < at && !host.isEmpty()) {
        String scheme = text.substring(schemeStart, at).toLowerCase(Locale.ROOT);
        found.add(new UrlMention(scheme, host.of(text), host));
      }
    }
    return found;
  }

  /** The host between user and port of an authority. */
  private static TextRange host(String text, int start, int end) {
    int from = start;
    for (int i = start; i < end; i++) {
      from = text.charAt(i) == '@' ? i + 1 : from;
    }
    boolean bracketed = from < end && text.charAt(from) == '[';
    int first = bracketed ? from + 1 : from;
    int last = first;
    while (last < end && text.charAt(last) != (bracketed ? ']' : ':')) {
      last++;
    }
    return bracketed && last == end ? TextRange.at(first) : new TextRange(first, last);
  }

  private static boolean isSchemeChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '-'
        || c == '.';
  }

  private static boolean isEnd(char c) {
    return c <= ' ' || END_OF_AUTHORITY.indexOf(c) >= 0;
  }
}
