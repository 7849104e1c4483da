package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE605: an option whose type makes aziot-edged refuse the container. */
final class OptionTypeOfEdged extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE605", "createoptions-type-engine", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    if (container.module().isEmpty()) {
      return;
    }
    for (OptionTypes.Wrong wrong : OptionTypes.of(container, "edged")) {
      Finding finding =
          Finding.of(
              INFO,
              container.document(),
              container.file(wrong.value().range()),
              Message.of(
                  "`{path}` must be {expected}; aziot-edged refuses it and {module} never starts.",
                  "path",
                  wrong.path().toDotted(),
                  "expected",
                  wrong.expected(),
                  "module",
                  container.owner()));
      context.report(finding.withFix(fix(container, wrong)));
    }
  }

  private static Optional<Fix> fix(Container container, OptionTypes.Wrong wrong) {
    ConfigNode value = wrong.value();
    if (wrong.types().contains(ValueType.ARRAY) && value.asText().isPresent()) {
      return Optional.of(
          container.fix(
              "Split into a list",
              Applicability.UNSAFE,
              () -> {
                List<NewValue> words = new ArrayList<>();
                for (String word : value.asText().orElseThrow().strip().split("\\s+")) {
                  words.add(NewValue.text(word));
                }
                return container.editor().set(value, new NewValue.Items(words));
              }));
    }
    Optional<Member> member = container.options().tree().memberOf(value);
    boolean isNull = value instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.NULL;
    return isNull && member.isPresent()
        ? Optional.of(
            container.fix(
                "Remove the entry",
                Applicability.UNSAFE,
                () -> container.editor().remove(member.get())))
        : Optional.empty();
  }
}
