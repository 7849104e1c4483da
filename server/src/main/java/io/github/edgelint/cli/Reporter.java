package io.github.edgelint.cli;

import java.io.PrintWriter;

/** Writes a report in one format. */
interface Reporter {

  void write(Report report, PrintWriter out);
}
