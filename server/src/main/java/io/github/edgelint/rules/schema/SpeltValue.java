package io.github.edgelint.rules.schema;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** Writes one of the allowed values in the place of another. */
final class SpeltValue {

  private SpeltValue() {}

  static List<TextEdit> set(
      Document document, SchemaProblem.NotAllowedValue problem, String display) {
    return set(document, problem.value(), problem.allowed(), display);
  }

  /**
   * @param display how the allowed value is shown
   */
  private static List<TextEdit> set(
      Document document, ScalarNode value, List<AllowedValue> allowed, String display) {
    for (AllowedValue candidate : allowed) {
      if (candidate.value().display().equals(display)) {
        NewValue written = WrittenValue.of(candidate.value());
        return DocumentEditor.of(document).set(value, written);
      }
    }
    return List.of();
  }
}
