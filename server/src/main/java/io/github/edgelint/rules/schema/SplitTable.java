package io.github.edgelint.rules.schema;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;

/** A TOML table whose headers do not all have the same name, because one of them is misspelt. */
final class SplitTable {

  private SplitTable() {}

  /**
   * Whether two tables would be one under the same name: no key stands in both, and no header.
   * Depth is bounded by ConfigTree.MAX_DEPTH.
   */
  static boolean isPart(ConfigNode table, ConfigNode part) {
    if (!(table instanceof ObjectNode some)
        || !(part instanceof ObjectNode more)
        || !isOpen(some)
        || !isOpen(more)
        || (some.form() == ObjectNode.Form.TABLE && more.form() == ObjectNode.Form.TABLE)) {
      return false;
    }
    for (Member member : more.members()) {
      ConfigNode same = some.get(member.name());
      if (same.isPresent() && !isPart(same, member.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(ObjectNode table) {
    return table.form() == ObjectNode.Form.TABLE || table.form() == ObjectNode.Form.IMPLICIT;
  }
}
