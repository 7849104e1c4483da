/** Completion and hover inside the text of a route. */
package io.github.edgelint.ide.route;
