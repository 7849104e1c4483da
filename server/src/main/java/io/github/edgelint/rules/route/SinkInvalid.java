package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE507: a sink that edgeHub does not know. */
final class SinkInvalid extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE507", "route-sink-invalid", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    Optional<RouteSink> sink = place.route().sink();
    if (!place.route().isReadable() || sink.flatMap(RouteSink::fault).isEmpty()) {
      return;
    }
    context.report(
        sink.get().fault().get() == RouteSink.Fault.WORDS
            ? misspelt(place, (RouteSink.Endpoint) sink.get())
            : unknown(place, sink.get()));
  }

  private static Finding unknown(RoutePlace place, RouteSink sink) {
    return place
        .finding(
            INFO,
            sink.range(),
            Message.of(
                "`{sink}` is no sink edgeHub knows, and it refuses all routes; use `$upstream` or"
                    + " `BrokeredEndpoint(\"/modules/<module>/inputs/<input>\")`.",
                "sink",
                sink.range().of(place.route().text())))
        .withFix(replacement(place, sink));
  }

  private static Optional<Fix> replacement(RoutePlace place, RouteSink sink) {
    if (sink instanceof RouteSink.Endpoint endpoint) {
      boolean address =
          endpoint.fault().get() == RouteSink.Fault.UNKNOWN_FUNCTION
              && endpoint.module().isPresent();
      return address
          ? Optional.of(
              place.unsafe(
                  "Replace by `" + RouteSink.Endpoint.FUNCTION + "`",
                  new TextEdit(endpoint.function().range(), RouteSink.Endpoint.FUNCTION)))
          : Optional.empty();
    }
    return Optional.of(
        place.unsafe(
            "Replace by `" + RouteSink.System.UPSTREAM + "`",
            new TextEdit(sink.range(), RouteSink.System.UPSTREAM)));
  }

  private static Finding misspelt(RoutePlace place, RouteSink.Endpoint sink) {
    return place
        .finding(
            INFO,
            sink.range(),
            Message.of(
                "The words of `{address}` are not `modules` and `inputs`; edgeHub does not check"
                    + " them and delivers to input `{input}` of module `{module}`, but other tools"
                    + " do not know the sink.",
                "address",
                sink.address().text(),
                "input",
                sink.input().orElseThrow().text(),
                "module",
                sink.module().orElseThrow().text()))
        .withSeverity(Severity.INFO)
        .withFix(place.unsafe("Correct the words", words(sink.parts())));
  }

  private static List<TextEdit> words(List<RouteName> parts) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += 2) {
      String word = i == 0 ? "modules" : "inputs";
      if (!parts.get(i).is(word)) {
        edits.add(new TextEdit(parts.get(i).range(), word));
      }
    }
    return edits;
  }
}
