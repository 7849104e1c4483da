/**
 * What can be wrong with the files of a device: one class and one page per rule, and the plain data
 * they give.
 *
 * <p>A rule reads documents and reports {@link io.github.edgelint.rules.Finding}s. It decides what
 * is wrong and what would mend it, never how that is shown, sorted, suppressed or counted.
 */
package io.github.edgelint.rules;
