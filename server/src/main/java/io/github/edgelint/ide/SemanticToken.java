package io.github.edgelint.ide;

import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.text.TextRange;

/** A piece of a document that has a meaning beyond its notation. It lies within one line. */
public record SemanticToken(TextRange range, Highlight.Role role) {}
