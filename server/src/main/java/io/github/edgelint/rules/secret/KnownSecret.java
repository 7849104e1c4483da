package io.github.edgelint.rules.secret;

import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.text.TextRange;
import java.util.Locale;
import java.util.Optional;

/**
 * A key or signature inside a longer text.
 *
 * @param kind what it is, in words
 * @param range where the secret part stands in the text
 */
record KnownSecret(String kind, TextRange range) {

  private static final int SHORTEST = 20;

  /** The first secret of a text. Short values are samples and stand-ins. */
  static Optional<KnownSecret> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return Optional.empty();
    }
    int key = text.indexOf("-----BEGIN ");
    if (key >= 0 && text.indexOf("PRIVATE KEY-----", key) >= 0) {
      return Optional.of(new KnownSecret("a private key", new TextRange(key, text.length())));
    }
    return after(lower, "sharedaccesskey=", "a shared access key")
        .or(() -> after(lower, "accountkey=", "a storage account key"))
        .or(
            () ->
                isExpired(lower)
                    ? Optional.empty()
                    : after(lower, "sig=", "a shared access signature"));
  }

  /**
   * Whether the signature of a URL ended before this edgelint was made, so that it opens nothing.
   */
  private static boolean isExpired(String lower) {
    int end = Math.max(lower.indexOf("?se="), lower.indexOf("&se="));
    if (end < 0 || end + 14 > lower.length()) {
      return false;
    }
    String day = lower.substring(end + 4, end + 14);
    return day.matches("\\d{4}-\\d\\d-\\d\\d")
        && day.compareTo(ReleaseData.current().checkedOn().toString()) < 0;
  }

  private static Optional<KnownSecret> after(String lower, String name, String kind) {
    for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
      boolean wholeWord = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
      int start = at + name.length();
      int end = start;
      while (end < lower.length() && isBase64(lower.charAt(end))) {
        end++;
      }
      if (wholeWord && end - start >= SHORTEST) {
        return Optional.of(new KnownSecret(kind, new TextRange(start, end)));
      }
    }
    return Optional.empty();
  }

  /** Signatures stand percent-encoded in URLs. */
  private static boolean isBase64(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+/=%-_".indexOf(c) >= 0;
  }
}
