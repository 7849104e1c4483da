package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.ConditionProblem;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;

/** EDGE505: an operator without blanks, which has become a part of a name. */
final class GluedOperator extends ConditionRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE505", "route-glued-operator", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  boolean covers(ConditionProblem.Kind kind) {
    return kind == ConditionProblem.Kind.GLUED_OPERATOR;
  }

  @Override
  void check(RoutePlace place, ConditionProblem problem, RuleContext context) {
    context.report(
        place
            .finding(
                INFO,
                problem.range(),
                message(problem, ", so the condition never holds; put blanks around the operator."))
            .withFix(problem.mend().filter(place.route()::isHelped).map(place::fix)));
  }
}
