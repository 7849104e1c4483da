package io.github.edgelint.rules.route;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules that routes of a manifest may name. */
final class ModuleNames {

  private ModuleNames() {}

  /** The user modules of a full manifest; empty where they are not all known. */
  static Optional<List<Module>> of(DeploymentManifest manifest) {
    TextRange place = manifest.agent("modules").range();
    if (!manifest.isFullManifest() || manifest.tree().isDamaged(place)) {
      return Optional.empty();
    }
    List<Module> modules = new ArrayList<>();
    for (Module module : manifest.userModules()) {
      if (!Placeholders.isConcrete(module.name())) {
        return Optional.empty();
      }
      modules.add(module);
    }
    return Optional.of(modules);
  }

  /** Whether a name is that of the agent or the hub, which are no user modules. */
  static boolean isSystem(String name) {
    String bare = name.startsWith("$") ? name.substring(1) : name;
    return bare.equalsIgnoreCase("edgeAgent") || bare.equalsIgnoreCase("edgeHub");
  }

  static List<String> names(List<Module> modules) {
    return modules.stream().map(Module::name).toList();
  }
}
