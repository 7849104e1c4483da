package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.Condition;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.embedded.route.SourceFault;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE508: a source that no message has. */
final class SourceNeverMatches extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE508", "route-source-never-matches", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    Optional<RouteSource> source = place.route().source();
    Optional<SourceFault> fault = source.flatMap(RouteSource::fault);
    if (place.route().isReadable() && fault.isPresent()) {
      context.report(
          place
              .finding(INFO, fault.get().part().range(), message(source.get(), fault.get()))
              .withFix(fix(place, source.get(), fault.get())));
    }
  }

  private static Message message(RouteSource source, SourceFault fault) {
    String part = fault.part().text();
    if (fault.kind() == SourceFault.Kind.STAR_IN_NAME && isLast(source, fault.part())) {
      return Message.of(
          "`{part}` is no pattern: the star at the end is dropped, and only messages of `{name}`"
              + " itself are taken; others are dropped or go elsewhere.",
          "part",
          part,
          "name",
          withoutStars(part));
    }
    return Message.of(
        "No message has the source `{source}` ("
            + reason(fault)
            + "); whatever it was meant for is dropped or goes elsewhere.",
        "source",
        source.path(),
        "part",
        part);
  }

  private static String reason(SourceFault fault) {
    return switch (fault.kind()) {
      case UNKNOWN_WORD -> "`{part}` should be `" + String.join("` or `", fault.allowed()) + "`";
      case STAR_BEFORE_END -> "`*` stands for anything only at the end";
      case STAR_IN_NAME -> "`*` is no pattern inside a name";
    };
  }

  private static boolean isLast(RouteSource source, RouteName part) {
    return source.parts().indexOf(part) == source.parts().size() - 1;
  }

  private static String withoutStars(String name) {
    int end = name.length();
    while (end > 0 && name.charAt(end - 1) == '*') {
      end--;
    }
    return name.substring(0, end);
  }

  // --- fixes --------------------------------------------------------------------------------

  private static Optional<Fix> fix(RoutePlace place, RouteSource source, SourceFault fault) {
    if (fault.kind() == SourceFault.Kind.UNKNOWN_WORD) {
      return NearestName.of(fault.part().text(), fault.allowed())
          .map(word -> place.unsafe("Correct the word", new TextEdit(fault.part().range(), word)));
    }
    return filterOfOutput(source, fault).flatMap(filter -> filtered(place, source, fault, filter));
  }

  /** The condition that says what the star was meant to say. */
  private static Optional<String> filterOfOutput(RouteSource source, SourceFault fault) {
    List<RouteName> parts = source.parts();
    boolean output =
        parts.size() == 5
            && parts.get(0).is("messages")
            && parts.get(1).is("modules")
            && parts.get(3).is("outputs")
            && parts.get(4).text().indexOf('\'') < 0;
    if (!output) {
      return Optional.empty();
    }
    String name = parts.get(4).text();
    String bare = withoutStars(name);
    if (fault.kind() == SourceFault.Kind.STAR_BEFORE_END && fault.part() == parts.get(2)) {
      return name.indexOf('*') < 0 ? Optional.of("$outputName = '" + name + "'") : Optional.empty();
    }
    return fault.part() == parts.get(4) && bare.indexOf('*') < 0
        ? Optional.of("starts_with($outputName, '" + bare + "')")
        : Optional.empty();
  }

  private static Optional<Fix> filtered(
      RoutePlace place, RouteSource source, SourceFault fault, String filter) {
    if (place.route().into().isEmpty()) {
      return Optional.empty();
    }
    String wide =
        fault.kind() == SourceFault.Kind.STAR_BEFORE_END
            ? "/messages/modules/*"
            : "/messages/modules/" + source.parts().get(2).text() + "/*";
    List<TextEdit> edits = new ArrayList<>();
    edits.add(new TextEdit(source.range(), wide));
    Optional<Condition> condition = place.route().condition();
    if (condition.isPresent()) {
      edits.add(TextEdit.insert(condition.get().range().start(), filter + " AND ("));
      edits.add(TextEdit.insert(condition.get().range().end(), ")"));
    } else {
      edits.add(TextEdit.insert(place.route().into().get().start(), "WHERE " + filter + " "));
    }
    return Optional.of(place.unsafe("Use `" + wide + "` with `$outputName`", edits));
  }
}
