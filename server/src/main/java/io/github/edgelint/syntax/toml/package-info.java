/**
 * TOML 1.1, read tolerantly, with what TOML 1.0 lacks told apart; and the strict verdict of a
 * second reader. Knows TOML, not what IoT Edge does with it.
 */
package io.github.edgelint.syntax.toml;
