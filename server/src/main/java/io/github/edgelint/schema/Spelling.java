package io.github.edgelint.schema;

/** How the name of a key may be written differently and still be the same word. */
final class Spelling {

  private Spelling() {}

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
