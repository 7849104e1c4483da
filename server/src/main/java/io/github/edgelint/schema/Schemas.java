package io.github.edgelint.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Schema files of one folder of the class path; each is read once, when it is first wanted. */
public final class Schemas {

  private static final String SUFFIX = ".schema.json";
  private static final Schemas BUNDLED = new Schemas("/schemas/");

  private final String folder;
  private final Map<String, Schema> loaded = new ConcurrentHashMap<>();

  /**
   * @param folder absolute, with a slash at its end
   */
  Schemas(String folder) {
    this.folder = folder;
  }

  /** The schemas that edgelint ships. */
  public static Schemas bundled() {
    return BUNDLED;
  }

  /**
   * The schema of this name, such as {@code device-config}.
   *
   * @throws IllegalArgumentException when there is none, or it is not one that edgelint can read
   */
  public Schema get(String name) {
    Schema known = loaded.get(name);
    if (known == null) {
      known = new Schema(this, name, JsonReader.of(bytes(name)));
      Schema first = loaded.putIfAbsent(name, known);
      return first == null ? known : first;
    }
    return known;
  }

  /** The file as it is. */
  byte[] bytes(String name) {
    try (InputStream stream = Schemas.class.getResourceAsStream(folder + fileOf(name))) {
      if (stream == null) {
        throw new IllegalArgumentException("no schema " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a schema. */
  static String fileOf(String name) {
    return name + SUFFIX;
  }

  /** The name of the schema in a file. */
  static String nameOf(String file) {
    String bare = file.startsWith("./") ? file.substring(2) : file;
    return bare.endsWith(SUFFIX) ? bare.substring(0, bare.length() - SUFFIX.length()) : bare;
  }
}
