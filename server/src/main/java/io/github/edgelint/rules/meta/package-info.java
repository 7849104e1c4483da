/** Findings about edgelint itself: its settings, its suppressions, what it could not check. */
package io.github.edgelint.rules.meta;
