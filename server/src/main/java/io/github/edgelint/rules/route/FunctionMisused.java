package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.ConditionProblem;
import io.github.edgelint.embedded.route.RouteFunction;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** EDGE503: a call that edgeHub cannot compile. */
final class FunctionMisused extends ConditionRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE503", "route-function", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  boolean covers(ConditionProblem.Kind kind) {
    return switch (kind) {
      case UNKNOWN_FUNCTION, ARGUMENT_COUNT, UNUSABLE_FUNCTION -> true;
      default -> false;
    };
  }

  @Override
  void check(RoutePlace place, ConditionProblem problem, RuleContext context) {
    boolean unknown = problem.kind() == ConditionProblem.Kind.UNKNOWN_FUNCTION;
    context.report(
        place
            .finding(
                INFO,
                problem.range(),
                message(problem, "; edgeHub rejects the condition after reporting success."))
            .withSeverity(unknown ? Severity.WARNING : Severity.ERROR)
            .withFix(unknown ? nearest(place, problem) : Optional.empty()));
  }

  private static Optional<Fix> nearest(RoutePlace place, ConditionProblem problem) {
    String written = problem.range().of(place.route().text());
    List<String> names =
        RouteFunction.all().stream()
            .filter(RouteFunction::worksOnDevices)
            .map(RouteFunction::text)
            .toList();
    boolean upper = written.equals(written.toUpperCase(Locale.ROOT));
    return NearestName.of(written, names)
        .map(name -> upper ? name.toUpperCase(Locale.ROOT) : name)
        .map(
            name -> place.unsafe("Replace by `" + name + "`", new TextEdit(problem.range(), name)));
  }
}
