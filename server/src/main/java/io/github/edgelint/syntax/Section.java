package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/**
 * A stretch of lines of a TOML or unit file that fill one table: the part before the first header,
 * or a header and what follows it until the next one. A JSON file is a single section.
 *
 * @param header the header with its brackets; empty for the first part of a file and for JSON
 * @param range header, body, and the blank and comment lines up to the next header
 * @param table what the lines fill
 */
public record Section(TextRange header, TextRange range, ObjectNode table) {}
