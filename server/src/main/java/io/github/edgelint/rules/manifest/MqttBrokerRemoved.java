package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE410: settings of a broker that is gone. */
final class MqttBrokerRemoved extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE410", "mqtt-broker-removed", Severity.WARNING, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final RuntimeTrain REMOVED_IN = new RuntimeTrain(1, 3);

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<TwinSection.Entry> broker = manifest.edgeHub().flatMap(hub -> hub.entry("mqttBroker"));
    if (broker.isEmpty() || broker.get().value().members().isEmpty()) {
      return;
    }
    Optional<RuntimeTrain> train =
        manifest.hubModule().flatMap(Module::imageReference).flatMap(ImageReference::train);
    boolean gone = train.isPresent() && !train.get().isOlderThan(REMOVED_IN);
    Member member = broker.get().member();
    context.report(
        Finding.of(
                INFO,
                document,
                broker.get().nameRange(),
                Message.of(
                    "The MQTT broker was removed in 1.3; edgeHub still validates `mqttBroker`,"
                        + " where one bad rule refuses everything, but does nothing with it."))
            .withSeverity(gone ? Severity.WARNING : Severity.INFO)
            .withFix(
                Fix.unsafe(
                    "Remove the section",
                    document,
                    () -> new JsonEditor(document.tree()).remove(member))));
  }
}
