package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.ConditionProblem;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;

/** EDGE502: values in a condition that edgeHub cannot bring together. */
final class ConditionType extends ConditionRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE502", "route-condition-type", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  boolean covers(ConditionProblem.Kind kind) {
    return switch (kind) {
      case OPERANDS, NOT_BINDS_FIRST, ARGUMENT, BODY_PATH -> true;
      default -> false;
    };
  }

  @Override
  void check(RoutePlace place, ConditionProblem problem, RuleContext context) {
    context.report(
        place
            .finding(
                INFO,
                problem.range(),
                message(
                    problem,
                    "; edgeHub reports success, then rejects the condition and keeps the old routes"
                        + " (at a start it stops)."))
            .withFix(problem.mend().filter(place.route()::isHelped).map(place::fix)));
  }
}
