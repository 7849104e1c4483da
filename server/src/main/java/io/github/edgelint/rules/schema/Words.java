package io.github.edgelint.rules.schema;

import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How messages name keys, tables and types. */
final class Words {

  private static final String DESIRED = "properties.desired";

  private Words() {}

  /** The name of the key that a value stands under; an item of an array goes by the array's key. */
  static String key(Document document, ConfigNode value) {
    return lastName(document.tree().pathOf(value).steps());
  }

  private static String lastName(List<String> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (!isIndex(steps.get(i))) {
        String name = withoutDesired(steps.get(i));
        boolean vague = (name.equals("value") || name.equals("uri")) && i > 0;
        return vague ? steps.get(i - 1) + "." + name : name;
      }
    }
    return "the document";
  }

  /**
   * What people call an object: {@code [agent.config]} in TOML, {@code modules.camera.settings} in
   * a manifest, in backticks.
   */
  static String table(Document document, ConfigNode object) {
    return table(document, document.tree().pathOf(object).steps());
  }

  /** The same for an object that may not be there. */
  static String table(Document document, List<String> path) {
    if (path.isEmpty()) {
      return isToml(document) ? "the root of the file" : "the root of the document";
    }
    return isToml(document) ? "`[" + String.join(".", path) + "]`" : quoted(inTwin(path));
  }

  /** The way from the desired properties of a twin, or from the root where there is none. */
  private static String inTwin(List<String> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (isDesired(steps.get(i))) {
        List<String> rest = new ArrayList<>(steps.subList(i + 1, steps.size()));
        String dotted = withoutDesired(steps.get(i));
        if (!dotted.equals(steps.get(i))) {
          rest.add(0, dotted);
        }
        String twin = i > 0 ? steps.get(i - 1) + "." : "";
        return rest.isEmpty() ? twin + DESIRED : String.join(".", rest);
      }
    }
    return String.join(".", steps);
  }

  private static boolean isDesired(String step) {
    return step.regionMatches(true, 0, DESIRED, 0, DESIRED.length());
  }

  private static String withoutDesired(String step) {
    String prefix = DESIRED + ".";
    return step.length() > prefix.length() && isDesired(step)
        ? step.substring(prefix.length())
        : step;
  }

  private static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isToml(Document document) {
    return document.tree().language() == Language.TOML;
  }

  /** Who reads the object: the end of "… ignores it". */
  static String reader(Document document, ConfigNode object) {
    if (isToml(document)) {
      return "`iotedge config apply`";
    }
    List<String> steps = document.tree().pathOf(object).steps();
    if (steps.contains("$edgeHub")) {
      return "edgeHub";
    }
    return steps.contains("$edgeAgent") ? "the agent" : "IoT Hub";
  }

  /** What happens because of the problem, as the end of a sentence. */
  static String consequence(SchemaProblem problem, Document document) {
    return problem
        .demand()
        .consequence()
        .orElse(
            isToml(document)
                ? "`iotedge config apply` refuses the file"
                : "the deployment is refused");
  }

  /** The severity that the schema gives a violation, where the rule would say error. */
  static Severity severity(SchemaProblem problem) {
    boolean milder = problem.demand().annotation("severity").filter("warning"::equals).isPresent();
    return milder ? Severity.WARNING : Severity.ERROR;
  }

  /** What a value may be: {@code text or a whole number}. */
  static String types(Document document, Collection<ValueType> types) {
    List<String> words = new ArrayList<>();
    for (ValueType type : ValueType.values()) {
      // A whole number is a number, and nobody is told to write null.
      boolean silent =
          (type == ValueType.INTEGER && types.contains(ValueType.NUMBER))
              || (type == ValueType.NULL && types.size() > 1);
      if (types.contains(type) && !silent) {
        words.add(type(document, type));
      }
    }
    return either(words);
  }

  /** What a value is: {@code a boolean}. */
  static String actual(Document document, ValueType type) {
    return switch (type) {
      case BOOLEAN -> "a boolean";
      case NUMBER -> "a floating-point number";
      default -> type(document, type);
    };
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String either(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String all(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  static String quoted(String word) {
    return "`" + word + "`";
  }

  private static String type(Document document, ValueType type) {
    return switch (type) {
      case STRING -> "text";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case BOOLEAN -> "`true` or `false`";
      case OBJECT -> isToml(document) ? "a table" : "an object";
      case ARRAY -> isToml(document) ? "an array" : "a list";
      case NULL -> "`null`";
      case DATE_TIME -> "a date or time";
      case UNKNOWN -> type.name().toLowerCase(Locale.ROOT);
    };
  }
}
