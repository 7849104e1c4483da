package io.github.edgelint.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The change of a file as a unified diff, which {@code patch} and {@code git apply} take. Secrets
 * in it are masked; where it has some, it is for people only.
 */
final class Patch {

  private static final int CONTEXT = 3;
  private static final String NO_END = "\\ No newline at end of file";
  // Stands at the end of a line without an end while lines are compared; no text file holds it.
  private static final String UNENDED = "\0unended";
  // What a tree does not tell: secrets in comments and in text that did not parse.
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(
          "(?:password|secret|token|(?:_pk|key)[\"']?\\s*=\\s*\\{\\s*value)[\"']?"
              + "\\s*[:=]\\s*(?:\"([^\"]*)\"?|'([^']*)'?)",
          Pattern.CASE_INSENSITIVE);

  private Patch() {}

  /**
   * The lines of the diff.
   *
   * @param name the file as it is shown
   * @param before its text; empty where there is no such file yet
   * @param after its text; empty where it is deleted
   */
  static List<String> of(
      String name, DocPath path, Optional<String> before, Optional<String> after) {
    Optional<String> maskedBefore = before.map(text -> masked(path, text));
    Optional<String> maskedAfter = after.map(text -> masked(path, text));
    // With less around it, a change beside a secret can be applied.
    for (int context = CONTEXT; context > 0; context--) {
      List<String> masked = of(name, maskedBefore, maskedAfter, context);
      if (masked.equals(of(name, before, after, context))) {
        return masked;
      }
    }
    return of(name, maskedBefore, maskedAfter, CONTEXT);
  }

  private static List<String> of(
      String name, Optional<String> before, Optional<String> after, int context) {
    List<String> old = lines(before);
    List<String> shown = new ArrayList<>();
    for (String line :
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isEmpty() ? "/dev/null" : shown("a", name),
            after.isEmpty() ? "/dev/null" : shown("b", name),
            old,
            DiffUtils.diff(old, lines(after)),
            context)) {
      if (line.endsWith(UNENDED)) {
        shown.add(line.substring(0, line.length() - UNENDED.length()));
        shown.add(NO_END);
      } else {
        shown.add(line);
      }
    }
    return shown;
  }

  /**
   * As git writes and reads it: quoted where it could be taken for something else, or steer a
   * terminal; with a tab behind it where it has blanks.
   */
  private static String shown(String side, String name) {
    String path = side + (name.startsWith("/") ? "" : "/") + name;
    if (path.chars().noneMatch(Patch::needsQuotes)) {
      return path + (path.contains(" ") ? "\t" : "");
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      if (b < ' ' || b == 0x7f) {
        quoted.append("\\%03o".formatted(b & 0xff));
      } else {
        quoted.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean needsQuotes(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || c == '"'
        || c == '\\';
  }

  /** The lines as other tools count them: a carriage return is a part of its line. */
  private static List<String> lines(Optional<String> text) {
    if (text.isEmpty() || text.get().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.get().split("\n", -1)));
    String last = lines.remove(lines.size() - 1);
    if (!last.isEmpty()) {
      lines.add(last + UNENDED);
    }
    return lines;
  }

  private static String masked(DocPath path, String text) {
    SourceText source = SourceText.of(text);
    List<TextRange> secrets = new ArrayList<>();
    LineIndex lines = source.lines();
    boolean variables = path.name().equals(TemplateBuild.VARIABLES);
    for (int number = 0; number < lines.lineCount(); number++) {
      TextRange line = lines.line(number);
      int equals = line.of(text).indexOf('=');
      if (variables && equals >= 0) {
        secrets.add(new TextRange(line.start() + equals + 1, line.end()));
      } else {
        Secrets.find(line.of(text)).forEach(secret -> secrets.add(secret.shift(line.start())));
        Matcher named = CONFIDENTIAL.matcher(line.of(text));
        while (named.find()) {
          int group = named.start(1) >= 0 ? 1 : 2;
          secrets.add(new TextRange(named.start(group), named.end(group)).shift(line.start()));
        }
      }
    }
    if (!variables) {
      secrets.addAll(Secrets.in(Document.of(path, source).tree()));
    }
    secrets.sort(null);
    List<TextEdit> edits = new ArrayList<>();
    int done = 0;
    for (TextRange secret : secrets) {
      // What stands for a secret is none.
      if (secret.start() >= done
          && !secret.isEmpty()
          && Placeholders.isConcrete(secret.of(text), Placeholders.Place.CREDENTIAL)) {
        edits.add(new TextEdit(secret, Secrets.MASK));
        done = secret.end();
      }
    }
    return TextEdit.apply(text, edits);
  }
}
