package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;

/**
 * What is known of a place.
 *
 * @param range the place, in offsets of the document
 * @param markdown for people
 */
public record HoverText(TextRange range, String markdown) {}
