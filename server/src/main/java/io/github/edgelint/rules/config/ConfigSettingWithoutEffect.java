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
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EDGE355: a setting that no current release honours. */
final class ConfigSettingWithoutEffect extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE355", "config-setting-without-effect", Severity.WARNING, DEVICE_CONFIG);

  /**
   * A setting.
   *
   * @param instead what to use today; empty where there is nothing
   * @param key the root key that takes its place; empty where a person must decide
   * @param value what that key is set to where the old one is {@code true}; empty for its own value
   */
  private record Old(NodePath path, Severity severity, String instead, String key, String value) {}

  private static final List<Old> SETTINGS =
      List.of(
          old("", "", "manifest_trust_bundle_cert"),
          old("", "", "homedir"),
          reprovisioning("Dynamic", "dynamic_reprovisioning"),
          reprovisioning("Dynamic", "provisioning", "dynamic_reprovisioning"),
          reprovisioning("AlwaysOnStartup", "always_reprovision_on_startup"),
          reprovisioning("AlwaysOnStartup", "provisioning", "always_reprovision_on_startup"),
          old("`[edge_ca]` and `trust_bundle_cert`", "", "certificates"),
          old(
              "`allow_elevated_docker_permissions` at the top of the file",
              "allow_elevated_docker_permissions",
              "agent",
              "config",
              "allowElevatedDockerPermissions"),
          harmless("agent", "config", "digest"),
          harmless("moby_runtime", "content_trust"));

  private static Old old(String instead, String key, String... path) {
    return new Old(NodePath.of(path), Severity.WARNING, instead, key, "");
  }

  private static Old reprovisioning(String value, String... path) {
    return new Old(
        NodePath.of(path),
        Severity.WARNING,
        "`auto_reprovisioning_mode = \"" + value + "\"` at the top of the file",
        "auto_reprovisioning_mode",
        value);
  }

  private static Old harmless(String... path) {
    return new Old(NodePath.of(path), Severity.INFO, "", "", "");
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (Old setting : SETTINGS) {
      config
          .member(setting.path().steps().toArray(String[]::new))
          .ifPresent(member -> context.report(finding(document, config, setting, member)));
    }
  }

  private static Finding finding(
      Document document, DeviceConfig config, Old setting, Member member) {
    Message message =
        Message.of(
            "`{key}` is accepted but has no effect in any current release{instead}.",
            "key",
            setting.path().toDotted(),
            "instead",
            setting.instead().isEmpty() ? "" : "; the setting is now " + setting.instead());
    Finding finding =
        Finding.of(INFO, document, member.key().range(), message)
            .about(member.range())
            .withSeverity(setting.severity());
    Optional<NewValue> value =
        replacement(setting, member).filter(v -> !config.get(setting.key()).isPresent());
    if (value.isPresent()) {
      finding =
          finding.withFix(
              Fix.unsafe(
                  "Replace by `" + setting.key() + "`",
                  document,
                  () -> replaced(document, setting, member, value.get())));
    }
    return finding.withFix(
        Fix.unsafe(
            "Remove `" + member.name() + "`",
            document,
            () -> Removal.of(document, List.of(member))));
  }

  private static Optional<NewValue> replacement(Old setting, Member member) {
    if (setting.key().isEmpty()
        || !(member.value() instanceof ScalarNode value)
        || value.type() != ScalarNode.Type.BOOLEAN) {
      return Optional.empty();
    }
    if (setting.value().isEmpty()) {
      return Optional.of(NewValue.literal(value.text()));
    }
    return value.text().equals("true")
        ? Optional.of(NewValue.text(setting.value()))
        : Optional.empty();
  }

  private static List<TextEdit> replaced(
      Document document, Old setting, Member member, NewValue value) {
    if (setting.path().length() == 1) {
      return inPlace(new TomlEditor(document.tree()), setting, member, value);
    }
    List<TextEdit> added =
        new TomlEditor(document.tree())
            .put(new TomlEditor.Wanted(List.of(), Map.of(setting.key(), value)));
    List<TextEdit> removed = Removal.of(document, List.of(member));
    boolean conflict =
        added.stream().anyMatch(edit -> removed.stream().anyMatch(edit::conflictsWith));
    if (added.isEmpty() || removed.isEmpty() || conflict) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>(added);
    edits.addAll(removed);
    return edits;
  }

  /** At the top of the file, only the name and the value are other ones. */
  private static List<TextEdit> inPlace(
      TomlEditor editor, Old setting, Member member, NewValue value) {
    List<TextEdit> edits = new ArrayList<>(editor.rename(member, setting.key()));
    edits.addAll(editor.set(member.value(), value));
    return edits;
  }
}
