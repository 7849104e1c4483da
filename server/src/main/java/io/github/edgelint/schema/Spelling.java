package io.github.edgelint.schema;

import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import java.util.Optional;

/** How the name of a key may be written differently and still be the same word. */
public final class Spelling {

  private Spelling() {}

  /**
   * The key of an object that differs from one it lacks in nothing but letter case and underscores:
   * then that one is not missing but misspelt.
   */
  public static Optional<Member> other(ObjectNode object, String key) {
    return object.member(key).isPresent()
        ? Optional.empty()
        : object.members().stream().filter(member -> isSame(member.name(), key)).findFirst();
  }

  /** Whether two names differ in nothing but letter case and underscores. */
  public static boolean isSame(String name, String other) {
    return loose(name).equals(loose(other));
  }

  /**
   * The name in lower case (ASCII) without underscores: {@code image_Pull_policy} is {@code
   * imagePullPolicy}.
   */
  static String loose(String name) {
    StringBuilder result = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        result.append((char) (c + 32));
      } else if (c != '_') {
        result.append(c);
      }
    }
    return result.toString();
  }
}
