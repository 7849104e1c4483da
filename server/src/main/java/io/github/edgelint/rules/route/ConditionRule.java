package io.github.edgelint.rules.route;

import io.github.edgelint.embedded.route.ConditionProblem;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rule about conditions that can be read and do not do what they seem to say. */
abstract class ConditionRule extends RouteRule {

  @Override
  final void check(RoutePlace place, RuleContext context) {
    if (!place.route().isReadable()) {
      return;
    }
    for (ConditionProblem problem : place.route().conditionProblems()) {
      if (covers(problem.kind())) {
        check(place, problem, context);
      }
    }
  }

  /** Whether the rule speaks of such problems. */
  abstract boolean covers(ConditionProblem.Kind kind);

  abstract void check(RoutePlace place, ConditionProblem problem, RuleContext context);

  /** The explanation of a problem, followed by what edgeHub makes of it. */
  static Message message(ConditionProblem problem, String consequence) {
    List<Object> arguments = new ArrayList<>();
    for (Map.Entry<String, String> argument : problem.arguments().entrySet()) {
      arguments.add(argument.getKey());
      arguments.add(argument.getValue());
    }
    return Message.of(problem.template() + consequence, arguments.toArray());
  }
}
