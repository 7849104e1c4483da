package io.github.edgelint.workspace;

import java.util.Optional;

/**
 * What documents have in common that are alike to whoever looks at a document and the name of its
 * file, but not at the folder it lies in.
 *
 * @param model what the text means; compares by identity
 * @param name the last part of the path
 * @param isFinal whether the document reaches a device as it is
 * @param named the kind that a person says it has
 */
public record Likeness(Object model, String name, boolean isFinal, Optional<DocumentKind> named) {}
