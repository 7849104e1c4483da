package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code .gitignore}. Source: gitignore(5). */
final class IgnoreFile {

  static final String NAME = ".gitignore";

  private record Line(Glob glob, boolean keeps) {}

  private final DocPath folder;
  private final List<Line> lines;

  private IgnoreFile(DocPath folder, List<Line> lines) {
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * @param folder where the file lies
   */
  static IgnoreFile of(DocPath folder, String text) {
    List<Line> lines = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = withoutBlanksAtEnd(raw);
      boolean keeps = line.startsWith("!");
      String pattern = keeps ? line.substring(1) : line;
      if (!pattern.isEmpty() && !line.startsWith("#")) {
        lines.add(new Line(Glob.withoutBraces(pattern), keeps));
      }
    }
    return new IgnoreFile(folder, lines);
  }

  /** Blanks at the end count only behind a backslash. */
  private static String withoutBlanksAtEnd(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * Whether git ignores the file or folder; empty where no line speaks about it. The last line that
   * does decides. What lies in an ignored folder is ignored, whatever its name: whoever walks does
   * not enter it.
   */
  Optional<Boolean> ignores(DocPath path, boolean isFolder) {
    String relative = path.relativeTo(folder);
    for (int at = lines.size() - 1; at >= 0; at--) {
      Line line = lines.get(at);
      if (line.glob().matchesItself(relative, isFolder)) {
        return Optional.of(!line.keeps());
      }
    }
    return Optional.empty();
  }
}
