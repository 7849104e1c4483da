package io.github.edgelint.lsp;

/** Markdown for editors that show text as it is. */
final class PlainText {

  private PlainText() {}

  /** The text without marks of emphasis and code, and without the fences of code blocks. */
  static String of(String markdown) {
    StringBuilder text = new StringBuilder(markdown.length());
    boolean code = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        code = !code;
      } else {
        text.append(code ? "    " + line : plain(line)).append('\n');
      }
    }
    return text.toString().strip();
  }

  private static String plain(String line) {
    String heading = line.replaceFirst("^#{1,6} ", "");
    return heading.replace("**", "").replace("`", "");
  }
}
