/**
 * Our JSON Schemas: what they say about a place of a document, and where a document breaks them.
 *
 * <p>The schemas are draft-07 files under {@code /schemas/} of the class path, one per kind of
 * document, and any editor can use them as well. {@link io.github.edgelint.schema.SchemaCheck}
 * reads a document's tree as it is and gives one problem per mistake; {@link
 * io.github.edgelint.schema.Lookup} answers what is known at a place, decided by the values around
 * it. The tests hold both to the verdict of a public validator.
 *
 * <p>The package knows no IoT Edge and words nothing for people.
 */
package io.github.edgelint.schema;
