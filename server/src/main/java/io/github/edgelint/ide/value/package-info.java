/** Hover on values that have a meaning beyond their file: images, proxies and placeholders. */
package io.github.edgelint.ide.value;
