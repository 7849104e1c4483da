/**
 * Completion and hover by the schema of a file, and of the create options inside it: keys, values,
 * headers and whole blocks. Knows notations, and of single keys only which ones are images of the
 * runtime.
 */
package io.github.edgelint.ide.schema;
