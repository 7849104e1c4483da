package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.TextRange;
import java.util.Map;
import java.util.Optional;

/**
 * A condition that can be read but does not do what it seems to say. Only what is certain without
 * knowing the messages is told.
 *
 * @param range the expression at fault
 * @param template what is wrong, a clause without a full stop, with {@code {name}} for arguments
 * @param arguments pieces of the route by name
 * @param mend how to put it right
 */
public record ConditionProblem(
    Kind kind,
    TextRange range,
    String template,
    Map<String, String> arguments,
    Optional<Mend> mend) {

  public ConditionProblem {
    arguments = Map.copyOf(arguments);
  }

  /** What is wrong, with the pieces of the route in place. */
  public String explanation() {
    String text = template;
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      text = text.replace("{" + argument.getKey() + "}", argument.getValue());
    }
    return text;
  }

  /** What is wrong. */
  public enum Kind {
    /** Values that an operator cannot bring together; edgeHub cannot compile the condition. */
    OPERANDS,
    /** {@code NOT a = b}, which is {@code (NOT a) = b}; edgeHub cannot compile the condition. */
    NOT_BINDS_FIRST,
    /** A value of the wrong type for a function; edgeHub cannot compile the condition. */
    ARGUMENT,
    /** A query of the body without a path; edgeHub cannot compile the condition. */
    BODY_PATH,
    /** A function that is not known; edgeHub cannot compile the condition. */
    UNKNOWN_FUNCTION,
    /** Too many arguments or too few; edgeHub cannot compile the condition. */
    ARGUMENT_COUNT,
    /** A function that no device can use; edgeHub cannot compile the condition. */
    UNUSABLE_FUNCTION,
    /** An operator that has become a part of a name, for want of blanks. */
    GLUED_OPERATOR,
    /** {@code TRUE} and the like, which are names in any letter case but lower. */
    LITERAL_CASE,
    /** A doubled quote as in SQL, which makes a name of the text. */
    DOUBLED_QUOTE,
    /** A text in quotes of a word processor, which belong to a name. */
    TYPOGRAPHIC_QUOTES
  }
}
