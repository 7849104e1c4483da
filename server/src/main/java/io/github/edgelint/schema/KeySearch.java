package io.github.edgelint.schema;

import io.github.edgelint.schema.Schema.KeyPlace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds all places of a key, going only where one can be. */
final class KeySearch {

  private final String key;
  private final Set<SchemaNode> leading;
  private final Set<SchemaNode> onTheWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<KeyPlace> found = new ArrayList<>();

  KeySearch(SchemaGraph graph, String key) {
    this.key = key;
    this.leading = graph.leadingTo(key);
  }

  List<KeyPlace> from(SchemaNode root) {
    visit(root, new ArrayList<>());
    return List.copyOf(found);
  }

  private void visit(SchemaNode schema, List<String> path) {
    if (!leading.contains(schema) || !onTheWay.add(schema)) {
      return;
    }
    for (Map.Entry<String, SchemaNode> property : schema.properties().entrySet()) {
      if (property.getKey().equals(key) && schema.names(key)) {
        add(new KeyPlace(path, property.getValue()));
      }
      below(property.getValue(), path, property.getKey());
    }
    schema.patterns().forEach(named -> below(named, path, Schema.ANY));
    schema.additionalProperties().ifPresent(free -> below(free, path, Schema.ANY));
    schema.items().ifPresent(item -> below(item, path, Schema.ANY));
    schema.madeOf().forEach(part -> visit(part, path));
    onTheWay.remove(schema);
  }

  // Several variants may describe one and the same key.
  private void add(KeyPlace place) {
    if (found.stream().noneMatch(known -> known.path().equals(place.path()))) {
      found.add(place);
    }
  }

  private void below(SchemaNode schema, List<String> path, String step) {
    path.add(step);
    visit(schema, path);
    path.remove(path.size() - 1);
  }
}
