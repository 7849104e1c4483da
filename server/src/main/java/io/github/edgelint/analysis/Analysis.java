package io.github.edgelint.analysis;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.DocPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was found in a snapshot. Immutable.
 *
 * @param byDocument the findings of each document that was looked at, in order of place
 * @param suppressed the findings that a comment or an entry of the settings keeps quiet
 */
public record Analysis(
    Map<DocPath, List<Finding>> byDocument, Map<DocPath, List<Suppressed>> suppressed) {

  /**
   * A finding that somebody asked not to see.
   *
   * @param reason what they wrote after the list of codes; empty where they wrote nothing
   * @param inSource whether a comment in the file says so, and not the settings
   */
  public record Suppressed(Finding finding, String reason, boolean inSource) {}

  /** The findings of one document; none where it was not looked at. */
  public List<Finding> of(DocPath path) {
    return byDocument.getOrDefault(path, List.of());
  }

  /** All findings, by path and place. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    byDocument.values().forEach(all::addAll);
    return all;
  }
}
