package io.github.edgelint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a run of the command line did.
 *
 * @param code the exit code
 */
record CommandLineRun(int code, String out, String err) {

  /** Runs the command line as the process would; relative paths are of the current folder. */
  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new CommandLineRun(code, out.toString(), err.toString());
  }
}
