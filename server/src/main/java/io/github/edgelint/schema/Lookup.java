package io.github.edgelint.schema;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers what a schema says about a place of a document, as the values around it decide. A
 * deciding value that is missing or unknown leaves all variants possible.
 */
public final class Lookup {

  private final ConfigTree tree;
  private final ConfigNode start;
  private final SchemaNode schema;
  private final CheckOptions options;

  public Lookup(ConfigTree tree, Schema schema, CheckOptions options) {
    this(tree, tree.root(), schema.root(), options);
  }

  /**
   * Looks into a part of a document.
   *
   * @param start the value of the tree that {@code schema} describes; paths begin there
   */
  public Lookup(ConfigTree tree, ConfigNode start, SchemaNode schema, CheckOptions options) {
    this.tree = tree;
    this.start = start;
    this.schema = schema;
    this.options = options;
  }

  /**
   * The place of a value of the tree. The value must not lie outside of where the look-up starts.
   */
  public Place at(ConfigNode value) {
    return at(pathOf(value));
  }

  private NodePath pathOf(ConfigNode value) {
    int above = tree.pathOf(start).length();
    List<String> steps = tree.pathOf(value).steps();
    return new NodePath(steps.subList(Math.min(above, steps.size()), steps.size()));
  }

  /**
   * The place at the end of a path, whether the document has a value there or not.
   *
   * @param path keys, and indexes of items in decimal
   */
  public Place at(NodePath path) {
    return walk(path).place;
  }

  /**
   * Whether nothing reads the value at the end of a path, because a key beside it or beside one of
   * the objects around it selects a variant that does without.
   */
  public boolean isUnread(NodePath path) {
    return walk(path).unread;
  }

  /** The members of an object of the tree that are unread, in order. */
  public List<Member> unreadMembers(ObjectNode object) {
    End end = walk(pathOf(object));
    List<Member> unread = new ArrayList<>();
    for (Member member : object.members()) {
      if (end.unread || end.place.isUnread(member.name())) {
        unread.add(member);
      }
    }
    return unread;
  }

  /**
   * What a value of the tree would break at the end of a path.
   *
   * @param value from anywhere in the tree
   */
  public List<SchemaProblem> problemsOf(ConfigNode value, NodePath path) {
    // Those that hold in any case judge with all of their alternatives.
    return at(path).certain().stream()
        .flatMap(part -> SchemaCheck.problems(tree, value, part, options).stream())
        .toList();
  }

  private record End(Place place, boolean unread) {}

  private End walk(NodePath path) {
    ConfigNode value = start;
    Place place = resolved(new Place(schema.alone(), List.of(), List.of()), value);
    boolean unread = false;
    for (String step : path.steps()) {
      if (value instanceof ArrayNode || isList(place.types())) {
        place = place.item();
        value = item(value, step);
      } else {
        unread |= place.isUnread(step);
        place = key(place, step);
        value = value.get(step);
      }
      place = resolved(place, value);
    }
    return new End(place, unread);
  }

  private static boolean isList(Set<ValueType> types) {
    return types.contains(ValueType.ARRAY) && !types.contains(ValueType.OBJECT);
  }

  private Place resolved(Place place, ConfigNode value) {
    return Variants.resolve(Checker.ofUnfinished(tree, options), value, place);
  }

  private Place key(Place object, String name) {
    Place exact = object.key(name);
    if (!exact.isUnknown() || !options.ignoreCase()) {
      return exact;
    }
    return object.properties().stream()
        .filter(known -> known.name().equalsIgnoreCase(name))
        .findFirst()
        .map(Property::place)
        .orElse(exact);
  }

  private static ConfigNode item(ConfigNode array, String step) {
    try {
      return array.get(Integer.parseInt(step));
    } catch (NumberFormatException e) {
      return MissingNode.NOWHERE;
    }
  }
}
