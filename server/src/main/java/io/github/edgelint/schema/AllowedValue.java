package io.github.edgelint.schema;

import java.util.Optional;

/**
 * One of the values that a place takes.
 *
 * @param markdown what choosing it means
 */
public record AllowedValue(JsonValue value, Optional<String> markdown) {}
