package io.github.edgelint.schema;

/**
 * A key that an object may have.
 *
 * @param required whether the object is refused without it
 * @param place what its value may be, where nothing is known of it yet
 */
public record Property(String name, boolean required, Place place) {}
