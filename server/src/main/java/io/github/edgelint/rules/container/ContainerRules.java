package io.github.edgelint.rules.container;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 6xx. */
public final class ContainerRules {

  private ContainerRules() {}

  public static List<Rule> all() {
    return List.of(
        new CreateOptionsNotJson(),
        new CreateOptionsLenient(),
        new CreateOptionsChunks(),
        new CreateOptionsObject(),
        new OptionTypeOfAgent(),
        new OptionTypeOfEdged(),
        new OptionMisplaced(),
        new OptionMisspelt(),
        new PortNotPublished(),
        new HostPortConflict(),
        new HostNetworkIncomplete(),
        new EdgeNetworkLeft(),
        new MountInvalid(),
        new EngineLifecycleOption(),
        new OptionEnvConflict(),
        new StorageFolderNotMounted(),
        new HubStorageInContainer(),
        new StorageFolderRestricted(),
        new LogLimitsMissing());
  }
}
