package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.ConditionProblem;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** EDGE506: a literal that edgeHub reads as the name of a property. */
final class LiteralMisread extends ConditionRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE506", "route-literal", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  boolean covers(ConditionProblem.Kind kind) {
    return switch (kind) {
      case LITERAL_CASE, DOUBLED_QUOTE, TYPOGRAPHIC_QUOTES -> true;
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
                message(problem, " that no message has, so the condition never holds."))
            .withFix(fix(place, problem)));
  }

  private static Optional<Fix> fix(RoutePlace place, ConditionProblem problem) {
    Mend mend = problem.mend().orElseThrow();
    boolean literal = problem.kind() == ConditionProblem.Kind.LITERAL_CASE;
    return literal && !place.route().isSafe(mend)
        ? quoted(place, problem)
        : Optional.of(place.fix(mend));
  }

  /** Beside an application property, which is text, the text is meant. */
  private static Optional<Fix> quoted(RoutePlace place, ConditionProblem problem) {
    String word = problem.range().of(place.route().text()).toLowerCase(Locale.ROOT);
    TextEdit edit = new TextEdit(problem.range(), "'" + word + "'");
    Route mended = Route.parse(TextEdit.apply(place.route().text(), List.of(edit)));
    return mended.isSound()
        ? Optional.of(place.unsafe("Write `" + edit.newText() + "`", edit))
        : Optional.empty();
  }
}
