package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.embedded.route.IgnoredText;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE501: something behind the sink, which edgeHub does not read. */
final class TextAfterSink extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE501", "route-text-after-sink", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    if (!place.route().isReadable()) {
      return;
    }
    Optional<IgnoredText> ignored = place.route().ignoredText();
    if (ignored.isPresent()) {
      context.report(
          place
              .finding(
                  INFO,
                  ignored.get().range(),
                  Message.of(
                      "edgeHub does not read what follows the sink: "
                          + consequence(ignored.get().kind())
                          + "."))
              .withSeverity(severity(ignored.get().kind()))
              .withFix(ignored.get().mend().map(place::fix))
              .withFix(split(place, ignored.get())));
    }
  }

  // A semicolon at the end was meant to do nothing, and nothing is what it does.
  private static Severity severity(IgnoredText.Kind kind) {
    return kind == IgnoredText.Kind.SEPARATOR ? Severity.INFO : Severity.ERROR;
  }

  private static String consequence(IgnoredText.Kind kind) {
    return switch (kind) {
      case FILTER -> "the filter never applies and every message passes";
      case SINKS -> "only the first sink gets messages";
      case SEPARATOR, OTHER -> "it has no effect";
    };
  }

  private static Optional<Fix> split(RoutePlace place, IgnoredText ignored) {
    return ignored.sinks().size() == 1
        ? Optional.of(
            Fix.unsafe("Split into two routes", place.document(), () -> splitEdits(place, ignored)))
        : Optional.empty();
  }

  private static List<TextEdit> splitEdits(RoutePlace place, IgnoredText ignored) {
    String text = place.route().text();
    TextRange sink = place.route().sink().orElseThrow().range();
    String second = text.substring(0, sink.start()) + ignored.sinks().get(0).of(text);
    List<TextEdit> rest =
        place.inFile(List.of(TextEdit.delete(new TextRange(sink.end(), ignored.range().end()))));
    Optional<NewValue> value = like(place, second);
    if (rest.isEmpty() || value.isEmpty()) {
      return List.of();
    }
    List<TextEdit> added =
        new JsonEditor(place.document().tree())
            .insertAfter(place.entry().member(), secondKey(place), value.get());
    if (added.isEmpty()) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>(rest);
    edits.addAll(added);
    return edits;
  }

  /** A value such as that of the route, with another text. */
  private static Optional<NewValue> like(RoutePlace place, String text) {
    Optional<ObjectNode> object = place.entry().object();
    if (object.isEmpty()) {
      return Optional.of(NewValue.text(text));
    }
    TextRange range = object.get().range();
    TextEdit whole = new TextEdit(new TextRange(0, place.route().text().length()), text);
    return place
        .text()
        .encode(whole)
        .map(edit -> new TextEdit(edit.range().shift(-range.start()), edit.newText()))
        .map(edit -> TextEdit.apply(range.of(place.document().tree().text()), List.of(edit)))
        .map(NewValue::literal);
  }

  private static String secondKey(RoutePlace place) {
    RouteEntry entry = place.entry();
    String key = entry.member().name();
    String before = key.substring(0, key.length() - entry.name().length());
    int number = 2;
    while (isTaken(place, entry.name() + number)) {
      number++;
    }
    return before + entry.name() + number;
  }

  private static boolean isTaken(RoutePlace place, String name) {
    return place.manifest().routes().stream().anyMatch(entry -> entry.name().equals(name));
  }
}
