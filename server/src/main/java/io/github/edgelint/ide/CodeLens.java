package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;

/**
 * A remark that an editor shows above a line.
 *
 * @param range what it is about
 * @param title a few words
 */
public record CodeLens(TextRange range, String title) {}
