package io.github.edgelint.rules.container;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import java.util.Optional;

/** {@code StorageFolder} of edgeAgent and edgeHub. */
final class StorageFolder {

  private StorageFolder() {}

  /** The variable, in any letter case; empty for other modules. */
  static Optional<EnvVariable> of(Container container) {
    Environment environment;
    if (container.module().isPresent()) {
      Module module = container.module().get();
      if (!module.isAgent() && !module.isHub()) {
        return Optional.empty();
      }
      environment = module.effectiveEnv();
    } else {
      environment = container.document().deviceConfig().orElseThrow().agentEnvironment();
    }
    return environment.variable("StorageFolder");
  }
}
