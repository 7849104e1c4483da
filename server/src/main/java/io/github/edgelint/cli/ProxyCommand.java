package io.github.edgelint.cli;

import picocli.CommandLine.Command;

/** {@code edgelint proxy}: the proxy of a device from end to end. */
@Command(
    name = "proxy",
    description = "Shows, sets and removes the proxy of a device in all of its files.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ProxyStatusCommand.class,
      ProxySetCommand.class,
      ProxyUnsetCommand.class,
      ProxyAllowlistCommand.class,
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint proxy status                            what each component has",
      "  edgelint proxy set http://proxy.corp:3128        give it to all of them",
      "  edgelint proxy set http://proxy.corp:3128 --diff show the changes only",
      "  edgelint proxy allowlist --format squid          what it must let through",
    })
final class ProxyCommand extends CommandGroup {}
