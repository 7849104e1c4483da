package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;

/**
 * A part of a document that leads somewhere.
 *
 * @param target an address of the web
 * @param tooltip what is there, in a few words
 */
public record DocumentLink(TextRange range, String target, String tooltip) {}
