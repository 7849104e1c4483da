/** Hover on values that have a meaning beyond their file: images and proxies. */
package io.github.edgelint.ide.value;
