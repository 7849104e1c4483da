/** JSON with comments, read tolerantly; and the strict verdict of a second reader. */
package io.github.edgelint.syntax.json;
