/**
 * Completion and hover by the schema of a file, and of the create options inside it: keys, values,
 * headers and whole blocks. Knows notations, not what single keys mean.
 */
package io.github.edgelint.ide.schema;
