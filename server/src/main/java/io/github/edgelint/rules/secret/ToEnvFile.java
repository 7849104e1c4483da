package io.github.edgelint.rules.secret;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Moves a secret of a template to the {@code .env} beside it, which tools paste back when they
 * build the manifest. They paste it unescaped, so a secret that JSON, a shell or a reader of {@code
 * .env} reads in another way stays where it is.
 */
final class ToEnvFile {

  private static final Pattern PLAIN = Pattern.compile("[!%&(-~&&[^\\\\`]]+");
  private static final int MOST_NAMES = 100;

  private ToEnvFile() {}

  /**
   * The fix.
   *
   * @param template the template
   * @param secret where the secret stands, in offsets of the template
   * @param wanted the name of the variable; another one is taken where that is in use
   */
  static Optional<Fix> fix(
      RuleContext context, Document template, TextRange secret, String wanted) {
    TemplateBuild build = TemplateBuild.of(context.snapshot(), template);
    String value = secret.of(template.source().text());
    Optional<String> name = free(build, plainName(wanted), value);
    Optional<DocPath> folder = template.path().parent();
    if (name.isEmpty() || folder.isEmpty() || !PLAIN.matcher(value).matches()) {
      return Optional.empty();
    }
    String variable = "${" + name.get() + "}";
    TextEdit replaced = new TextEdit(secret, variable);
    DocumentEdit inTemplate = new DocumentEdit(template.path(), List.of(replaced), false);
    boolean known = build.variables().containsKey(name.get());
    String line = name.get() + "=" + value;
    return Optional.of(
        Fix.across(
            known ? "Use `" + variable + "` of `.env`" : "Move to `.env` as `" + variable + "`",
            Applicability.UNSAFE,
            () ->
                known
                    ? List.of(inTemplate)
                    : List.of(
                        build
                            .variablesFile()
                            .map(file -> appended(file, line))
                            .orElseGet(
                                () ->
                                    DocumentEdit.create(
                                        folder.get().resolve(TemplateBuild.VARIABLES),
                                        line + template.source().lineBreak())),
                        inTemplate)));
  }

  private static DocumentEdit appended(Document file, String line) {
    String text = file.source().text();
    String lineBreak = file.source().lineBreak();
    boolean begun = !text.isEmpty() && !text.endsWith("\n");
    return new DocumentEdit(
        file.path(),
        List.of(TextEdit.insert(text.length(), (begun ? lineBreak : "") + line + lineBreak)),
        false);
  }

  /** The first name that stands for nothing else. */
  private static Optional<String> free(TemplateBuild build, String wanted, String value) {
    for (int i = 1; i <= MOST_NAMES; i++) {
      String name = i == 1 ? wanted : wanted + "_" + i;
      TemplateBuild.Variable known = build.variables().get(name);
      if (known == null || known.value().equals(value)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static String plainName(String wanted) {
    String name = wanted.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
