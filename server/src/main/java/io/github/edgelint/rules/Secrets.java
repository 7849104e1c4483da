package io.github.edgelint.rules;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
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

  /** How people end the names of variables and settings that hold a secret. */
  private static final List<String> SECRET_ENDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "accesskey",
          "access_key",
          "accountkey",
          "account_key",
          "connectionstring",
          "connection_string");

  /** Tables whose {@code value} is a secret. */
  private static final List<String> SECRET_TABLES = List.of("device_id_pk", "symmetric_key");

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

  /**
   * Where values stand that are secrets because of the key that holds them.
   *
   * @return offsets of the file, in order
   */
  public static List<TextRange> in(ConfigTree tree) {
    List<TextRange> found = new ArrayList<>();
    collect(tree.root(), "", found);
    found.sort(null);
    return found;
  }

  private static void collect(ConfigNode node, String parent, List<TextRange> found) {
    for (Member member : node.members()) {
      if (!(member.value() instanceof ScalarNode value)) {
        collect(member.value(), member.name(), found);
      } else if (isSecret(member.name(), parent) && !value.text().isEmpty()) {
        found.add(value.contentRange());
      }
    }
    for (ConfigNode item : node.items()) {
      collect(item, parent, found);
    }
  }

  private static boolean isSecret(String key, String parent) {
    return key.equalsIgnoreCase("value")
        ? isOneOf(SECRET_TABLES, parent) || isNamedSecret(parent)
        : isNamedSecret(key);
  }

  private static boolean isOneOf(List<String> names, String key) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(key)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedSecret(String name) {
    if (name.isEmpty()) {
      return false;
    }
    char last = Character.toLowerCase(name.charAt(name.length() - 1));
    for (int i = 0; i < SECRET_ENDS.size(); i++) {
      String end = SECRET_ENDS.get(i);
      // The last letter tells nearly all names apart.
      if (end.charAt(end.length() - 1) == last
          && name.regionMatches(true, name.length() - end.length(), end, 0, end.length())) {
        return true;
      }
    }
    return false;
  }

  /** The text with every secret replaced by {@link #MASK}. */
  public static String mask(String text) {
    List<TextRange> secrets = find(text);
    if (secrets.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int done = 0;
    for (TextRange secret : secrets) {
      masked.append(text, done, secret.start()).append(MASK);
      done = secret.end();
    }
    return masked.append(text, done, text.length()).toString();
  }

  private static boolean mayHoldSecret(String text) {
    return text.indexOf('@') >= 0 || text.indexOf('=') >= 0 || text.contains("PRIVATE KEY-----");
  }

  /** Where the secrets of a text stand, in order, not overlapping. */
  public static List<TextRange> find(String text) {
    if (!mayHoldSecret(text)) {
      return List.of();
    }
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
    TextRange first = userinfo(text, lower, from);
    int key = text.indexOf("PRIVATE KEY-----", from);
    if (key >= 0 && (first == null || key < first.start())) {
      first = new TextRange(key + "PRIVATE KEY-----".length(), text.length());
    }
    for (String name : NAMES) {
      int at = lower.indexOf(name, from);
      while (at > 0 && Character.isLetter(lower.charAt(at - 1))) {
        at = lower.indexOf(name, at + 1);
      }
      if (at >= 0 && (first == null || at < first.start())) {
        int start = at + name.length();
        int end = valueEnd(text, start, name.equals("sig="));
        if (end > start) {
          first = new TextRange(start, end);
        }
      }
    }
    return first;
  }

  /** Everything from the scheme (or the start of the word) to the last {@code @} of the word. */
  private static TextRange userinfo(String text, String lower, int from) {
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
        // A key before the at sign may go on behind it.
        boolean key = holdsName(lower, start, last);
        return new TextRange(start, key ? end : last);
      }
      at = Math.max(at, end - 1);
    }
    return null;
  }

  private static boolean holdsName(String lower, int start, int end) {
    for (String name : NAMES) {
      int at = lower.indexOf(name, start);
      if (at >= 0 && at < end) {
        return true;
      }
    }
    return false;
  }

  /** A key goes on to the end of the word, whatever is in it; a signature is a part of a query. */
  private static int valueEnd(String text, int start, boolean inQuery) {
    int end = start;
    while (end < text.length()
        && !(inQuery && startsParameter(text, end))
        && !isBlankOrQuote(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean startsParameter(String text, int at) {
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.charAt(at) == '&' && end > at + 1 && end < text.length() && text.charAt(end) == '=';
  }

  private static boolean isBlankOrQuote(char c) {
    // A single quote may be part of a password.
    return c <= ' ' || c == '"' || c == '`';
  }
}
