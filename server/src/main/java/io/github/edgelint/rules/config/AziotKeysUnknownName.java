package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE325: a setting that the library of aziot-keyd does not know. */
final class AziotKeysUnknownName extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE325", "aziot-keys-unknown-name", Severity.ERROR, DEVICE_CONFIG);

  private static final List<String> KNOWN =
      List.of("pkcs11_lib_path", "pkcs11_base_slot", "homedir_path");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (Member member : config.get("aziot_keys").members()) {
      if (!KNOWN.contains(member.name())) {
        Message message =
            Message.of(
                "aziot-keyd does not start with the unknown setting `{key}`, and without it no"
                    + " other IoT service works.",
                "key",
                member.name());
        Optional<Fix> fix =
            meant(member.name())
                .filter(near -> !config.get("aziot_keys", near).isPresent())
                .map(near -> rename(document, member, near));
        context.report(
            Finding.of(INFO, document, member.key().range(), message)
                .about(member.range())
                .withFix(fix));
      }
    }
  }

  static Fix rename(Document document, Member member, String near) {
    return Fix.unsafe(
        "Rename to `" + near + "`",
        document,
        () -> new TomlEditor(document.tree()).rename(member, near));
  }

  /** The setting that an unknown name resembles. */
  static Optional<String> meant(String name) {
    return NearestName.of(name, KNOWN)
        .or(
            () ->
                KNOWN.stream()
                    .filter(known -> name.length() > 6 && known.startsWith(name))
                    .findFirst());
  }
}
