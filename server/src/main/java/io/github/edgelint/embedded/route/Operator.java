package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteToken.Kind;
import java.util.Optional;

/**
 * The operators of conditions, the ones that bind tightest first: {@code NOT a = b} is {@code (NOT
 * a) = b}.
 *
 * <p>Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/grammar/Condition.g4.
 */
public enum Operator {
  NEGATE("-", 9, Group.ARITHMETIC),
  NOT("NOT", 8, Group.LOGIC),
  MULTIPLY("*", 7, Group.ARITHMETIC),
  DIVIDE("/", 7, Group.ARITHMETIC),
  MODULO("%", 7, Group.ARITHMETIC),
  ADD("+", 6, Group.ARITHMETIC),
  SUBTRACT("-", 6, Group.ARITHMETIC),
  CONCATENATE("||", 6, Group.TEXT),
  LESS("<", 5, Group.COMPARISON),
  LESS_OR_EQUAL("<=", 5, Group.COMPARISON),
  GREATER(">", 5, Group.COMPARISON),
  GREATER_OR_EQUAL(">=", 5, Group.COMPARISON),
  EQUAL("=", 4, Group.COMPARISON),
  NOT_EQUAL("!=", 4, Group.COMPARISON),
  AND("AND", 3, Group.LOGIC),
  OR("OR", 2, Group.LOGIC),
  COALESCE("??", 1, Group.CHOICE);

  /** What an operator does with its operands. */
  public enum Group {
    ARITHMETIC,
    TEXT,
    COMPARISON,
    LOGIC,
    CHOICE
  }

  private final String symbol;
  private final int strength;
  private final Group group;

  Operator(String symbol, int strength, Group group) {
    this.symbol = symbol;
    this.strength = strength;
    this.group = group;
  }

  /** The operator as it is usually written. */
  public String symbol() {
    return symbol;
  }

  public Group group() {
    return group;
  }

  /** How tightly the operator binds; more is tighter. */
  int strength() {
    return strength;
  }

  /** The operator that a token is between two operands. */
  static Optional<Operator> between(Kind kind) {
    return switch (kind) {
      case STAR -> Optional.of(MULTIPLY);
      case SLASH -> Optional.of(DIVIDE);
      case PERCENT -> Optional.of(MODULO);
      case PLUS -> Optional.of(ADD);
      case MINUS -> Optional.of(SUBTRACT);
      case CONCATENATE -> Optional.of(CONCATENATE);
      case LESS -> Optional.of(LESS);
      case LESS_OR_EQUAL -> Optional.of(LESS_OR_EQUAL);
      case GREATER -> Optional.of(GREATER);
      case GREATER_OR_EQUAL -> Optional.of(GREATER_OR_EQUAL);
      case EQUAL -> Optional.of(EQUAL);
      case NOT_EQUAL -> Optional.of(NOT_EQUAL);
      case AND -> Optional.of(AND);
      case OR -> Optional.of(OR);
      case COALESCE -> Optional.of(COALESCE);
      default -> Optional.empty();
    };
  }
}
