package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;

/** EDGE619: messages that are lost at every update of edgeHub. */
final class HubStorageInContainer extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE619", "hub-storage-in-container", Severity.HINT, MANIFEST, TEMPLATE)
          .inProductionOnly();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    if (container.module().filter(Module::isHub).isEmpty()
        || !(container.isReadable() || container.options().isEmpty())
        || !Mounts.of(container).isEmpty()) {
      return;
    }
    Module hub = container.module().get();
    boolean inMemory =
        hub.variable("UsePersistentStorage")
            .flatMap(EnvVariable::value)
            .filter("false"::equalsIgnoreCase)
            .isPresent();
    if (!inMemory) {
      Finding finding =
          Finding.of(
              INFO,
              container.document(),
              hub.nameRange(),
              Message.of(
                  "Stored messages live inside the edgeHub container and are lost at every update"
                      + " of edgeHub; set `StorageFolder` and bind a folder of the device"
                      + " there."));
      context.report(container.aboutUnread(finding, "Binds", "Mounts"));
    }
  }
}
