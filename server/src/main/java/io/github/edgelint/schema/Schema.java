package io.github.edgelint.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A schema file. */
public final class Schema {

  /** Stands in a path for a name that the author chooses, and for the index of an item. */
  public static final String ANY = "*";

  /**
   * A place where a key is known.
   *
   * @param path names of the keys that lead to the object that may have the key; {@link #ANY} for a
   *     chosen name or an index
   * @param key what the schema says about the key
   */
  public record KeyPlace(List<String> path, SchemaNode key) {
    public KeyPlace {
      path = List.copyOf(path);
    }
  }

  private static final String DEFINITIONS = "/definitions/";

  private final Schemas siblings;
  private final String name;
  private final JsonReader file;
  private final SchemaNode root;
  private final Map<String, Integer> definitions = new HashMap<>();
  private final Map<String, SchemaNode> byRef = new ConcurrentHashMap<>();
  private final Map<String, List<KeyPlace>> places = new ConcurrentHashMap<>();
  private volatile SchemaGraph graph;

  Schema(Schemas siblings, String name, JsonReader file) {
    this.siblings = siblings;
    this.name = name;
    this.file = file;
    this.root = new SchemaNode(this, null, "", file);
  }

  /** The name of the file without {@code .schema.json}. */
  public String name() {
    return name;
  }

  /** What holds for a whole document. */
  public SchemaNode root() {
    return root;
  }

  /**
   * The schema under {@code definitions}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public SchemaNode definition(String name) {
    return resolve("#" + DEFINITIONS + name);
  }

  /**
   * Every place where the schema knows a key of exactly this name, in order of the schema. Places
   * inside a structure that repeats itself are given once.
   */
  public List<KeyPlace> placesOf(String key) {
    return places.computeIfAbsent(key, name -> new KeySearch(graph(), name).from(root));
  }

  // A race builds the same graph twice, which is harmless.
  private SchemaGraph graph() {
    SchemaGraph known = graph;
    if (known == null) {
      known = new SchemaGraph(root);
      graph = known;
    }
    return known;
  }

  /**
   * @throws IllegalArgumentException when the reference leads nowhere
   */
  SchemaNode resolve(String ref) {
    SchemaNode known = byRef.get(ref);
    if (known != null) {
      return known;
    }
    int hash = ref.indexOf('#');
    String file = hash < 0 ? ref : ref.substring(0, hash);
    SchemaNode found =
        file.isEmpty()
            ? here(ref.substring(1))
            : siblings
                .get(Schemas.nameOf(file))
                .resolve("#" + (hash < 0 ? "" : ref.substring(hash + 1)));
    SchemaNode first = byRef.putIfAbsent(ref, found);
    return first == null ? found : first;
  }

  /** Notes where each definition stands, for the root, which holds them. */
  void readDefinitions(JsonReader in) {
    in.members(
        definition -> {
          definitions.put(definition, in.offset());
          in.skip();
        });
  }

  private SchemaNode here(String pointer) {
    if (pointer.isEmpty()) {
      return root;
    }
    Integer offset =
        pointer.startsWith(DEFINITIONS)
            ? definitions.get(pointer.substring(DEFINITIONS.length()))
            : null;
    if (offset == null) {
      throw new IllegalArgumentException("schema " + name + " has no definition at #" + pointer);
    }
    return new SchemaNode(this, null, pointer, file.at(offset));
  }
}
