package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.Set;

/** EDGE404: a schema version that the agent or the hub does not know. */
final class SchemaVersionUnsupported extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE404", "schema-version-unsupported", Severity.ERROR, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String NEWEST_OF_BOTH = "1.1";
  private static final Set<String> RUNTIME_VERSIONS = Set.of("1.4", "1.5", "1.6");

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    ConfigNode agent = manifest.agent("schemaVersion");
    if (agent instanceof ScalarNode version && isJudged(version) && !agentKnows(version)) {
      report(
          document,
          version,
          "edgeAgent knows the schema versions 1.0 and 1.1, not `{value}`; it answers 412 and"
              + " deploys nothing (the runtime version is a different number).",
          context);
    }
    ConfigNode hub = manifest.hubSchemaVersion();
    if (hub instanceof ScalarNode version && isJudged(version) && !hubKnows(version)) {
      report(
          document,
          version,
          (hubReads(version).equals(version.text())
                  ? "edgeHub knows the schema versions 1.0 to 1.3, not `{value}`"
                  : "edgeHub reads the number `{value}` as `{read}`, which is none of the schema"
                      + " versions 1.0 to 1.3")
              + "; it refuses its configuration and stops at its next start (the runtime version is"
              + " a different number).",
          context);
    }
  }

  private static boolean isJudged(ScalarNode version) {
    return switch (version.type()) {
      case STRING -> Placeholders.find(version.text()).isEmpty();
      case INTEGER, FLOAT -> true;
      default -> false;
    };
  }

  /** What .NET's {@code Version} reads with major 1 and not above 1.1.0. */
  private static boolean agentKnows(ScalarNode version) {
    String[] parts = version.text().strip().split("\\.", -1);
    if (parts.length < 2 || parts.length > 4 || !parts[0].equals("1")) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 9 || !part.chars().allMatch(Character::isDigit)) {
        return false;
      }
    }
    int minor = Integer.parseInt(parts[1]);
    return minor == 0
        || (minor == 1
            && (parts.length == 2 || (parts.length == 3 && Integer.parseInt(parts[2]) == 0)));
  }

  private static boolean hubKnows(ScalarNode version) {
    return hubReads(version).matches("1\\.[0-3](\\.\\d+)?");
  }

  /** The text; of a number without the zeros at its end, so that 1.0 is read as 1. */
  private static String hubReads(ScalarNode version) {
    return version.type() == ScalarNode.Type.FLOAT
        ? version.text().replaceFirst("\\.?0+$", "")
        : version.text();
  }

  private static void report(
      Document document, ScalarNode version, String message, RuleContext context) {
    String train = version.text().length() < 3 ? "" : version.text().substring(0, 3);
    boolean runtime = RUNTIME_VERSIONS.contains(train);
    String title = "Set to `" + NEWEST_OF_BOTH + "`";
    JsonEditor editor = new JsonEditor(document.tree());
    context.report(
        Finding.of(
                INFO,
                document,
                version.range(),
                Message.of(message, "value", version.text(), "read", hubReads(version)))
            .withFix(
                runtime
                    ? Fix.safe(
                        title, document, () -> editor.set(version, NewValue.text(NEWEST_OF_BOTH)))
                    : Fix.unsafe(
                        title,
                        document,
                        () -> editor.set(version, NewValue.text(NEWEST_OF_BOTH)))));
  }
}
