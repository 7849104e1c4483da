/**
 * The command line: commands, reporters, safe writing. The only package that knows picocli. It
 * shows what the analysis gives and judges nothing.
 */
package io.github.edgelint.cli;
