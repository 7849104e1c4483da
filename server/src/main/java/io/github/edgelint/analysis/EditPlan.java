package io.github.edgelint.analysis;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fixes that can be applied together: none touches what another one edits. */
public final class EditPlan {

  private final Map<DocPath, TreeMap<Integer, TextEdit>> accepted = new LinkedHashMap<>();
  private final Set<DocPath> created = new LinkedHashSet<>();
  private int fixes;

  /**
   * Takes the fix in, whole or not at all.
   *
   * @return whether it was taken in; not where it is not possible, would touch what an accepted fix
   *     edits, or makes a settings file, which is a decision of its own
   */
  public boolean accept(Fix fix) {
    List<DocumentEdit> edits = fix.edits();
    if (edits.isEmpty()) {
      return false;
    }
    for (DocumentEdit edit : edits) {
      boolean possible = edit.creates() ? mayCreate(edit.path()) : fits(edit);
      if (!possible) {
        return false;
      }
    }
    for (DocumentEdit edit : edits) {
      TreeMap<Integer, TextEdit> of = accepted.computeIfAbsent(edit.path(), p -> new TreeMap<>());
      edit.edits().forEach(e -> of.put(e.range().start(), e));
      if (edit.creates()) {
        created.add(edit.path());
      }
    }
    fixes++;
    return true;
  }

  private boolean mayCreate(DocPath path) {
    return !accepted.containsKey(path) && !path.name().equals(Settings.FILE_NAME);
  }

  private boolean fits(DocumentEdit edit) {
    TreeMap<Integer, TextEdit> of = accepted.get(edit.path());
    if (of == null) {
      return true;
    }
    for (TextEdit wanted : edit.edits()) {
      Map.Entry<Integer, TextEdit> before = of.floorEntry(wanted.range().end());
      // Edits that only touch are left for the next round as well: what they mean depends on order.
      if (before != null && before.getValue().range().end() >= wanted.range().start()) {
        return false;
      }
    }
    return true;
  }

  /** How many fixes were taken in. */
  public int size() {
    return fixes;
  }

  /** The files that do not exist yet. */
  Set<DocPath> created() {
    return created;
  }

  /** The edits of each file, in order of place; of a new one its whole text. */
  public Map<DocPath, List<TextEdit>> edits() {
    Map<DocPath, List<TextEdit>> edits = new LinkedHashMap<>();
    accepted.forEach((path, of) -> edits.put(path, new ArrayList<>(of.values())));
    return edits;
  }
}
