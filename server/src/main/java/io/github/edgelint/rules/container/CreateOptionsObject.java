package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;

/** EDGE603: create options as an object in a manifest that goes to devices. */
final class CreateOptionsObject extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE603", "createoptions-object", Severity.WARNING, MANIFEST, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    if (container.module().isEmpty()
        || container.document().isTemplate()
        || options.form() != CreateOptions.Form.OBJECT
        || options.isEmpty()) {
      return;
    }
    Member member = options.pieces().get(0);
    context.report(
        Finding.of(
                INFO,
                container.document(),
                member.key().range(),
                Message.of(
                    "The agent accepts `createOptions` as an object, but `az iot edge` validation"
                        + " does not, and its keys fall under the key rules of twins; write it as"
                        + " text."))
            .about(member.range())
            .withFix(
                Fix.safe(
                    "Write as text",
                    container.document(),
                    () ->
                        new CreateOptionsEdits(container.document(), container.module().get())
                            .asText())));
  }
}
