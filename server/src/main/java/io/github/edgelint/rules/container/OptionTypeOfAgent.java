package io.github.edgelint.rules.container;

import static io.github.edgelint.schema.ValueType.ARRAY;
import static io.github.edgelint.schema.ValueType.OBJECT;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EDGE604: an option whose type makes the agent refuse the whole deployment. */
final class OptionTypeOfAgent extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE604", "createoptions-type-agent", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    if (container.module().isEmpty()) {
      return;
    }
    for (OptionTypes.Wrong wrong : OptionTypes.of(container, "agent")) {
      Finding finding =
          Finding.of(
              INFO,
              container.document(),
              container.file(wrong.value().range()),
              Message.of(
                  "`{path}` must be {expected} but is {actual}; the agent refuses the whole"
                      + " deployment (400), not only {module}.",
                  "path",
                  wrong.path().toDotted(),
                  "expected",
                  wrong.expected(),
                  "actual",
                  wrong.actual(),
                  "module",
                  container.owner()));
      context.report(finding.withFix(fix(container, wrong)));
    }
  }

  private static Optional<Fix> fix(Container container, OptionTypes.Wrong wrong) {
    JsonEditor editor = container.editor();
    ConfigNode value = wrong.value();
    String key = wrong.path().last();
    Optional<ItemForm> form = ItemForm.of(wrong.path(), value);
    if (form.isPresent() && wrong.types().contains(form.get().isItem() ? OBJECT : ARRAY)) {
      return Optional.of(
          container.fix(
              form.get().title(),
              form.get().applicability(),
              () -> editor.set(value, form.get().written())));
    }
    if (wrong.types().equals(Set.of(ARRAY))
        && key.equalsIgnoreCase("Env")
        && value instanceof ObjectNode) {
      return Optional.of(
          container.fix("Write `[\"A=b\"]`", Applicability.SAFE, () -> asList(editor, value)));
    }
    if (wrong.types().equals(Set.of(ARRAY))
        && OptionTypes.fitsAsItem(container, value, wrong.path())) {
      TextRange range = value.range();
      return Optional.of(
          container.fix(
              "Wrap in a list",
              Applicability.SAFE,
              () ->
                  List.of(TextEdit.insert(range.start(), "["), TextEdit.insert(range.end(), "]"))));
    }
    if (key.equalsIgnoreCase("ExposedPorts") && value instanceof ArrayNode ports) {
      return Optional.of(
          container.fix(
              "Write `{\"80/tcp\": {}}`", Applicability.SAFE, () -> asMap(editor, ports)));
    }
    if (wrong.types().contains(ValueType.INTEGER)) {
      return value
          .asText()
          .flatMap(OptionTypeOfAgent::bytes)
          .map(
              bytes ->
                  container.fix(
                      "Write " + bytes + " bytes",
                      Applicability.SAFE,
                      () -> editor.set(value, NewValue.literal(bytes))));
    }
    return Optional.empty();
  }

  private static List<TextEdit> asList(JsonEditor editor, ConfigNode map) {
    List<NewValue> items = new ArrayList<>();
    for (Member member : map.members()) {
      if (!(member.value() instanceof ScalarNode scalar)) {
        return List.of();
      }
      items.add(NewValue.text(member.name() + "=" + scalar.text()));
    }
    return editor.set(map, new NewValue.Items(items));
  }

  private static List<TextEdit> asMap(JsonEditor editor, ArrayNode ports) {
    Map<String, NewValue> map = new LinkedHashMap<>();
    for (ConfigNode port : ports.items()) {
      if (!(port instanceof ScalarNode scalar)) {
        return List.of();
      }
      String name = scalar.text();
      map.put(name.contains("/") ? name : name + "/tcp", NewValue.literal("{}"));
    }
    return editor.set(ports, new NewValue.Members(map));
  }

  /** {@code 256m} and {@code 1g} as the engine's command line reads them. */
  private static Optional<String> bytes(String text) {
    if (!text.matches("\\d{1,9}[bkmgBKMG][bB]?")) {
      return Optional.empty();
    }
    int letter = 0;
    while (Character.isDigit(text.charAt(letter))) {
      letter++;
    }
    long number = Long.parseLong(text.substring(0, letter));
    long factor =
        switch (Character.toLowerCase(text.charAt(letter))) {
          case 'k' -> 1024L;
          case 'm' -> 1024L * 1024;
          case 'g' -> 1024L * 1024 * 1024;
          default -> 1L;
        };
    return Optional.of(Long.toString(number * factor));
  }
}
