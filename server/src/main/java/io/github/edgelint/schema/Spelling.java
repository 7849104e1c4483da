package io.github.edgelint.schema;

import io.github.edgelint.syntax.ObjectNode;

/** How the name of a key may be written differently and still be the same word. */
public final class Spelling {

  private Spelling() {}

  /**
   * Whether an object lacks a key and has one that differs from it in nothing but letter case and
   * underscores: then the key is not missing but misspelt.
   */
  public static boolean isOff(ObjectNode object, String key) {
    return object.member(key).isEmpty()
        && object.members().stream().anyMatch(member -> loose(member.name()).equals(loose(key)));
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
