package io.github.edgelint.analysis;

import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * A comment that keeps findings quiet: {@code edgelint: ignore[EDGE253, slug] reason}.
 *
 * @param comment the whole comment
 * @param names the codes and slugs it lists
 * @param reason what follows the list; empty where nothing does
 * @param covers the part of the file it speaks of
 */
record Suppression(TextRange comment, List<Name> names, String reason, TextRange covers) {

  /** A code or slug as written, with its place in the file. */
  record Name(String text, TextRange range) {}

  /** Whether a finding at this place is meant. */
  boolean coversStartOf(TextRange finding) {
    return covers.touches(finding.start());
  }
}
