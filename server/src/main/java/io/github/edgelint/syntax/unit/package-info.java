/** systemd unit files and drop-ins, read as systemd reads them and kept whole where it does not. */
package io.github.edgelint.syntax.unit;
