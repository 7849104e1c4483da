package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/** An expression of the condition behind {@code WHERE}. */
public sealed interface Condition {

  /** Where the expression stands in the route, parentheses included. */
  TextRange range();

  /** A number; edgeHub calculates with doubles. */
  record NumberLiteral(TextRange range, String text) implements Condition {}

  /**
   * A text in quotes.
   *
   * @param unknown whether it holds a placeholder
   */
  record TextLiteral(TextRange range, boolean unknown) implements Condition {}

  /** {@code true}, {@code false}, {@code null} or {@code undefined}; lower case only. */
  record WordLiteral(TextRange range, Word word) implements Condition {

    /** The words of the language that stand for a value. */
    public enum Word {
      TRUE,
      FALSE,
      NULL,
      UNDEFINED
    }
  }

  /** An application property of the message. */
  record Property(RouteName name) implements Condition {
    @Override
    public TextRange range() {
      return name.range();
    }
  }

  /**
   * {@code $name}: a system property or a query of the body.
   *
   * @param name the word with its dollar sign
   */
  record SystemProperty(TextRange range, RouteName name) implements Condition {

    private static final String BODY = "$body.";

    /** Whether the word looks into the body of the message. */
    public boolean isBodyQuery() {
      return name.text().regionMatches(true, 0, BODY, 0, BODY.length());
    }

    /** The path of a query of the body, such as {@code weather.temperature}. */
    public Optional<String> bodyPath() {
      return isBodyQuery() ? Optional.of(name.text().substring(BODY.length())) : Optional.empty();
    }
  }

  /**
   * A call of a function.
   *
   * @param argumentsRange what stands between the parentheses
   */
  record Call(
      TextRange range, RouteName function, List<Condition> arguments, TextRange argumentsRange)
      implements Condition {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code NOT} or a minus sign with its operand. */
  record Unary(TextRange range, Operator operator, Condition operand) implements Condition {}

  /** Two operands and what stands between them. */
  record Binary(
      TextRange range, Operator operator, TextRange operatorRange, Condition left, Condition right)
      implements Condition {}

  /** An expression in parentheses. */
  record Nested(TextRange range, Condition inner) implements Condition {}

  /** A place where an expression is missing, or stands in a way that cannot be read. */
  record Unreadable(TextRange range) implements Condition {}

  /** The expression without the parentheses around it. */
  default Condition bare() {
    Condition bare = this;
    while (bare instanceof Nested nested) {
      bare = nested.inner();
    }
    return bare;
  }
}
