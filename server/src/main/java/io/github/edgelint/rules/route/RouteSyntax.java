package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteProblem;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** EDGE500: a route that edgeHub cannot read. */
final class RouteSyntax extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE500", "route-syntax", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  private static final List<String> KEYWORDS = List.of("SELECT", "FROM", "WHERE", "INTO");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    if (place.route().text().isBlank()) {
      return; // EDGE511
    }
    for (RouteProblem problem : place.route().problems()) {
      String consequence =
          problem.late()
              ? "edgeHub cannot compile the condition of route `{name}` ({expected} expected); it"
                  + " reports success, then keeps the old routes and stops at its next start."
              : "edgeHub cannot parse route `{name}` ({expected} expected); it refuses all routes"
                  + " of this configuration and stops at its next start.";
      context.report(
          place
              .finding(
                  INFO,
                  problem.range(),
                  Message.of(consequence, "name", place.name(), "expected", problem.expected()))
              .withFix(problem.mend().map(place::fix).or(() -> keyword(place, problem))));
    }
  }

  /** The keyword that a misspelt word was meant to be, where that is all that is wrong. */
  private static Optional<Fix> keyword(RoutePlace place, RouteProblem problem) {
    if (problem.kind() != RouteProblem.Kind.UNEXPECTED) {
      return Optional.empty();
    }
    String route = place.route().text();
    return NearestName.of(problem.range().of(route), KEYWORDS)
        .map(keyword -> new TextEdit(problem.range(), keyword))
        .filter(edit -> Route.parse(TextEdit.apply(route, List.of(edit))).isReadable())
        .map(edit -> place.unsafe("Replace by `" + edit.newText() + "`", edit));
  }
}
