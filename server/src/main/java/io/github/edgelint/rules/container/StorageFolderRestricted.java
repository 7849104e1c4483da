package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.List;
import java.util.Optional;

/** EDGE620: storage in a folder that the user of the container cannot write. */
final class StorageFolderRestricted extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE620",
          "storage-folder-restricted",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> RESTRICTED =
      List.of("/root", "/etc", "/boot", "/usr", "/bin", "/sbin", "/lib", "/proc", "/sys", "/dev");

  @Override
  void check(Container container, RuleContext context) {
    Optional<EnvVariable> folder = StorageFolder.of(container);
    if (folder.isEmpty() || !folder.get().isConcrete()) {
      return;
    }
    Optional<Mounts.Entry> entry =
        Mounts.of(container).covering(folder.get().value().orElse(""), container.owner());
    if (entry.isPresent() && isRestricted(entry.get().source())) {
      boolean hub = container.module().filter(Module::isHub).isPresent();
      context.report(
          Finding.of(
              INFO,
              container.document(),
              container.file(entry.get().range()),
              Message.of(
                  "{module} runs as user {user} and cannot write to `{source}`{consequence}; use a"
                      + " folder that belongs to this user.",
                  "module",
                  container.owner(),
                  "user",
                  hub ? "13623" : "13622",
                  "source",
                  entry.get().source(),
                  "consequence",
                  hub
                      ? ", so it continues in memory and loses its messages at a restart"
                      : ", so it forgets its state")));
    }
  }

  private static boolean isRestricted(String source) {
    for (String folder : RESTRICTED) {
      if (source.equals(folder) || source.startsWith(folder + "/")) {
        return true;
      }
    }
    return false;
  }
}
