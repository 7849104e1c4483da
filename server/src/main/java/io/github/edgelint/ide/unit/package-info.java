/** Completion and hover in systemd units: the variables that the daemons and the engine read. */
package io.github.edgelint.ide.unit;
