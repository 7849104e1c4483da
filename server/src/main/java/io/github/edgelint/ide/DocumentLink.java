package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;

/**
 * A part of a document that leads somewhere.
 *
 * @param tooltip what is there, in a few words
 */
public record DocumentLink(TextRange range, Target target, String tooltip) {

  /** Where a link leads. */
  public sealed interface Target {}

  /** An address of the web. */
  public record Address(String url) implements Target {}

  /** A document of the workspace. */
  public record File(DocPath path) implements Target {}
}
