package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE309: provisioning by DPS on a device below another one. */
final class DpsWithParent extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE309", "dps-with-parent", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Optional<Provisioning> dps =
        Provisioning.of(config).filter(provisioning -> provisioning.form() == Form.DPS);
    if (dps.isEmpty()) {
      return;
    }
    for (String key : List.of("parent_hostname", "local_gateway_hostname")) {
      Optional<Member> parent =
          config
              .member(key)
              .filter(
                  member -> member.value().asText().filter(Placeholders::isConcrete).isPresent());
      if (parent.isPresent()) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    parent.get().key().range(),
                    Message.of(
                        "DPS provisioning is not supported below a parent device; `iotedge config"
                            + " apply` refuses the file."))
                .relatedTo(
                    document, dps.get().table().get("source").range(), "provisioning by DPS"));
        return;
      }
    }
  }
}
