package io.github.edgelint.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The schemas of named members; each is read when it is first wanted. */
final class Properties {

  static final Properties NONE = new Properties(null, null);

  private final SchemaNode owner;
  private final JsonReader file;
  private final Map<String, Entry> byName;

  private static final class Entry {
    private final int offset;
    private volatile SchemaNode schema;

    Entry(int offset) {
      this.offset = offset;
    }
  }

  Properties(SchemaNode owner, JsonReader in) {
    this.owner = owner;
    this.file = in;
    this.byName = in == null ? Map.of() : new LinkedHashMap<>();
    if (in != null) {
      in.members(
          name -> {
            byName.put(name, new Entry(in.offset()));
            in.skip();
          });
    }
  }

  Set<String> names() {
    return byName.keySet();
  }

  SchemaNode get(String name) {
    Entry entry = byName.get(name);
    return entry == null ? null : schemaOf(name, entry);
  }

  Map<String, SchemaNode> all() {
    Map<String, SchemaNode> all = new LinkedHashMap<>();
    byName.forEach((name, entry) -> all.put(name, schemaOf(name, entry)));
    return Collections.unmodifiableMap(all);
  }

  // Identity matters: of two threads that read the same schema, one gives way.
  private SchemaNode schemaOf(String name, Entry entry) {
    SchemaNode known = entry.schema;
    if (known != null) {
      return known;
    }
    synchronized (entry) {
      if (entry.schema == null) {
        entry.schema =
            new SchemaNode(owner.file(), owner, "properties/" + name, file.at(entry.offset));
      }
      return entry.schema;
    }
  }
}
