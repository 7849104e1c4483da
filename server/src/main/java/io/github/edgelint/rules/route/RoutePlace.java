package io.github.edgelint.rules.route;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** A route where it stands, with the ways from its text to the file. */
record RoutePlace(Document document, DeploymentManifest manifest, RouteEntry entry, Route route) {

  /** What the ranges of the route are offsets of. */
  EmbeddedText text() {
    return entry.embedded().orElseThrow();
  }

  String name() {
    return entry.name();
  }

  /** A finding about a part of the route. */
  Finding finding(RuleInfo info, TextRange part, Message message) {
    return Finding.of(info, document, text().toFile(part), message).about(entry.value().range());
  }

  /** A fix by edits of the route; safe only where nothing else comes to light. */
  Fix fix(Mend mend) {
    return route.isSafe(mend)
        ? Fix.safe(mend.title(), document, () -> inFile(mend.edits()))
        : unsafe(mend.title(), mend.edits());
  }

  /** A fix by edits of the route that a person must choose. */
  Fix unsafe(String title, List<TextEdit> edits) {
    return Fix.unsafe(title, document, () -> inFile(edits));
  }

  Fix unsafe(String title, TextEdit... edits) {
    return unsafe(title, List.of(edits));
  }

  /** Edits of the route as edits of the file; none where the string cannot hold the text. */
  List<TextEdit> inFile(List<TextEdit> edits) {
    return text().encode(edits).orElse(List.of());
  }
}
