package io.github.edgelint.iotedge;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * One route of {@code $edgeHub}: a text, or an object with {@code route}, {@code priority} and
 * {@code timeToLiveSecs}, whose keys edgeHub reads in any letter case. Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/RouteSpec.cs.
 *
 * @param name the name of the route
 * @param nameRange the name in the file; of a dotted key only its last step
 * @param member the member that carries the route
 * @param layered whether the name is the end of a dotted key of a layer
 */
public record RouteEntry(String name, TextRange nameRange, Member member, boolean layered) {

  static RouteEntry of(TwinSection.Entry entry) {
    return new RouteEntry(entry.name(), entry.nameRange(), entry.member(), entry.dotted());
  }

  public ConfigNode value() {
    return member.value();
  }

  /** The object form; empty for the text form. */
  public Optional<ObjectNode> object() {
    return value().asObject();
  }

  /** The string that holds the route, in either form. */
  public Optional<ScalarNode> text() {
    ConfigNode holder = object().isPresent() ? get("route") : value();
    return holder.asText().isPresent() ? holder.asScalar() : Optional.empty();
  }

  public ConfigNode priority() {
    return get("priority");
  }

  public ConfigNode timeToLiveSecs() {
    return get("timeToLiveSecs");
  }

  private ConfigNode get(String key) {
    return KeyCase.IGNORED.at(value(), key);
  }
}
