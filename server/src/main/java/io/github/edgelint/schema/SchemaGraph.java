package io.github.edgelint.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which schemas of a file, and of those it refers to, lead to which. Immutable once built. */
final class SchemaGraph {

  private final IdentityHashMap<SchemaNode, List<SchemaNode>> above = new IdentityHashMap<>();

  SchemaGraph(SchemaNode root) {
    above.put(root, new ArrayList<>(0));
    Deque<SchemaNode> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      SchemaNode node = open.pop();
      List<SchemaNode> next = node.below();
      next.addAll(node.madeOf());
      for (SchemaNode child : next) {
        List<SchemaNode> parents = above.get(child);
        if (parents == null) {
          parents = new ArrayList<>(1);
          above.put(child, parents);
          open.push(child);
        }
        parents.add(node);
      }
    }
  }

  /** The schemas that name a key, and all that lead to one of them. */
  Set<SchemaNode> leadingTo(String key) {
    Set<SchemaNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<SchemaNode> open = new ArrayDeque<>();
    for (SchemaNode node : above.keySet()) {
      if (node.names(key) && found.add(node)) {
        open.push(node);
      }
    }
    while (!open.isEmpty()) {
      for (SchemaNode parent : above.get(open.pop())) {
        if (found.add(parent)) {
          open.push(parent);
        }
      }
    }
    return found;
  }
}
