package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Set;

/** EDGE326: an id of a certificate or key that does not reach its service from this file. */
final class CertificateIdNotApplied extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE326", "certificate-id-not-applied", Severity.WARNING, DEVICE_CONFIG);

  private static final Set<String> OF_BOTH =
      Set.of("device-id", "local-ca", "est-id", "est-bootstrap-id", "aziot-edged-ca");

  private static final Set<String> OF_CERTIFICATES =
      Set.of("trust-bundle-user", "aziot-edged-trust-bundle");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (Member member : config.get("cert_issuance").members()) {
      boolean read = member.name().equals("est") || member.name().equals("local_ca");
      if (!read && member.value() instanceof ObjectNode) {
        report(
            document,
            member,
            "is not read from config.toml; put it into a file of aziot-certd,"
                + " `/etc/aziot/certd/config.d/*.toml`",
            context);
      }
    }
    for (String table : List.of("preloaded_keys", "preloaded_certs")) {
      for (Member member : config.get(table).members()) {
        if (isReserved(table, member.name())) {
          report(
              document,
              member,
              "is reserved in `[" + table + "]`, and `iotedge config apply` overwrites it",
              context);
        }
      }
    }
  }

  private static boolean isReserved(String table, String id) {
    if (OF_BOTH.contains(id) || id.startsWith("est-id-") || id.startsWith("est-bootstrap-id-")) {
      return true;
    }
    return table.equals("preloaded_certs")
        ? OF_CERTIFICATES.contains(id)
            || id.startsWith("est-server-ca-")
            || id.startsWith("content-trust-")
        : id.equals("iotedge_master_encryption_id");
  }

  private static void report(Document document, Member member, String what, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                document,
                member.key().range(),
                Message.of("`{id}` {what}.", "id", member.name(), "what", what))
            .about(member.range()));
  }
}
