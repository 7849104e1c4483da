/** Group 0xx: what the parsers say about a file, in the words of its readers. */
package io.github.edgelint.rules.syntax;
