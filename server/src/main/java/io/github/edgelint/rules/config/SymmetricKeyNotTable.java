package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE305: the key of a device as plain text, where a table is read. */
final class SymmetricKeyNotTable extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE305", "symmetric-key-not-table", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Optional<Provisioning> provisioning =
        Provisioning.of(config).filter(table -> !table.isByConnectionString());
    if (provisioning.isPresent()) {
      for (String proof : List.of("authentication", "attestation")) {
        for (Member member : provisioning.get().table().get(proof).members()) {
          Optional<String> text = member.value().asText().filter(Placeholders::isConcrete);
          boolean key =
              member.name().equals("device_id_pk") || member.name().equals("symmetric_key");
          if (key && text.isPresent() && !isUnread(document, member)) {
            context.report(finding(document, member, text.get()));
          }
        }
      }
    }
  }

  private static boolean isUnread(Document document, Member member) {
    NodePath path = document.tree().pathOf(member.value());
    return document.schema().orElseThrow().lookup().isUnread(path);
  }

  private static Finding finding(Document document, Member member, String text) {
    String inside = text.startsWith("file:") || text.startsWith("pkcs11:") ? "uri" : "value";
    Message message =
        Message.of(
            "`{key}` must be a table `{ value = … }` or `{ uri = … }`; `iotedge config apply`"
                + " refuses the plain text without naming it.",
            "key",
            member.name());
    return Finding.of(INFO, document, member.value().range(), message)
        .withFix(
            Fix.safe(
                "Wrap in `{ " + inside + " = … }`", document, () -> wrap(member.value(), inside)));
  }

  private static List<TextEdit> wrap(ConfigNode value, String key) {
    return List.of(
        TextEdit.insert(value.range().start(), "{ " + key + " = "),
        TextEdit.insert(value.range().end(), " }"));
  }
}
