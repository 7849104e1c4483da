package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** EDGE607: an option that is nearly one the engine knows. */
final class OptionMisspelt extends OptionsRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE607",
          "createoptions-unknown-key",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  List<Finding> findings(Container container) {
    List<Finding> findings = new ArrayList<>();
    if (!(container.options().root() instanceof ObjectNode root)) {
      return findings;
    }
    boolean exact = container.module().isEmpty();
    Predicate<String> option =
        name -> OptionNames.isTop(name, exact) || OptionNames.isHost(name, exact);
    check(container, root, OptionNames.TOP, option, findings);
    if (container.options().at("HostConfig") instanceof ObjectNode host) {
      check(container, host, OptionNames.HOST, option, findings);
    }
    for (Map.Entry<String, Set<String>> each : OptionNames.IN_HOST.entrySet()) {
      ConfigNode value = container.options().hostConfig(each.getKey());
      if (value.isPresent()) {
        Set<String> known = each.getValue();
        for (ConfigNode node : objectsIn(each.getKey(), value)) {
          if (node instanceof ObjectNode object) {
            check(container, object, known, name -> isIn(known, name, exact), findings);
          }
        }
      }
    }
    return findings;
  }

  private static boolean isIn(Set<String> known, String name, boolean exact) {
    if (exact || known.contains(name)) {
      return known.contains(name);
    }
    for (String each : known) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Where objects of an option can stand; other values may be among them. */
  private static List<ConfigNode> objectsIn(String key, ConfigNode value) {
    if (key.equals("PortBindings")) {
      List<ConfigNode> ports = new ArrayList<>();
      value.members().forEach(port -> ports.addAll(port.value().items()));
      return ports;
    }
    return value instanceof ObjectNode ? List.of(value) : value.items();
  }

  private static void check(
      Container container,
      ObjectNode object,
      Set<String> known,
      Predicate<String> isKnown,
      List<Finding> findings) {
    for (Member member : object.members()) {
      String name = member.name();
      if (isKnown.test(name) || name.isEmpty()) {
        continue;
      }
      Optional<String> near = meant(name, object, known);
      if (near.isPresent()) {
        findings.add(
            Finding.of(
                    INFO,
                    container.document(),
                    container.file(member.key().range()),
                    Message.of(
                        "The engine does not know `{key}` and ignores it; did you mean `{near}`?",
                        "key",
                        name,
                        "near",
                        near.get()))
                .withFix(rename(container, member, near.get())));
      }
    }
  }

  /** Not where the value is none for that option: renamed, it would stop the container. */
  private static Optional<Fix> rename(Container container, Member member, String near) {
    NodePath path = container.pathOf(member.value()).parent().child(near);
    return OptionTypes.fits(container, member.value(), path)
        ? Optional.of(container.rename(member, near))
        : Optional.empty();
  }

  /** The option that an unknown name of an object resembles. */
  static Optional<String> meant(String name, ObjectNode object, Set<String> known) {
    return NearestName.of(name, known)
        .filter(candidate -> object.memberIgnoreCase(candidate).isEmpty())
        .filter(
            candidate ->
                Character.toLowerCase(candidate.charAt(0))
                    == Character.toLowerCase(name.charAt(0)));
  }
}
