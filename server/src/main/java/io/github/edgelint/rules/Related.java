package io.github.edgelint.rules;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;

/**
 * Another place that a finding speaks of.
 *
 * @param range UTF-16 offsets of {@code document}
 * @param message what stands there, in a few words
 */
public record Related(Document document, TextRange range, String message) {}
