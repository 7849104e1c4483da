package io.github.edgelint.embedded.route;

/** Writes a condition with brackets around everything that binds together. */
final class Shape {

  private Shape() {}

  static String of(Condition condition, String text) {
    if (condition instanceof Condition.Nested nested) {
      return of(nested.inner(), text);
    }
    if (condition instanceof Condition.Binary binary) {
      return "("
          + of(binary.left(), text)
          + " "
          + binary.operator().symbol()
          + " "
          + of(binary.right(), text)
          + ")";
    }
    if (condition instanceof Condition.Unary unary) {
      return "(" + unary.operator().symbol() + " " + of(unary.operand(), text) + ")";
    }
    if (condition instanceof Condition.Call call) {
      StringBuilder shape = new StringBuilder(call.function().text()).append('(');
      for (Condition argument : call.arguments()) {
        shape
            .append(shape.charAt(shape.length() - 1) == '(' ? "" : ", ")
            .append(of(argument, text));
      }
      return shape.append(')').toString();
    }
    return condition.range().of(text);
  }
}
