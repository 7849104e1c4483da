/**
 * Text, positions and edits. Everything is measured in UTF-16 code units unless a name says
 * otherwise.
 *
 * <p>Knows nothing about languages, files or protocols.
 */
package io.github.edgelint.text;
