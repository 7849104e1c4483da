package io.github.edgelint.analysis;

import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a file stays where it is while the file is edited.
 *
 * @param keys the ways to keys and values, by the offsets at which these begin
 */
record Anchors(String text, TreeMap<Integer, String> keys, List<TextRange> secrets) {

  static Anchors of(ConfigTree tree) {
    TreeMap<Integer, String> keys = new TreeMap<>();
    collect(tree.root(), "", keys);
    return new Anchors(tree.text(), keys, Secrets.in(tree));
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static void collect(ConfigNode node, String way, Map<Integer, String> keys) {
    if (node.isPresent()) {
      keys.put(node.range().start(), way);
    }
    for (Member member : node.members()) {
      String longer = way + '/' + member.name();
      keys.put(member.key().range().start(), longer);
      collect(member.value(), longer, keys);
    }
    for (ConfigNode item : node.items()) {
      collect(item, way + "/", keys);
    }
  }

  /** The way to the last key or value that begins at an offset or before; indexes are left out. */
  String keyAt(int offset) {
    Map.Entry<Integer, String> key = keys.floorEntry(offset);
    return key == null ? "" : key.getValue();
  }

  /** A piece of the text as a message would show it. */
  String shown(TextRange range) {
    for (TextRange secret : secrets) {
      if (secret.intersects(range)) {
        return Secrets.MASK;
      }
    }
    return Printable.of(range.of(text).strip(), Message.LONGEST);
  }
}
