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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The change of a file as a unified diff. It is for people: secrets in it are masked. */
final class Patch {

  private static final int CONTEXT = 3;
  // Lines around a change may hold secrets that only their names tell.
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(
          "((?:password|secret|token|key|pk|pin|value)[\"']?\\s*[:=]\\s*)(\"[^\"]*\"|'[^']*')",
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
    List<String> old = lines(path, before);
    List<String> shown = new ArrayList<>();
    for (String line :
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isEmpty() ? "/dev/null" : shown("a", name),
            after.isEmpty() ? "/dev/null" : shown("b", name),
            old,
            DiffUtils.diff(old, lines(path, after)),
            CONTEXT)) {
      shown.add(
          line.startsWith(" ")
              ? CONFIDENTIAL.matcher(line).replaceAll("$1\"" + Secrets.MASK + "\"")
              : line);
    }
    return shown;
  }

  private static String shown(String side, String name) {
    return side + (name.startsWith("/") ? "" : "/") + name;
  }

  private static List<String> lines(DocPath path, Optional<String> text) {
    return text.map(found -> masked(path, found).lines().toList()).orElse(List.of());
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
