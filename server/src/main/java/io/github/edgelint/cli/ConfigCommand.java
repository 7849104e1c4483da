package io.github.edgelint.cli;

import picocli.CommandLine.Command;

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
final class ConfigCommand extends CommandGroup {}
