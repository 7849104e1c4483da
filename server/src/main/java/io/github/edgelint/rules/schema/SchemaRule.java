package io.github.edgelint.rules.schema;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentSchema;
import java.util.Optional;

/** A rule about one kind of schema problem. */
abstract class SchemaRule implements DocumentRule {

  private final RuleInfo info;

  SchemaRule(RuleInfo info) {
    this.info = info;
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Optional<DocumentSchema> schema = document.schema();
    if (schema.isPresent()) {
      for (SchemaProblem problem : schema.get().problems()) {
        // Rules of group 6xx read createOptions in all their forms.
        if (!problem.demand().schema().location().startsWith("create-options#")) {
          check(problem, document, context);
        }
      }
    }
  }

  abstract void check(SchemaProblem problem, Document document, RuleContext context);

  /** Whether the schema names another rule that says more about this problem. */
  boolean isForAnother(SchemaProblem problem) {
    return problem
        .demand()
        .annotation("rule")
        .filter(code -> !code.equals(info.code()))
        .isPresent();
  }
}
