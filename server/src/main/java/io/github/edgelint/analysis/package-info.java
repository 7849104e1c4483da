/**
 * From a snapshot to findings: runs the rules, keeps one finding per cause, leaves out what is
 * suppressed or known. The command line and the language server show what it gives and add nothing.
 */
package io.github.edgelint.analysis;
