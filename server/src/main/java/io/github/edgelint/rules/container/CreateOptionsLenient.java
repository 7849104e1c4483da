package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.embedded.Leniency;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.List;
import java.util.Optional;

/** EDGE601: create options that only the agent's lenient reader takes. */
final class CreateOptionsLenient extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE601", "createoptions-lenient-json", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    Optional<EmbeddedJson> json = container.options().embedded();
    if (container.module().isEmpty() || json.isEmpty() || json.get().leniencies().isEmpty()) {
      return;
    }
    Leniency first = json.get().leniencies().get(0);
    context.report(
        container
            .finding(
                INFO,
                first.range(),
                Message.of(
                    "Only the agent's lenient reader accepts {form}; the portal, the build tools"
                        + " and other checkers stop here.",
                    "form",
                    first.form().words()))
            .withFix(
                container.fix(
                    "Write strict JSON",
                    Applicability.SAFE,
                    () -> json.get().strictEdits().orElse(List.of()))));
  }
}
