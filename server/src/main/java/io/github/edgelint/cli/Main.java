package io.github.edgelint.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** The entry point of the command line. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends the process with its {@link ExitCode}. */
  public static void main(String[] args) throws IOException {
    if (ServeCommand.isPlain(args)) {
      // An editor waits; reading the descriptions of all commands first would be felt.
      System.exit(new ServeCommand().call());
    }
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(out.checkError() && code == ExitCode.CLEAN ? ExitCode.FAILURE : code);
  }

  /** Runs the command line as if it were the process. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Optional<CheckCommand> plain = CheckCommand.plain(args);
    if (plain.isPresent()) {
      return check(plain.get(), out, err);
    }
    CommandLine line = EdgelintCommand.lineFor(args);
    line.setOut(out);
    line.setErr(err);
    line.setColorScheme(colours());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false); // a name may begin so
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setParameterExceptionHandler(Failures::ofUse);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> Failures.ofRun(failure, command.getErr()));
    return line.execute(args);
  }

  private static int check(CheckCommand command, PrintWriter out, PrintWriter err) {
    try {
      return command.run(out, err);
    } catch (IOException | RuntimeException failure) {
      return Failures.ofRun(failure, err);
    }
  }

  private static ColorScheme colours() {
    return CommandLine.Help.defaultColorScheme(Terminal.hasColour() ? Ansi.ON : Ansi.OFF);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
