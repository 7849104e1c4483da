package io.github.edgelint.ide;

/**
 * A remark that an editor shows within a line.
 *
 * @param offset behind which character it stands
 * @param label a few words
 */
public record InlayHint(int offset, String label) {}
