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
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Map;

/** EDGE332: half of a pair of credentials for an EST server. */
final class EstCredentialPair extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE332", "est-credential-pair", Severity.WARNING, DEVICE_CONFIG).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    ConfigNode defaults = EstCredentials.defaults(config);
    check(
        document,
        List.of("cert_issuance", "est", "auth"),
        defaults,
        EstCredentials.anyIn(defaults) ? "" : ", and no EST credentials remain",
        context);
    for (IssuedCertificate certificate : IssuedCertificate.of(config)) {
      ObjectNode options = certificate.options();
      if (certificate.isBy("est")) {
        check(
            document,
            certificate.path(),
            options,
            EstCredentials.anyIn(options)
                ? ""
                : EstCredentials.anyIn(defaults)
                    ? "; the default EST credentials are used"
                    : ", and no EST credentials remain",
            context);
      }
    }
  }

  private static void check(
      Document document, List<String> path, ConfigNode node, String rest, RuleContext context) {
    if (!(node instanceof ObjectNode table)) {
      return;
    }
    for (EstCredentials pair : EstCredentials.PAIRS) {
      if (pair.isHalfIn(table)) {
        boolean first = table.get(pair.first()).isPresent();
        Member lone = table.member(first ? pair.first() : pair.second()).orElseThrow();
        String missing = first ? pair.second() : pair.first();
        boolean misspelt =
            Misspelling.of(document, table, missing)
                .filter(misspelling -> misspelling.isReported(context))
                .isPresent();
        if (misspelt) {
          continue;
        }
        Message message =
            Message.of(
                "`{a}` without `{b}` is dropped without a message{rest}.",
                "a",
                lone.name(),
                "b",
                missing,
                "rest",
                rest);
        context.report(
            Finding.of(INFO, document, lone.key().range(), message)
                .withFix(add(document, path, missing)));
      }
    }
  }

  static Fix add(Document document, List<String> path, String key) {
    String standIn = "<" + key.replace('_', ' ') + ">";
    boolean text = key.equals("username") || key.equals("password");
    NewValue value = NewValue.text(text ? standIn : "file:///" + standIn);
    return Fix.placeholder(
        "Add `" + key + "`",
        document,
        () -> new TomlEditor(document.tree()).put(new TomlEditor.Wanted(path, Map.of(key, value))));
  }
}
