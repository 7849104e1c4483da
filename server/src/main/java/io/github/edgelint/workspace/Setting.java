package io.github.edgelint.workspace;

import io.github.edgelint.text.TextRange;

/**
 * A value of the settings and where it is written.
 *
 * @param file the settings file
 * @param range the value in that file
 */
public record Setting<T>(T value, DocPath file, TextRange range) {}
