package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.SETTINGS;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.SettingsProblem;
import java.util.List;
import java.util.Optional;

/** EDGE910: a part of the settings that does not fit. */
final class SettingsInvalid implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE910", "settings-invalid", Severity.ERROR, SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (SettingsProblem problem : context.snapshot().settingsProblems(document.path())) {
      String last = problem.key().substring(problem.key().lastIndexOf('.') + 1);
      Optional<String> near =
          problem.kind() == SettingsProblem.Kind.UNKNOWN_KEY
              ? NearestName.of(last, problem.expected())
              : Optional.empty();
      Finding finding =
          Finding.of(
              INFO,
              document,
              problem.range(),
              Message.of(
                  "{what}; this part of `.edgelint.toml` is ignored.",
                  "what",
                  near.isPresent()
                      ? "`" + problem.key() + "` is no setting, did you mean `" + near.get() + "`?"
                      : what(problem)));
      context.report(
          near.isEmpty()
              ? finding
              : finding.withFix(
                  Fix.unsafe(
                      "Rename to `" + near.get() + "`",
                      document,
                      () -> List.of(new TextEdit(problem.range(), near.get())))));
    }
  }

  private static String what(SettingsProblem problem) {
    String expected = String.join(", ", problem.expected());
    return switch (problem.kind()) {
      case SYNTAX -> "This is no TOML (" + expected + ")";
      case UNKNOWN_KEY -> "`" + problem.key() + "` is no setting (there are " + expected + ")";
      case WRONG_TYPE -> "`" + problem.key() + "` must be " + expected;
      case VALUE_NOT_ALLOWED ->
          "`" + problem.key() + "` has another value than those allowed (" + expected + ")";
    };
  }
}
