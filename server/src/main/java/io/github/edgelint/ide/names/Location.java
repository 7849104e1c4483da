package io.github.edgelint.ide.names;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;

/** A part of a document. */
public record Location(Document document, TextRange range) {}
