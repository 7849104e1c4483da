/** What a manifest says about twins as a whole: how full they are, what a layer overrides. */
package io.github.edgelint.ide.twin;
