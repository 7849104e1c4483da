package io.github.edgelint.ide.route;

import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteFunction;
import io.github.edgelint.embedded.route.RouteProperty;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** What a route does, and what the functions and properties in it are. */
public final class RouteHover implements HoverProvider {

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    Optional<Cursor.InRoute> here = cursor.route();
    if (here.isEmpty()) {
      return cursor.slot() == Cursor.Slot.KEY ? ofName(cursor) : Optional.empty();
    }
    Optional<Route> route = here.get().entry().route();
    if (route.isEmpty() || route.get().text().isBlank()) {
      return Optional.empty();
    }
    Cursor.Inside place = here.get().place();
    for (Highlight piece : route.get().highlights()) {
      Optional<String> words =
          piece.range().touches(place.offset())
              ? explain(piece, route.get().text())
              : Optional.empty();
      if (words.isPresent()) {
        TextRange range = place.text().toFile(piece.range());
        return Optional.of(new HoverText(range, words.get()));
      }
    }
    TextRange whole = place.text().toFile(TextRange.ofLength(0, route.get().text().length()));
    return Optional.of(new HoverText(whole, route.get().describe()));
  }

  private static Optional<HoverText> ofName(Cursor cursor) {
    List<RouteEntry> entries =
        cursor.document().manifest().map(manifest -> manifest.routes()).orElse(List.of());
    for (RouteEntry entry : entries) {
      if (entry.nameRange().touches(cursor.offset())) {
        return entry.route().map(route -> new HoverText(entry.nameRange(), route.describe()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> explain(Highlight piece, String text) {
    String word = piece.range().of(text);
    return switch (piece.role()) {
      case FUNCTION -> RouteFunction.of(word).map(RouteHover::words);
      case SYSTEM_PROPERTY ->
          RouteProperty.of(word.startsWith("$") ? word.substring(1) : word)
              .map(property -> "`$" + property.name() + "`\n\n" + property.documentation());
      default -> Optional.empty();
    };
  }

  private static String words(RouteFunction function) {
    return "`" + function.signature() + "`\n\n" + function.documentation();
  }
}
