package io.github.edgelint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code edgelint config}: the settings. */
@Command(
    name = "config",
    description = "Shows which settings are in force, and why.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigShowCommand.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint config show                       what holds in this folder",
      "  edgelint config show deployment.json       what holds for a file",
    })
final class ConfigCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.FAILURE;
  }
}
