package io.github.edgelint.deployment;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to a module.
 *
 * @param system whether it is edgeAgent or edgeHub
 * @param causes why; empty for a module that is left alone, added or removed
 */
public record ModuleChange(String name, boolean system, Effect effect, List<Cause> causes) {

  /**
   * A setting that differs. It holds no value that could be a secret.
   *
   * @param setting the key in the manifest
   * @param detail what of it, for people
   */
  public record Cause(String setting, String detail) {

    @Override
    public String toString() {
      return setting + ": " + detail;
    }
  }

  private static final String STATUS = "status";

  public ModuleChange {
    causes = List.copyOf(causes);
  }

  static ModuleChange added(Module module) {
    return new ModuleChange(module.name(), module.isSystem(), Effect.ADDED, List.of());
  }

  static ModuleChange removed(Module module) {
    return new ModuleChange(module.name(), module.isSystem(), Effect.REMOVED, List.of());
  }

  /**
   * Compares as edgeAgent does: any setting but {@code status} makes it remove the container and
   * create another (Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/
   * DockerModule.cs, Microsoft.Azure.Devices.Edge.Agent.Core/planner/HealthRestartPlanner.cs).
   */
  static ModuleChange between(Module before, Module after) {
    List<Cause> causes = new ArrayList<>();
    image(before, after, causes);
    createOptions(before.createOptions(), after.createOptions(), causes);
    environment(before, after, causes);
    boolean agent = after.isAgent();
    if (!agent) {
      String policy = after.isHub() ? "always" : "on-unhealthy";
      word("restartPolicy", before.restartPolicy(), after.restartPolicy(), policy, causes);
    }
    word("imagePullPolicy", before.imagePullPolicy(), after.imagePullPolicy(), "on-create", causes);
    text("version", text(before.version(), ""), text(after.version(), ""), causes);
    if (!agent) {
      String last = "4294967295";
      text(
          "startupOrder",
          text(before.startupOrder(), last),
          text(after.startupOrder(), last),
          causes);
    }
    Effect effect = causes.isEmpty() ? Effect.UNCHANGED : Effect.RECREATED;
    if (!agent) {
      word(STATUS, before.status(), after.status(), "running", causes);
    }
    return new ModuleChange(
        after.name(),
        after.isSystem(),
        causes.isEmpty() || effect == Effect.RECREATED ? effect : Effect.CHANGED,
        causes);
  }

  private static void image(Module before, Module after, List<Cause> causes) {
    text("image", image(before), image(after), causes);
  }

  private static String image(Module module) {
    return module.image().map(image -> tagged(image.text().strip())).orElse("");
  }

  // What edgeAgent appends before it compares.
  private static String tagged(String image) {
    boolean tag = image.indexOf(':', image.lastIndexOf('/') + 1) >= 0;
    return tag || image.isEmpty() || image.indexOf('$') >= 0 ? image : image + ":latest";
  }

  private static void createOptions(CreateOptions before, CreateOptions after, List<Cause> causes) {
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    if (isBroken(before) || isBroken(after)) {
      if (!written(before).equals(written(after))) {
        causes.add(new Cause("createOptions", "changed, and not readable"));
      }
      return;
    }
    for (String path : Difference.paths(before.root(), after.root())) {
      causes.add(new Cause("createOptions", path.isEmpty() ? "all of it" : path));
    }
  }

  private static boolean isBroken(CreateOptions options) {
    return options.reading() == EmbeddedJson.Reading.REFUSED;
  }

  private static String written(CreateOptions options) {
    return options.root().isPresent()
        ? options.tree().source().text()
        : options.pieces().toString();
  }

  private static void environment(Module before, Module after, List<Cause> causes) {
    Map<String, String> old = environment(before);
    Map<String, String> changed = environment(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(changed.keySet());
    for (String name : names) {
      String left = old.get(name);
      String right = changed.get(name);
      if (left == null) {
        causes.add(new Cause("env", name + " added"));
      } else if (right == null) {
        causes.add(new Cause("env", name + " removed"));
      } else if (!left.equals(right)) {
        causes.add(new Cause("env", name + " changed"));
      }
    }
  }

  private static Map<String, String> environment(Module module) {
    Map<String, String> values = new LinkedHashMap<>();
    for (EnvVariable variable : module.env()) {
      values.put(variable.name(), variable.text().map(ValueText::text).orElse("\0"));
    }
    return values;
  }

  /** A word of the runtime, which knows it in any letter case and with or without hyphen. */
  private static void word(
      String setting, ConfigNode before, ConfigNode after, String usual, List<Cause> causes) {
    String old = text(before, usual);
    String changed = text(after, usual);
    if (!letters(old).equals(letters(changed))) {
      text(setting, old, changed, causes);
    }
  }

  private static String letters(String word) {
    return word.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static void text(String setting, String old, String changed, List<Cause> causes) {
    if (!old.equals(changed)) {
      causes.add(new Cause(setting, quoted(old) + " → " + quoted(changed)));
    }
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "nothing" : Secrets.mask(text);
  }

  private static String text(ConfigNode node, String usual) {
    return Optional.of(node)
        .flatMap(ConfigNode::asScalar)
        .filter(scalar -> scalar.type() != ScalarNode.Type.NULL)
        .map(ScalarNode::text)
        .orElse(usual);
  }
}
