/** The command line: commands, file discovery, reporters. The only package that knows picocli. */
package io.github.edgelint.cli;
