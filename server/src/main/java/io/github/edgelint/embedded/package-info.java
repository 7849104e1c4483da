/**
 * Text inside strings, with the way back to the file: JSON in {@code createOptions}, in one piece
 * or in several, and any other text that has a notation of its own. Knows no module and no
 * manifest.
 */
package io.github.edgelint.embedded;
