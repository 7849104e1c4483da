package io.github.edgelint.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
    Recorder bytes = new Recorder(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = writer(bytes);
    PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
    int code = run(out, err, args);
    if (out.checkError()) {
      code = unwritten(bytes, code, err);
    }
    err.flush();
    System.exit(code);
  }

  /** What could not be written is told, unless the reader has left, as {@code head} does. */
  private static int unwritten(Recorder bytes, int code, PrintWriter err) {
    String reason = bytes.failure().map(IOException::getMessage).orElse("").strip();
    if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      return code == ExitCode.CLEAN ? ExitCode.FAILURE : code;
    }
    err.println("edgelint: the output could not be written: " + reason);
    return ExitCode.FAILURE;
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

  private static PrintWriter writer(OutputStream bytes) {
    return new PrintWriter(bytes, false, StandardCharsets.UTF_8);
  }
}
