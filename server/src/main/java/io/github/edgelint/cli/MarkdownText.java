package io.github.edgelint.cli;

/**
 * Shows the Markdown of our own pages on a terminal: headings, code, bold; nothing more is used
 * there.
 */
record MarkdownText(Ansi ansi) {

  /** The page as lines of text. */
  String render(String markdown) {
    StringBuilder text = new StringBuilder(markdown.length() + 256);
    boolean fenced = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        fenced = !fenced;
        String[] words = line.substring(3).strip().split("\\s+", 3);
        if (fenced && words.length == 3) {
          boolean bad = words[1].equals("bad");
          text.append("  ")
              .append(bad ? ansi.red("✗ " + words[2]) : ansi.green("✓ " + words[2]))
              .append('\n');
        }
      } else if (fenced) {
        text.append("    ").append(ansi.cyan(line)).append('\n');
      } else if (line.startsWith("#")) {
        text.append(ansi.bold(line.replaceFirst("^#+\\s*", ""))).append('\n');
      } else {
        text.append(inline(line)).append('\n');
      }
    }
    return text.toString();
  }

  private String inline(String line) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (int open = line.indexOf('`'); open >= 0; open = line.indexOf('`', done)) {
      int close = line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      text.append(line, done, open);
      String code = line.substring(open + 1, close);
      text.append(ansi.on() ? ansi.cyan(code) : "`" + code + "`");
      done = close + 1;
    }
    return text.append(line.substring(done)).toString().replace("**", "");
  }
}
