/**
 * Structural edits of a document: set, insert, remove, rename, move, uncomment, ensure a table.
 * They keep comments, order, indentation, quotes and line ends, and touch no token they do not mean
 * to.
 */
package io.github.edgelint.edit;
