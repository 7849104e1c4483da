package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/**
 * Text where a value belongs, but none that the notation knows.
 *
 * @param range the text that was passed over
 */
public record ErrorNode(TextRange range) implements ConfigNode {}
