package io.github.edgelint.rules.route;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import java.util.Optional;

/** The modules that routes of a manifest may name. */
final class ModuleNames {

  private ModuleNames() {}

  /** Whether a user module has exactly this name. */
  static boolean contains(DeploymentManifest manifest, String name) {
    for (Module module : manifest.modules()) {
      if (!module.isSystem() && module.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The user module whose name differs at most in letter case. */
  static Optional<Module> ignoringCase(DeploymentManifest manifest, String name) {
    for (Module module : manifest.modules()) {
      if (!module.isSystem() && module.name().equalsIgnoreCase(name)) {
        return Optional.of(module);
      }
    }
    return Optional.empty();
  }

  /** Whether the names of all modules that a device will run can be read here. */
  static boolean areKnown(DeploymentManifest manifest) {
    ConfigNode modules = manifest.agent("modules");
    if (!manifest.isFullManifest()
        || !(modules instanceof ObjectNode)
        || manifest.tree().isDamaged(modules.range())) {
      return false;
    }
    for (Module module : manifest.modules()) {
      boolean concrete = isPlain(module.name()) || Placeholders.isConcrete(module.name());
      if (!concrete || holdsModule(module)) {
        return false;
      }
    }
    return true;
  }

  // A brace stands in the wrong place, and a module inside of another one: a matter of EDGE102.
  private static boolean holdsModule(Module module) {
    for (Member member : module.node().members()) {
      if (Module.isOne(member.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name has no character that placeholders are made of; this is nearly always so. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The name that was probably meant. */
  static Optional<String> nearest(DeploymentManifest manifest, String name) {
    return NearestName.of(name, manifest.userModules().stream().map(Module::name).toList());
  }

  /** Whether a name is that of the agent or the hub, which are no user modules. */
  static boolean isSystem(String name) {
    String bare = name.startsWith("$") ? name.substring(1) : name;
    return bare.equalsIgnoreCase("edgeAgent") || bare.equalsIgnoreCase("edgeHub");
  }
}
