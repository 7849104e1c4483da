package io.github.edgelint.iotedge.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a mistyped one was meant to be. */
public final class NearestName {

  /**
   * Names below this length are near only within one change; otherwise everything short would
   * resemble everything.
   */
  private static final int SHORT = 5;

  private NearestName() {}

  /**
   * The known name within two changes of {@code name} (one when {@code name} has fewer than five
   * letters), letter case ignored. The nearest wins, then the first of {@code known}. A change is a
   * letter too many, missing or wrong, or two neighbours swapped.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    int limit = name.length() < SHORT ? 1 : 2;
    String nearest = null;
    int best = limit + 1;
    for (String candidate : known) {
      int distance = distance(lower(name), lower(candidate), best - 1);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Changes between two texts, counted no further than {@code limit}; {@code limit + 1} means more.
   * Letter case counts.
   */
  public static int distance(String a, String b, int limit) {
    if (limit < 0 || Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    Arrays.setAll(previous, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      int best = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int changes = Math.min(previous[j - 1] + wrong, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          changes = Math.min(changes, beforePrevious[j - 2] + 1);
        }
        current[j] = changes;
        best = Math.min(best, changes);
      }
      if (best > limit) {
        return limit + 1;
      }
      int[] spare = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = spare;
    }
    return Math.min(previous[b.length()], limit + 1);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
