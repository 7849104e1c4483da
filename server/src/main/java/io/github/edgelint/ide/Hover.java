package io.github.edgelint.ide;

import io.github.edgelint.ide.route.RouteHover;
import io.github.edgelint.ide.schema.SchemaHover;
import io.github.edgelint.ide.twin.TwinHover;
import io.github.edgelint.ide.unit.UnitHover;
import io.github.edgelint.ide.value.ImageHover;
import io.github.edgelint.ide.value.PlaceholderHover;
import io.github.edgelint.ide.value.ProxyHover;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** What a place of a document means. */
public final class Hover {

  private Hover() {}

  /** The explanation of an offset of a document of the snapshot; the first that knows, speaks. */
  public static Optional<HoverText> at(Snapshot snapshot, Document document, int offset) {
    Cursor cursor = Cursor.at(document, offset);
    Optional<HoverText> rule = RuleNames.hover(cursor);
    if (rule.isPresent()) {
      return rule;
    }
    for (HoverProvider provider : providers(document)) {
      Optional<HoverText> text = provider.hover(cursor, snapshot);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** One line per kind of document; its package lists what there is. */
  private static List<HoverProvider> providers(Document document) {
    return switch (document.kind()) {
      case DEVICE_CONFIG -> List.of(new ImageHover(), new ProxyHover(), new SchemaHover());
      case MANIFEST, TEMPLATE, LAYERED ->
          List.of(
              new PlaceholderHover(),
              new TwinHover(),
              new RouteHover(),
              new ImageHover(),
              new ProxyHover(),
              new SchemaHover());
      case UNIT -> List.of(new UnitHover(), new ProxyHover());
      case ENGINE_CONFIG -> List.of(new ProxyHover(), new SchemaHover());
      case SETTINGS -> List.of(new SchemaHover());
      case DAEMON_FILE, OTHER -> List.of();
    };
  }
}
