package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE300: a file for a device without any way of provisioning. */
final class ProvisioningMissing extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE300", "provisioning-missing", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    boolean forDevice = isForDevice(document) || document.isNamedAs(DEVICE_CONFIG);
    ObjectNode root = config.tree().root().asObject().orElseThrow();
    boolean misspelt = Misspelling.isOff(document, root, "provisioning", context);
    if (!forDevice || config.provisioning().isPresent() || misspelt) {
      return;
    }
    List<CommentedToml.Header> menu = config.comments().headers("provisioning");
    boolean untouched = !menu.isEmpty() && config.tree().root().members().isEmpty();
    Message message =
        Message.of(
            "No provisioning block is active; `iotedge config apply` stops with `missing field"
                + " provisioning`, and the device stays as it was.");
    context.report(
        Finding.of(INFO, document, range(document, menu), message)
            .withSeverity(untouched ? Severity.WARNING : Severity.ERROR)
            .withFix(
                fix(
                    document,
                    "Add a provisioning block with a connection string",
                    ProvisioningBlock.byConnectionString()))
            .withFix(
                fix(
                    document,
                    "Add a provisioning block for DPS with a symmetric key",
                    ProvisioningBlock.byService())));
  }

  private static Fix fix(Document document, String title, ProvisioningBlock block) {
    return Fix.placeholder(title, document, () -> block.addTo(document.tree()));
  }

  private static TextRange range(Document document, List<CommentedToml.Header> menu) {
    return menu.isEmpty() ? document.source().lines().line(0) : menu.get(0).range();
  }
}
