package io.github.edgelint.workspace;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * One {@code [[suppressions.entry]]}: findings that are not wanted in files that cannot hold a
 * comment.
 *
 * @param file the settings file
 * @param range the header of the entry in it
 * @param rules codes or slugs as written; nobody has checked that there are such rules
 * @param path the files it is for; all where there is none
 * @param pointer the part of each file it is for, as JSON Pointer or dotted keys; the whole where
 *     there is none
 */
public record SuppressionEntry(
    DocPath file,
    TextRange range,
    List<Setting<String>> rules,
    Optional<PathPattern> path,
    Optional<Setting<String>> pointer,
    Optional<Setting<String>> reason) {

  public SuppressionEntry {
    rules = List.copyOf(rules);
  }
}
