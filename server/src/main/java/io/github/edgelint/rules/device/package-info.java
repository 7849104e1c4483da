/** Group 7xx: what only shows when the files of a device are read together, the proxy apart. */
package io.github.edgelint.rules.device;
