package io.github.edgelint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code edgelint man-page}: what the build puts beside the program. */
@Command(
    name = "man-page",
    description = "Prints the manual page in roff.",
    hidden = true,
    mixinStandardHelpOptions = true)
final class ManPageCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(ManPage.of(EdgelintCommand.lineFor().getCommandSpec()));
    return ExitCode.CLEAN;
  }
}
