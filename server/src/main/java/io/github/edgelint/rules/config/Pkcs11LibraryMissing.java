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
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EDGE324: keys in a token, but no library to reach it. */
final class Pkcs11LibraryMissing extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE324", "pkcs11-library-missing", Severity.WARNING, DEVICE_CONFIG).ofAbsence();

  private static final String TABLE = "aziot_keys";
  private static final String KEY = "pkcs11_lib_path";
  private static final String STAND_IN = "<path of the PKCS#11 library>";
  private static final TextRange SCHEME = new TextRange(0, "pkcs11".length());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    if (config.get(TABLE, KEY).isPresent()) {
      return;
    }
    List<UriSetting> uses = UriSetting.ofKeys(document, config, context);
    uses.removeIf(use -> use.uri().scheme().filter("pkcs11"::equals).isEmpty());
    uses.removeIf(use -> !use.isRead(document));
    if (!uses.isEmpty()) {
      context.report(finding(document, uses));
    }
  }

  private static Finding finding(Document document, List<UriSetting> uses) {
    UriSetting first = uses.get(0);
    for (Member member : document.deviceConfig().orElseThrow().get(TABLE).members()) {
      if (AziotKeysUnknownName.meant(member.name()).filter(KEY::equals).isPresent()) {
        return misspelt(
            document, first, member, KEY, AziotKeysUnknownName.rename(document, member, KEY));
      }
    }
    Optional<Misspelling> table = Misspelling.onTheWay(document, List.of(TABLE));
    if (table.filter(other -> other.member().value().get(KEY).isPresent()).isPresent()) {
      return misspelt(
          document, first, table.get().member(), table.get().meant(), table.get().fix());
    }
    Finding finding =
        Finding.of(
            INFO,
            document,
            first.range(SCHEME),
            Message.of(
                "Without `pkcs11_lib_path` in `[aziot_keys]`, aziot-keyd cannot load the key behind"
                    + " `{key}`.",
                "key",
                first.key()));
    for (UriSetting other : uses.subList(1, uses.size())) {
      finding = finding.relatedTo(document, other.range(SCHEME), "another key of a token");
    }
    return finding.withFix(
        Fix.placeholder(
            "Add `" + KEY + "`",
            document,
            () ->
                new TomlEditor(document.tree())
                    .put(
                        new TomlEditor.Wanted(
                            List.of(TABLE), Map.of(KEY, NewValue.text(STAND_IN))))));
  }

  private static Finding misspelt(
      Document document, UriSetting use, Member member, String meant, Fix rename) {
    return Finding.of(
            INFO,
            document,
            member.key().range(),
            Message.of(
                "`{name}` is not read, and without `pkcs11_lib_path` in `[aziot_keys]` aziot-keyd"
                    + " cannot load the key behind `{key}`; write `{meant}`.",
                "name",
                member.name(),
                "key",
                use.key(),
                "meant",
                meant))
        .relatedTo(document, use.range(SCHEME), "a key of a token")
        .withFix(rename);
  }
}
