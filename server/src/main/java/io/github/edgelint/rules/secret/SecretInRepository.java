package io.github.edgelint.rules.secret;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE804: a key or password in a config.toml that is under version control. */
final class SecretInRepository implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE804", "secret-in-repository", Severity.INFO, DEVICE_CONFIG);

  // A key of fewer bytes protects nothing and is a sample.
  private static final int SHORTEST_KEY = 16;

  private static final String PIN = "pin-value=";

  private static final String KEY_FILE = "file:///var/aziot/secrets/device-id.key";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Optional<DeviceConfig> config = document.deviceConfig();
    if (config.isEmpty()) {
      return;
    }
    List<Finding> found = new ArrayList<>(0);
    walk(document, config.get().tree().root(), "", found);
    for (ProxySetting setting : ProxyPasswords.in(config.get().agentEnvironment())) {
      found.add(finding(document, setting.nameRange(), "a proxy password"));
    }
    // Asked last: it looks into every folder above.
    if (!found.isEmpty() && context.snapshot().isUnderVersionControl(document)) {
      found.forEach(context::report);
    }
  }

  private static void walk(Document document, ConfigNode node, String parent, List<Finding> found) {
    for (Member member : node.members()) {
      Optional<String> text =
          member.value().asText().filter(t -> !t.isBlank() && Placeholders.isConcrete(t));
      Optional<String> kind = text.flatMap(value -> kindOf(parent, member.name(), value));
      if (kind.isPresent()) {
        Finding finding = finding(document, member.key().range(), kind.get());
        found.add(
            member.name().equals("value")
                ? finding.withFix(
                    Fix.placeholder(
                        "Use `{ uri = \"file:///…\" }`",
                        document,
                        () ->
                            List.of(
                                new TextEdit(member.key().range(), "uri"),
                                new TextEdit(member.value().range(), "\"" + KEY_FILE + "\""))))
                : finding);
      }
      walk(document, member.value(), member.name(), found);
    }
    for (ConfigNode item : node.items()) {
      walk(document, item, parent, found);
    }
  }

  private static Optional<String> kindOf(String table, String key, String value) {
    int pin = value.indexOf(PIN);
    if (pin >= 0) {
      String digits = value.substring(pin + PIN.length()).split("&", 2)[0];
      return Optional.of("the PIN of a token").filter(kind -> Placeholders.isConcrete(digits));
    }
    return switch (key) {
      case "connection_string" -> KnownSecret.in(value).map(secret -> "a device connection string");
      case "value" ->
          (table.equals("device_id_pk") || table.equals("symmetric_key"))
                  && decodedLength(value) >= SHORTEST_KEY
              ? Optional.of("a symmetric key")
              : Optional.empty();
      case "password" -> Optional.of("a password");
      default -> Optional.empty();
    };
  }

  private static int decodedLength(String base64) {
    int length = 0;
    for (int i = 0; i < base64.length(); i++) {
      length += base64.charAt(i) == '=' || base64.charAt(i) <= ' ' ? 0 : 1;
    }
    return length * 3 / 4;
  }

  private static Finding finding(Document document, TextRange range, String kind) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of(
            "This file is under version control and holds {kind}; on the device it is readable by"
                + " root only, so keep the value in a file of its own there.",
            "kind",
            kind));
  }
}
