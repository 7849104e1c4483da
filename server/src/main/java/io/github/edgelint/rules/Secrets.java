package io.github.edgelint.rules;

import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds what must not leave a file: user information of URLs, keys of connection strings and shared
 * access signatures. It works on any text, however broken, so that nothing slips through because a
 * value did not parse.
 */
public final class Secrets {

  /** Stands where a secret stood. */
  public static final String MASK = "…";

  private static final String[] NAMES = {
    "sharedaccesskey=",
    "accountkey=",
    "sharedaccesssignature=",
    "sharedsecret=",
    "sig=",
    "password=",
    "pwd=",
  };

  private Secrets() {}

  /** The text with every secret replaced by {@link #MASK}. */
  public static String mask(String text) {
    if (!mayHoldSecret(text)) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int done = 0;
    for (TextRange secret : find(text)) {
      masked.append(text, done, secret.start()).append(MASK);
      done = secret.end();
    }
    return masked.append(text, done, text.length()).toString();
  }

  private static boolean mayHoldSecret(String text) {
    return text.indexOf('@') >= 0 || text.indexOf('=') >= 0;
  }

  /** Where the secrets of a text stand, in order, not overlapping. */
  public static List<TextRange> find(String text) {
    List<TextRange> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      lower = text;
    }
    int from = 0;
    while (from < text.length()) {
      TextRange next = first(text, lower, from);
      if (next == null) {
        return found;
      }
      found.add(next);
      from = Math.max(next.end(), from + 1);
    }
    return found;
  }

  private static TextRange first(String text, String lower, int from) {
    TextRange first = userinfo(text, from);
    for (String name : NAMES) {
      int at = lower.indexOf(name, from);
      while (at > 0 && Character.isLetter(lower.charAt(at - 1))) {
        at = lower.indexOf(name, at + 1);
      }
      if (at >= 0 && (first == null || at < first.start())) {
        int start = at + name.length();
        int end = valueEnd(text, start);
        if (end > start) {
          first = new TextRange(start, end);
        }
      }
    }
    return first;
  }

  /** Everything from the scheme (or the start of the word) to the last {@code @} of the word. */
  private static TextRange userinfo(String text, int from) {
    for (int at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
      int word = at;
      while (word > from && !isBlankOrQuote(text.charAt(word - 1))) {
        word--;
      }
      int end = at;
      while (end < text.length() && !isBlankOrQuote(text.charAt(end))) {
        end++;
      }
      int last = text.lastIndexOf('@', end - 1);
      int scheme = text.indexOf("://", word);
      int start = scheme >= 0 && scheme < last ? scheme + 3 : word;
      int colon = text.indexOf(':', start);
      // A mail address or a digest has no secret: only what follows a scheme, or user:password@.
      boolean digest = text.startsWith("@sha256:", last) && scheme < 0;
      if (last > start && !digest && (start > word || (colon >= 0 && colon < last))) {
        return new TextRange(start, last);
      }
      at = Math.max(at, end - 1);
    }
    return null;
  }

  private static int valueEnd(String text, int start) {
    int end = start;
    while (end < text.length()
        && ";&,".indexOf(text.charAt(end)) < 0
        && !isBlankOrQuote(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlankOrQuote(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '`';
  }
}
