package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.ConfigUri;
import io.github.edgelint.iotedge.value.UriRole;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** EDGE324: keys in a token, but no library to reach it. */
final class Pkcs11LibraryMissing extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE324", "pkcs11-library-missing", Severity.WARNING, DEVICE_CONFIG).ofAbsence();

  private static final String STAND_IN = "<path of the PKCS#11 library>";
  private static final int SCHEME_LENGTH = "pkcs11".length();

  /** A key with the place of its scheme. */
  private record Use(String key, TextRange range) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    if (config.get("aziot_keys", "pkcs11_lib_path").isPresent()) {
      return;
    }
    List<Use> uses = new ArrayList<>();
    for (UriSetting setting : UriSetting.of(config)) {
      if (setting.uri().role() == UriRole.KEY) {
        add(setting.key(), setting.value(), uses);
      }
    }
    config
        .string("aziot_keys", "pkcs11_base_slot")
        .ifPresent(slot -> add("aziot_keys.pkcs11_base_slot", slot, uses));
    if (!uses.isEmpty()) {
      context.report(finding(document, uses));
    }
  }

  private static void add(String key, ScalarNode value, List<Use> uses) {
    if (new ConfigUri(value.text(), UriRole.KEY).scheme().filter("pkcs11"::equals).isPresent()) {
      uses.add(new Use(key, value.rangeOf(new TextRange(0, SCHEME_LENGTH))));
    }
  }

  private static Finding finding(Document document, List<Use> uses) {
    Use first = uses.get(0);
    Finding finding =
        Finding.of(
            INFO,
            document,
            first.range(),
            Message.of(
                "Without `pkcs11_lib_path` in `[aziot_keys]`, aziot-keyd cannot load the key behind"
                    + " `{key}`.",
                "key",
                first.key()));
    for (Use other : uses.subList(1, uses.size())) {
      finding = finding.relatedTo(document, other.range(), "another key of a token");
    }
    return finding.withFix(
        Fix.placeholder(
            "Add `pkcs11_lib_path`",
            STAND_IN,
            document,
            () ->
                new TomlEditor(document.tree())
                    .put(
                        new TomlEditor.Wanted(
                            List.of("aziot_keys"),
                            Map.of("pkcs11_lib_path", NewValue.text(STAND_IN))))));
  }
}
