package io.github.edgelint.ide.unit;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.workspace.Snapshot;
import java.util.Optional;

/** What the variables of a unit do. */
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
    return Optional.empty();
  }

  private static String words(UnitVariable variable) {
    return "`" + variable.name() + "`\n\n" + variable.documentation();
  }
}
