package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE336: an Edge CA that ends after thirty days because nothing else is said. */
final class CertificateThirtyDays extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE336", "certificate-thirty-days", Severity.INFO, DEVICE_CONFIG).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (IssuedCertificate certificate : IssuedCertificate.of(config)) {
      boolean local = certificate.isBy("self_signed") || certificate.isBy("local_ca");
      if (certificate.id().equals("aziot-edged-ca")
          && local
          && !certificate.options().get("expiry_days").isPresent()) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    certificate.method().range(),
                    Message.of(
                        "Without `expiry_days` this certificate lives 30 days, not the 90 days of"
                            + " the quickstart Edge CA."))
                .withFix(
                    Fix.unsafe(
                        "Add `expiry_days = 90`",
                        document,
                        () ->
                            new TomlEditor(document.tree())
                                .insert(
                                    certificate.options(),
                                    "expiry_days",
                                    NewValue.literal("90")))));
      }
    }
  }
}
