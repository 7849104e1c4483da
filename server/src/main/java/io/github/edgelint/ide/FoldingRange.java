package io.github.edgelint.ide;

/**
 * Lines that can be folded away.
 *
 * @param startLine the line that stays, from 0
 * @param endLine the last line that goes
 */
public record FoldingRange(int startLine, int endLine, Kind kind) {

  /** What is folded. */
  public enum Kind {
    CODE,
    COMMENT
  }
}
