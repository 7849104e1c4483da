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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** EDGE334: a certificate from an issuer that the file does not describe. */
final class IssuerNotConfigured extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE334", "issuer-not-configured", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  private static final TomlEditor.Wanted URLS =
      new TomlEditor.Wanted(
          List.of("cert_issuance", "est", "urls"),
          Map.of("default", NewValue.text("https://<EST server>/.well-known/est")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (IssuedCertificate certificate : IssuedCertificate.of(config)) {
      if (certificate.isBy("est")) {
        est(document, config, certificate, context);
      } else if (certificate.isBy("local_ca")
          && !config.get("cert_issuance", "local_ca").isPresent()) {
        context.report(
            finding(document, certificate, "`[cert_issuance.local_ca]`")
                .withFix(
                    Fix.placeholder(
                        "Add `[cert_issuance.local_ca]`",
                        "<certificate of the CA>",
                        document,
                        () -> new TomlEditor(document.tree()).put(localCa()))));
      }
    }
  }

  private static void est(
      Document document, DeviceConfig config, IssuedCertificate certificate, RuleContext context) {
    boolean url =
        certificate.options().get("url").isPresent()
            || config.get("cert_issuance", "est", "urls", "default").isPresent()
            || config.get("cert_issuance", "est", "urls", certificate.id()).isPresent();
    boolean credentials =
        EstCredentials.anyIn(certificate.options())
            || EstCredentials.anyIn(EstCredentials.defaults(config));
    if (url && credentials) {
      return;
    }
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    if (!url) {
      wanted.add(URLS);
    }
    if (!credentials) {
      wanted.add(auth());
    }
    String what =
        url ? "EST credentials" : credentials ? "an EST URL" : "an EST URL and EST credentials";
    String section =
        url
            ? "`[cert_issuance.est.auth]`"
            : credentials
                ? "`[cert_issuance.est.urls]`"
                : "`[cert_issuance.est.urls]` and `[cert_issuance.est.auth]`";
    context.report(
        finding(document, certificate, what)
            .withFix(
                Fix.placeholder(
                    "Add " + section,
                    url ? "<user name>" : "<EST server>",
                    document,
                    () -> new TomlEditor(document.tree()).put(wanted))));
  }

  private static Finding finding(Document document, IssuedCertificate certificate, String what) {
    return Finding.of(
        INFO,
        document,
        certificate.method().range(),
        Message.of(
            "`method = \"{method}\"` needs {what}; `iotedge config apply` accepts the file, but no"
                + " certificate is ever issued.",
            "method",
            certificate.method().text(),
            "what",
            what));
  }

  private static TomlEditor.Wanted auth() {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    keys.put("username", NewValue.text("<user name>"));
    keys.put("password", NewValue.text("<password>"));
    return new TomlEditor.Wanted(List.of("cert_issuance", "est", "auth"), keys);
  }

  private static TomlEditor.Wanted localCa() {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    keys.put("cert", NewValue.text("file:///<certificate of the CA>"));
    keys.put("pk", NewValue.text("file:///<private key of the CA>"));
    return new TomlEditor.Wanted(List.of("cert_issuance", "local_ca"), keys);
  }
}
