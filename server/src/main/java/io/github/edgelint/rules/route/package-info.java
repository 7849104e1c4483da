/**
 * Group 5xx: routes that edgeHub refuses, cannot compile, or reads in another way than they look.
 */
package io.github.edgelint.rules.route;
