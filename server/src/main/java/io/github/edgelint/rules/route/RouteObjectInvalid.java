package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** EDGE511: a route whose value edgeHub cannot use, whatever its text says. */
final class RouteObjectInvalid implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE511", "route-object-invalid", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  /** Versions that know route objects, and take no blank route. */
  private static final Pattern OBJECT_SCHEMA = Pattern.compile("1\\.[1-3](\\.\\d+)?");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]{1,4}+)?+");

  private static final double LOWEST = 9;

  private static final double LONGEST_TIME_TO_LIVE = 4_294_967_295d;

  /** What edgeHub itself writes for "no priority". */
  private static final double NONE = 2_000_000_000;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (document.manifest().isEmpty()) {
      return;
    }
    DeploymentManifest manifest = document.manifest().get();
    boolean blankIsRefused =
        manifest
            .hubSchemaVersion()
            .asText()
            .filter(version -> OBJECT_SCHEMA.matcher(version).matches())
            .isPresent();
    for (RouteEntry entry : manifest.routes()) {
      if (blankIsRefused && entry.name().isEmpty()) {
        context.report(
            Finding.of(
                INFO,
                document,
                entry.member().key().range(),
                Message.of("A route has no name; edgeHub refuses its whole configuration.")));
      }
      if (entry.object().isPresent()) {
        checkObject(document, entry, context);
      } else {
        checkValue(document, entry, blankIsRefused, context);
      }
    }
  }

  private static void checkValue(
      Document document, RouteEntry entry, boolean blankIsRefused, RuleContext context) {
    ConfigNode value = entry.value();
    if (value instanceof ArrayNode) {
      context.report(broken(document, entry, value, "is a list"));
    } else if (value instanceof ScalarNode scalar) {
      switch (scalar.type()) {
        case INTEGER, FLOAT -> context.report(broken(document, entry, value, "is a number"));
        case BOOLEAN -> context.report(broken(document, entry, value, "is a boolean"));
        case STRING -> {
          if (blankIsRefused && scalar.text().isBlank()) {
            context.report(broken(document, entry, value, "is blank"));
          }
        }
        default -> {}
      }
    }
  }

  private static void checkObject(Document document, RouteEntry entry, RuleContext context) {
    ConfigNode text = entry.textNode();
    boolean unknown = text instanceof ScalarNode scalar && isOpen(scalar);
    boolean misspelt = Misspelling.isOff(document, entry.object().orElseThrow(), "route", context);
    if (!unknown && !misspelt && text.asText().filter(route -> !route.isBlank()).isEmpty()) {
      context.report(
          broken(document, entry, text.isPresent() ? text : entry.value(), "has no `route` text"));
    }
    checkPriority(document, entry, context);
    checkTimeToLive(document, entry, context);
  }

  private static boolean isOpen(ScalarNode scalar) {
    return scalar.type() == ScalarNode.Type.PLACEHOLDER;
  }

  private static void checkPriority(Document document, RouteEntry entry, RuleContext context) {
    ConfigNode priority = entry.priority();
    OptionalDouble number = number(priority);
    if (number.isEmpty()) {
      return;
    }
    double rounded = Math.rint(number.getAsDouble());
    if ((rounded >= 0 && rounded <= LOWEST) || rounded == NONE) {
      return;
    }
    context.report(
        finding(
                document,
                entry,
                priority,
                Message.of(
                    "Route `{route}` has priority {number}, allowed are 0 (first) to 9; edgeHub"
                        + " refuses its whole configuration.",
                    "route",
                    entry.name(),
                    "number",
                    priority.asScalar().orElseThrow().text()))
            .withFix(
                Fix.unsafe(
                    "Set to 9",
                    document,
                    () -> new JsonEditor(document.tree()).set(priority, NewValue.literal("9")))));
  }

  private static void checkTimeToLive(Document document, RouteEntry entry, RuleContext context) {
    ConfigNode timeToLive = entry.timeToLiveSecs();
    OptionalDouble number = number(timeToLive);
    if (number.isEmpty()) {
      return;
    }
    double rounded = Math.rint(number.getAsDouble());
    if (rounded >= 0 && rounded <= LONGEST_TIME_TO_LIVE) {
      return;
    }
    context.report(
        finding(
                document,
                entry,
                timeToLive,
                Message.of(
                    "Route `{route}` has {number} as time to live, allowed are 0 to 4294967295"
                        + " seconds; edgeHub refuses its whole configuration.",
                    "route",
                    entry.name(),
                    "number",
                    timeToLive.asScalar().orElseThrow().text()))
            .withFix(
                Fix.unsafe(
                    "Remove `timeToLiveSecs`",
                    document,
                    () ->
                        entry.value().members().stream()
                            .filter(member -> member.value() == timeToLive)
                            .findFirst()
                            .map(member -> new JsonEditor(document.tree()).remove(member))
                            .orElse(List.of()))));
  }

  /** The number that edgeHub reads, also out of a text; not a number where it cannot read any. */
  private static OptionalDouble number(ConfigNode node) {
    if (!(node instanceof ScalarNode scalar)) {
      return OptionalDouble.empty();
    }
    String text = scalar.text().strip();
    return switch (scalar.type()) {
      case INTEGER, FLOAT -> OptionalDouble.of(parse(text));
      case STRING ->
          Placeholders.isConcrete(text) ? OptionalDouble.of(parse(text)) : OptionalDouble.empty();
      default -> OptionalDouble.empty();
    };
  }

  private static double parse(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  private static Finding broken(
      Document document, RouteEntry entry, ConfigNode place, String what) {
    return finding(
            document,
            entry,
            place,
            Message.of(
                "Route `{route}` " + what + "; edgeHub refuses its whole configuration.",
                "route",
                entry.name()))
        .withFix(
            Fix.unsafe(
                "Remove the route",
                document,
                () -> new JsonEditor(document.tree()).remove(entry.member())));
  }

  private static Finding finding(
      Document document, RouteEntry entry, ConfigNode place, Message message) {
    return Finding.of(INFO, document, place.range(), message).about(entry.value().range());
  }
}
