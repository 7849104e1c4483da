package io.github.edgelint.cli;

import io.github.edgelint.rules.Secrets;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong, in a line or two and without a stack trace. */
final class Failures {

  /** An outcome that the user must be told and that is no defect of edgelint. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }

  private Failures() {}

  static int ofUse(ParameterException failure, String[] args) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("edgelint: " + decapitalised(Secrets.mask(failure.getMessage())));
    if (!suggestOption(failure, err)) {
      UnmatchedArgumentException.printSuggestions(failure, err);
    }
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.FAILURE;
  }

  private static boolean suggestOption(ParameterException failure, PrintWriter err) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || !unmatched.isUnknownOption()) {
      return false;
    }
    String written = unmatched.getUnmatched().get(0).split("=", 2)[0];
    Optional<String> near =
        Suggestion.near(written, failure.getCommandLine().getCommandSpec().optionsMap().keySet());
    near.ifPresent(option -> err.println("Did you mean: " + option + "?"));
    return near.isPresent();
  }

  static int ofRun(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (failure instanceof Refusal) {
      err.println("edgelint: " + failure.getMessage());
    } else if (failure instanceof FileSystemException io) {
      err.println("edgelint: " + describe(io));
    } else {
      err.println(
          "edgelint: internal error, please report it: "
              + failure.getClass().getSimpleName()
              + firstFrame(failure));
      if (System.getenv("EDGELINT_DEBUG") != null) {
        failure.printStackTrace(err);
      }
    }
    return ExitCode.FAILURE;
  }

  /** A failed access to a file, in words. */
  static String describe(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getFile() + " does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return failure.getFile() + " may not be read or written by this user";
    }
    return failure.getFile() + ": " + failure.getReason();
  }

  private static String firstFrame(Exception failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }

  private static String decapitalised(String message) {
    boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    return word ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
  }
}
