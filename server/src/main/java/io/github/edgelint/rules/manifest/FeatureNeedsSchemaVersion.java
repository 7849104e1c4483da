package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE406: a route object in a hub configuration of schema 1.0. */
final class FeatureNeedsSchemaVersion extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE406", "feature-needs-schema-version", Severity.ERROR, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    ConfigNode version = manifest.hubSchemaVersion();
    boolean old = version.asText().filter(text -> text.matches("1\\.0(\\.\\d+)?")).isPresent();
    if (!old) {
      return;
    }
    List<Member> objects =
        manifest.routes().stream()
            .map(RouteEntry::member)
            .filter(route -> route.value() instanceof ObjectNode)
            .toList();
    if (!objects.isEmpty()) {
      context.report(
          Finding.of(
                  INFO,
                  document,
                  objects.get(0).key().range(),
                  Message.of(
                      "Route objects need hub schema 1.1; with `{version}` edgeHub refuses its"
                          + " whole configuration.",
                      "version",
                      version.asText().orElse("1.0")))
              .about(objects.get(0).range().union(objects.get(objects.size() - 1).range()))
              .relatedTo(document, version.range(), "the schema version of edgeHub")
              .withFix(
                  Fix.safe(
                      "Set `schemaVersion` of `$edgeHub` to `1.1`",
                      document,
                      () -> new JsonEditor(document.tree()).set(version, NewValue.text("1.1")))));
    }
  }
}
