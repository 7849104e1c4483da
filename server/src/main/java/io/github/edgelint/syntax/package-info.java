/**
 * One neutral tree for JSON with comments, TOML and systemd unit files.
 *
 * <p>The parsers are tolerant and gapless: the tokens of a tree, joined, are the file, nothing is
 * ever thrown, and what cannot be understood becomes an {@link io.github.edgelint.syntax.ErrorNode}
 * beside which everything else goes on. The package knows no IoT Edge.
 */
package io.github.edgelint.syntax;
