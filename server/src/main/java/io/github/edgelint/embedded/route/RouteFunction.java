package io.github.edgelint.embedded.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A function that conditions may call; letter case of the name does not matter.
 *
 * <p>Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/query/ConditionVisitor.cs
 * and query/builtins.
 */
public enum RouteFunction {
  ABS(RouteType.NUMBER, "The number without its sign.", number("number")),
  AS_NUMBER(
      RouteType.NUMBER,
      "The number that a text such as `21.5` holds; undefined when it holds none. Properties are"
          + " text, so a comparison with a number needs this.",
      new Parameter("value", Parameter.Type.TEXT_OR_NUMBER)),
  CEILING(RouteType.NUMBER, "The smallest whole number that is not below.", number("number")),
  CONCAT(
      RouteType.TEXT,
      "The texts, one after the other; also written `a || b`.",
      text("first"),
      text("second")),
  CONTAINS(
      RouteType.BOOLEAN,
      "Whether the second text stands somewhere in the first; letter case counts.",
      text("text"),
      text("part")),
  ENDS_WITH(
      RouteType.BOOLEAN,
      "Whether the first text ends with the second; letter case counts.",
      text("text"),
      text("end")),
  EXP(RouteType.NUMBER, "e to the power of the number.", number("number")),
  FLOOR(RouteType.NUMBER, "The largest whole number that is not above.", number("number")),
  INDEX_OF(
      RouteType.NUMBER,
      "Where the second text begins in the first, counted from 0; -1 when it is not there.",
      text("text"),
      text("part")),
  IS_BOOL(RouteType.BOOLEAN, "Whether the value is `true` or `false`.", any("value")),
  IS_DEFINED(
      RouteType.BOOLEAN,
      "Whether the message has the property. `NOT IS_DEFINED($connectionModuleId)` holds for"
          + " messages of downstream devices.",
      any("value")),
  IS_NULL(RouteType.BOOLEAN, "Whether the value is `null`.", any("value")),
  IS_NUMBER(RouteType.BOOLEAN, "Whether the value is a number.", any("value")),
  IS_STRING(RouteType.BOOLEAN, "Whether the value is text.", any("value")),
  LENGTH(RouteType.NUMBER, "The number of characters.", text("text")),
  LOWER(RouteType.TEXT, "The text in lower case.", text("text")),
  POWER(
      RouteType.NUMBER,
      "The first number to the power of the second.",
      number("base"),
      number("exponent")),
  SIGN(RouteType.NUMBER, "-1, 0 or 1 by the sign of the number.", number("number")),
  SQRT(RouteType.NUMBER, "The square root; undefined below 0.", number("number")),
  SQUARE(RouteType.NUMBER, "The number times itself.", number("number")),
  STARTS_WITH(
      RouteType.BOOLEAN,
      "Whether the first text begins with the second; letter case counts.",
      text("text"),
      text("start")),
  SUBSTRING(
      RouteType.TEXT,
      "A part of the text; undefined when it reaches beyond.",
      text("text"),
      number("start"),
      number("length")),
  /** Compiles for a kind of source that edgeHub never creates. */
  TWIN_CHANGE_INCLUDES(
      RouteType.BOOLEAN,
      "A function of IoT Hub; on a device no condition with it can be used.",
      text("path")),
  UPPER(RouteType.TEXT, "The text in upper case.", text("text"));

  /** What a function takes in one place. */
  public record Parameter(String name, Type type) {

    /** Which values a parameter takes. */
    public enum Type {
      TEXT("text"),
      NUMBER("a number"),
      TEXT_OR_NUMBER("text or a number"),
      ANY("any value");

      private final String words;

      Type(String words) {
        this.words = words;
      }

      /** The type in words, as in "takes a number". */
      public String words() {
        return words;
      }

      boolean takes(RouteType given) {
        return switch (this) {
          case ANY -> true;
          case TEXT -> given == RouteType.TEXT || given.isOpen();
          case NUMBER -> given == RouteType.NUMBER || given.isOpen();
          case TEXT_OR_NUMBER ->
              given == RouteType.TEXT || given == RouteType.NUMBER || given.isOpen();
        };
      }
    }
  }

  private static final List<RouteFunction> ALL = List.of(values());

  private final RouteType result;
  private final String documentation;
  private final List<Parameter> parameters;

  RouteFunction(RouteType result, String documentation, Parameter... parameters) {
    this.result = result;
    this.documentation = documentation;
    this.parameters = List.of(parameters);
  }

  private static Parameter text(String name) {
    return new Parameter(name, Parameter.Type.TEXT);
  }

  private static Parameter number(String name) {
    return new Parameter(name, Parameter.Type.NUMBER);
  }

  private static Parameter any(String name) {
    return new Parameter(name, Parameter.Type.ANY);
  }

  /** All functions in the order of the alphabet, {@link #TWIN_CHANGE_INCLUDES} included. */
  public static List<RouteFunction> all() {
    return ALL;
  }

  /** The function of a name, letter case aside. */
  public static Optional<RouteFunction> of(String name) {
    for (RouteFunction function : ALL) {
      if (function.name().equalsIgnoreCase(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  /** The name as it is usually written. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a call gives. */
  public RouteType result() {
    return result;
  }

  /** What the function does, in Markdown. */
  public String documentation() {
    return documentation;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * The parameter that the argument at {@code index} is for; the last one may take all the rest.
   */
  public Optional<Parameter> parameter(int index) {
    if (index < parameters.size()) {
      return Optional.of(parameters.get(index));
    }
    return takesMore() ? Optional.of(parameters.get(parameters.size() - 1)) : Optional.empty();
  }

  /** Whether the last parameter may be given any number of times. */
  private boolean takesMore() {
    return this == CONCAT;
  }

  /** The number of arguments that a call must have at least. */
  public int leastArguments() {
    return this == SUBSTRING ? 2 : parameters.size();
  }

  /** Whether a call with so many arguments compiles. */
  public boolean takes(int arguments) {
    return arguments >= leastArguments() && (takesMore() || arguments <= parameters.size());
  }

  /** How many arguments the function takes, in words. */
  public String arity() {
    int least = leastArguments();
    if (takesMore()) {
      return "at least " + least + " arguments";
    }
    return least == parameters.size()
        ? least + (least == 1 ? " argument" : " arguments")
        : least + " or " + parameters.size() + " arguments";
  }

  /** Whether a device can use the function at all. */
  public boolean worksOnDevices() {
    return this != TWIN_CHANGE_INCLUDES;
  }

  /** A call with the names of the parameters, such as {@code substring(text, start[, length])}. */
  public String signature() {
    List<String> names = new ArrayList<>();
    parameters.forEach(parameter -> names.add(parameter.name()));
    String required = String.join(", ", names.subList(0, leastArguments()));
    String optional =
        leastArguments() < names.size()
            ? "[, " + names.get(names.size() - 1) + "]"
            : takesMore() ? ", …" : "";
    return text() + "(" + required + optional + ")";
  }
}
