package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE340: an edgeAgent under another name. */
final class AgentName extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE340", "agent-name", Severity.ERROR, DEVICE_CONFIG);

  private static final String NAME = "edgeAgent";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    config
        .string("agent", "name")
        .filter(name -> Placeholders.find(name.text()).isEmpty() && !name.text().equals(NAME))
        .ifPresent(
            name ->
                context.report(
                    Finding.of(
                            INFO,
                            document,
                            name.range(),
                            Message.of(
                                "The management API accepts only a container called `edgeAgent`;"
                                    + " with {value} the agent gets 403 and manages nothing.",
                                "value",
                                name.text().isEmpty() ? "an empty name" : "`" + name.text() + "`"))
                        .withFix(
                            Fix.safe(
                                "Set to `" + NAME + "`",
                                document,
                                () ->
                                    new TomlEditor(document.tree())
                                        .set(name, NewValue.text(NAME))))));
  }
}
