package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A value of a document. Immutable; ranges are UTF-16 offsets of the file.
 *
 * <p>Looking up what is not there gives a {@link MissingNode}, so that a path can be followed
 * without asking at each step: {@code root.get("agent").get("env").get("https_proxy").asText()}.
 *
 * <p>A class, not an interface: rules ask values far more often than anything else, and a call by
 * way of an interface takes several times as long.
 */
public abstract sealed class ConfigNode
    permits ObjectNode, ArrayNode, ScalarNode, MissingNode, ErrorNode {

  private final TextRange range;

  ConfigNode(TextRange range) {
    this.range = range;
  }

  /**
   * Where the value stands, quotes and brackets included. See {@link ObjectNode} for tables and
   * sections.
   */
  public final TextRange range() {
    return range;
  }

  /** The value of a member of an object, else a {@link MissingNode}. */
  public ConfigNode get(String name) {
    return MissingNode.NOWHERE;
  }

  /** The item of an array, else a {@link MissingNode}. */
  public ConfigNode get(int index) {
    return this instanceof ArrayNode array && index >= 0 && index < array.items().size()
        ? array.items().get(index)
        : MissingNode.NOWHERE;
  }

  /** The value at the end of a path of keys, else a {@link MissingNode}. */
  public ConfigNode at(String... path) {
    ConfigNode node = this;
    for (String name : path) {
      node = node.get(name);
    }
    return node;
  }

  /** Whether the document holds a value here. An {@link ErrorNode} counts: something was meant. */
  public boolean isPresent() {
    return true;
  }

  /** The decoded text where this is a string. */
  public Optional<String> asText() {
    return this instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.STRING
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** This as an object, where it is one. */
  public Optional<ObjectNode> asObject() {
    return this instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  /** This as a scalar, where it is one. */
  public Optional<ScalarNode> asScalar() {
    return this instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
  }

  /** The members where this is an object, else none. */
  public List<Member> members() {
    return List.of();
  }

  /** The items where this is an array, else none. */
  public List<ConfigNode> items() {
    return List.of();
  }
}
