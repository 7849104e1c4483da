package io.github.edgelint.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the root of a document to a value.
 *
 * @param steps names of members, and indexes of items in decimal
 */
public record NodePath(List<String> steps) {

  public static final NodePath ROOT = new NodePath(List.of());

  public NodePath {
    steps = List.copyOf(steps);
  }

  public static NodePath of(String... steps) {
    return new NodePath(List.of(steps));
  }

  public NodePath child(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new NodePath(longer);
  }

  public int length() {
    return steps.size();
  }

  public String last() {
    return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
  }

  public NodePath parent() {
    return steps.isEmpty() ? this : new NodePath(steps.subList(0, steps.size() - 1));
  }

  public boolean startsWith(String... prefix) {
    return steps.size() >= prefix.length && steps.subList(0, prefix.length).equals(List.of(prefix));
  }

  /** The JSON Pointer of RFC 6901. */
  public String toPointer() {
    StringBuilder pointer = new StringBuilder();
    for (String step : steps) {
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /** The steps joined by dots, as TOML writes a table name. For people; not to be parsed. */
  public String toDotted() {
    return String.join(".", steps);
  }
}
