package io.github.edgelint.cli;

import io.github.edgelint.proxy.AllowList;
import io.github.edgelint.proxy.AllowListFormat;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint proxy allowlist}: what the firewall must let through. */
@Command(
    name = "allowlist",
    description = "Lists what a device must reach through the firewall, told from its files.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint proxy allowlist                       for people",
      "  edgelint proxy allowlist --format squid line-1 > edge.conf",
    })
final class ProxyAllowlistCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ProxyInput input;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A file or folder, this folder if there is none.")
  private Path path;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, json, csv or squid.",
      paramLabel = "FORMAT")
  private AllowListFormat format;

  @Override
  public Integer call() {
    ProxyInput.Found found = input.load(path);
    spec.commandLine()
        .getOut()
        .print(format.write(found.devices().stream().map(AllowList::of).toList(), found::shown));
    return ExitCode.CLEAN;
  }
}
