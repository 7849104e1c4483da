package io.github.edgelint.rules.container;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.SchemaCheck;
import io.github.edgelint.schema.SchemaNode;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.Schemas;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.Recent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The create options whose values have a type that their reader does not take. */
final class OptionTypes {

  private static final Map<ValueType, String> WORDS =
      Map.of(
          ValueType.OBJECT, "an object",
          ValueType.ARRAY, "a list",
          ValueType.STRING, "text",
          ValueType.INTEGER, "a whole number",
          ValueType.NUMBER, "a number",
          ValueType.BOOLEAN, "`true` or `false`",
          ValueType.NULL, "`null`");

  private static final Set<ValueType> NULLABLE =
      Set.of(ValueType.OBJECT, ValueType.ARRAY, ValueType.NULL);

  /** Nodes are compared by identity: a text that is as before has the same ones. */
  private record Checked(ConfigNode root, boolean template) {}

  private static final Recent<Checked, List<SchemaProblem>> CHECKED = new Recent<>(200);

  private OptionTypes() {}

  /**
   * A wrong value.
   *
   * @param path its way from the root of the options
   */
  record Wrong(
      ConfigNode value, NodePath path, String expected, String actual, Set<ValueType> types) {}

  /**
   * What is wrong for one reader.
   *
   * @param reader {@code agent} or {@code edged}, as the schema names them
   */
  static List<Wrong> of(Container container, String reader) {
    List<Wrong> found = new ArrayList<>();
    if (!container.isReadable()) {
      return found;
    }
    for (SchemaProblem problem : problems(container)) {
      if (reader.equals("agent") && isNothing(container, problem)) {
        continue;
      }
      Optional<Wrong> wrong =
          problem
                  .demand()
                  .annotation("reader")
                  .filter(readerOf(problem, reader)::equals)
                  .isPresent()
              ? wrong(container, problem)
              : Optional.empty();
      wrong.ifPresent(found::add);
    }
    return found;
  }

  /** Empty text for a list or an object; of those further below, null is refused as well. */
  private static boolean isNothing(Container container, SchemaProblem problem) {
    return problem instanceof SchemaProblem.WrongType type
        && type.value().asText().filter(String::isEmpty).isPresent()
        && NULLABLE.containsAll(type.expected())
        && container.pathOf(type.value()).length() <= 2;
  }

  private static List<SchemaProblem> problems(Container container) {
    CreateOptions options = container.options();
    return CHECKED.get(
        new Checked(options.root(), container.document().isTemplate()),
        checked ->
            SchemaCheck.problems(
                options.tree(), options.root(), schema(), checkOptions(container)));
  }

  private static SchemaNode schema() {
    return Schemas.bundled().get("create-options").root();
  }

  private static CheckOptions checkOptions(Container container) {
    return CheckOptions.STRICT.withIgnoreCase(true).withPlaceholders(container::isUnknown);
  }

  /** Whether the readers would take a value as the option at a path from the root. */
  static boolean fits(Container container, ConfigNode value, NodePath path) {
    CreateOptions options = container.options();
    return new Lookup(options.tree(), options.root(), schema(), checkOptions(container))
        .problemsOf(value, path).stream()
            .noneMatch(problem -> wrong(container, problem).isPresent());
  }

  /** Whether they would take it as an item of the list at a path: an object has a known member. */
  static boolean fitsAsItem(Container container, ConfigNode value, NodePath list) {
    NodePath item = list.child("0");
    CreateOptions options = container.options();
    boolean isItem =
        !(value instanceof ObjectNode object)
            || new Lookup(options.tree(), options.root(), schema(), checkOptions(container))
                .at(item).properties().stream()
                    .anyMatch(known -> object.memberIgnoreCase(known.name()).isPresent());
    return isItem && fits(container, value, item);
  }

  /** A port without a list passes the agent and stops aziot-edged. */
  private static String readerOf(SchemaProblem problem, String wanted) {
    boolean nullPort =
        problem instanceof SchemaProblem.WrongType type
            && type.actual() == ValueType.NULL
            && type.expected().equals(Set.of(ValueType.ARRAY));
    return nullPort ? (wanted.equals("edged") ? "agent" : "nobody") : wanted;
  }

  private static Optional<Wrong> wrong(Container container, SchemaProblem problem) {
    if (problem instanceof SchemaProblem.WrongType type) {
      Set<ValueType> expected = new LinkedHashSet<>(type.expected());
      expected.remove(ValueType.NULL);
      return Optional.of(
          new Wrong(
              type.value(),
              container.pathOf(type.value()),
              words(expected),
              words(Set.of(type.actual())),
              Set.copyOf(expected)));
    }
    if (problem instanceof SchemaProblem.BadFormat format) {
      return Optional.of(
          new Wrong(
              format.value(),
              container.pathOf(format.value()),
              demanded(format.detail()),
              "`" + format.value().text() + "`",
              Set.of(ValueType.INTEGER)));
    }
    if (problem instanceof SchemaProblem.NotAllowedValue value) {
      return Optional.of(
          new Wrong(
              value.value(),
              container.pathOf(value.value()),
              words(value.allowed()),
              "`" + value.value().text() + "`",
              Set.of()));
    }
    return Optional.empty();
  }

  /** {@code Write a whole number.} as the end of "it must be". */
  private static String demanded(String advice) {
    String bare = advice.startsWith("Write ") ? advice.substring("Write ".length()) : advice;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String words(List<AllowedValue> values) {
    List<String> words = new ArrayList<>();
    for (AllowedValue allowed : values) {
      String value = allowed.value().display();
      words.add(value.isEmpty() ? "empty" : "`" + value + "`");
    }
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String words(Set<ValueType> types) {
    List<String> words = new ArrayList<>();
    for (ValueType type : ValueType.values()) {
      if (types.contains(type) && WORDS.containsKey(type)) {
        words.add(WORDS.get(type));
      }
    }
    return String.join(" or ", words);
  }
}
