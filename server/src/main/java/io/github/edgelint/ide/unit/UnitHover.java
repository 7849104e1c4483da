package io.github.edgelint.ide.unit;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.workspace.Snapshot;
import java.util.Optional;

/** What the variables of a unit do, and the settings that bring them. */
public final class UnitHover implements HoverProvider {

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    Optional<UnitFile> unit = cursor.document().unit();
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    for (EnvVariable variable : unit.get().assignments()) {
      if (variable.nameRange().touches(cursor.offset())) {
        return UnitVariable.of(unit.get().unit(), variable.name())
            .map(known -> new HoverText(variable.nameRange(), words(known)));
      }
    }
    return ofKey(cursor);
  }

  private static Optional<HoverText> ofKey(Cursor cursor) {
    boolean named = cursor.slot() == Cursor.Slot.HEADER || cursor.slot() == Cursor.Slot.KEY;
    String name = cursor.token().of(cursor.tree().text());
    return Optional.ofNullable(UnitKeys.DOCUMENTATION.get(name))
        .filter(words -> named)
        .map(words -> new HoverText(cursor.token(), "`" + name + "`\n\n" + words));
  }

  private static String words(UnitVariable variable) {
    return "`" + variable.name() + "`\n\n" + variable.documentation();
  }
}
