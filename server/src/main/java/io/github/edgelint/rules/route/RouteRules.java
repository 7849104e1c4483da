package io.github.edgelint.rules.route;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 5xx. */
public final class RouteRules {

  private RouteRules() {}

  public static List<Rule> all() {
    return List.of(
        new RouteSyntax(),
        new TextAfterSink(),
        new ConditionType(),
        new FunctionMisused(),
        new GluedOperator(),
        new LiteralMisread(),
        new SinkInvalid(),
        new SourceNeverMatches(),
        new SourceUnknownModule(),
        new SinkUnknownModule(),
        new RouteObjectInvalid(),
        new RouteLoop());
  }
}
