package io.github.edgelint.cli;

import io.github.edgelint.rules.Printable;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
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
    err.println("edgelint: " + Printable.of(describe(failure)));
    meant(failure).ifPresent(meant -> err.println("Did you mean: " + meant + "?"));
    err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.FAILURE;
  }

  private static String describe(ParameterException failure) {
    if (isUnknownCommand(failure)) {
      return "unknown command '" + written(failure) + "'";
    }
    if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      return "unexpected argument '" + unmatched.getUnmatched().get(0) + "'";
    }
    List<String> choices = choices(failure);
    if (choices.isEmpty()) {
      return decapitalised(failure.getMessage());
    }
    OptionSpec option = (OptionSpec) failure.getArgSpec();
    String word = written(failure);
    boolean incomplete = option.paramLabel().contains("=") && !failure.getValue().contains("=");
    return incomplete || choices.contains(word)
        ? option.longestName() + " needs " + option.paramLabel() + ", not '" + word + "'"
        : option.longestName()
            + " cannot be '"
            + word
            + "'; there are "
            + String.join(", ", choices);
  }

  /** What the user may have meant: an option, a command, or a value. */
  private static Optional<String> meant(ParameterException failure) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    if (isUnknownCommand(failure)) {
      return Suggestion.near(written(failure), command.subcommands().keySet())
          .map(name -> command.qualifiedName() + " " + name);
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched.isUnknownOption()
          ? Suggestion.near(written(failure), command.optionsMap().keySet())
          : Optional.empty();
    }
    List<String> choices = choices(failure);
    return choices.isEmpty() || choices.contains(written(failure))
        ? Optional.empty()
        : Suggestion.near(written(failure), choices);
  }

  /** The words that the option takes whose value was not understood. */
  private static List<String> choices(ParameterException failure) {
    List<String> choices = new ArrayList<>();
    boolean known = failure.getArgSpec() instanceof OptionSpec && failure.getValue() != null;
    if (known && failure.getArgSpec().completionCandidates() != null) {
      failure.getArgSpec().completionCandidates().forEach(choices::add);
    }
    return choices;
  }

  private static boolean isUnknownCommand(ParameterException failure) {
    return failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !failure.getCommandLine().getSubcommands().isEmpty();
  }

  /** The word that was not understood, without what follows it after an equals sign. */
  private static String written(ParameterException failure) {
    String word =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched().get(0)
            : failure.getValue();
    return word.split("=", 2)[0];
  }

  static int ofRun(Exception failure, PrintWriter err) {
    if (failure instanceof Refusal) {
      err.println("edgelint: " + Printable.of(failure.getMessage()));
    } else if (failure instanceof FileSystemException io) {
      err.println("edgelint: " + Printable.of(describe(io)));
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
  private static String describe(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return failure.getFile() + " does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return failure.getFile() + " may not be read or written by this user";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return failure.getFile() + " exists already and was left as it is";
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
