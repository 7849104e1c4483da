package io.github.edgelint.ide.twin;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.ide.route.RouteHover;
import io.github.edgelint.ide.schema.SchemaHover;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The size of the twin at the key of its module, and what a key of a layer overrides; both below
 * what else is known of the key.
 */
public final class TwinHover implements HoverProvider {

  private final RouteHover route = new RouteHover();
  private final SchemaHover schema = new SchemaHover();

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    Optional<Member> member = cursor.member();
    if (cursor.slot() != Cursor.Slot.KEY
        || member.isEmpty()
        || cursor.document().manifest().isEmpty()) {
      return Optional.empty();
    }
    String note =
        size(cursor.document(), member.get())
            + overrides(snapshot, cursor.document(), member.get());
    if (note.isEmpty()) {
      return Optional.empty();
    }
    String said =
        route
            .hover(cursor, snapshot)
            .or(() -> schema.hover(cursor, snapshot))
            .map(text -> text.markdown() + "\n\n")
            .orElse("");
    return Optional.of(new HoverText(member.get().key().range(), said + note));
  }

  private static String size(Document document, Member member) {
    for (TwinSection section : document.manifest().orElseThrow().sections()) {
      if (section.member().value() == member.value()) {
        return "Desired properties: "
            + TwinSize.words(section)
            + ", as IoT Hub counts them"
            + (document.isTemplate() ? ", with the names of variables." : ".");
      }
    }
    return "";
  }

  private static String overrides(Snapshot snapshot, Document document, Member member) {
    StringBuilder text = new StringBuilder();
    for (Overridden override : Overrides.of(snapshot, document)) {
      if (override.key().equals(member.key().range())) {
        String base = "`" + override.base().path().name() + "`";
        List<String> changes = override.changes();
        text.append(text.isEmpty() ? "" : "\n\n")
            .append(
                changes.isEmpty() ? "The same as in " + base + "." : "Overrides " + base + ":\n\n")
            .append(String.join("\n", changes));
      }
    }
    return text.toString();
  }
}
