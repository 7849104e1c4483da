package io.github.edgelint.schema;

/**
 * A key that an object may have.
 *
 * @param required whether the object is refused without it
 * @param place what its value may be
 */
public record Property(String name, boolean required, Place place) {}
