package io.github.edgelint.cli;

import io.github.edgelint.proxy.ProxyPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint proxy unset}: no proxy for any component of a device. */
@Command(
    name = "unset",
    description = {
      "Takes the proxy out of all files of a device, which are then as they were before"
          + " `proxy set`.",
      "In a deployment a protocol that was replaced stays over WebSocket, which works without a"
          + " proxy; config.toml tells in a comment which one it was."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint proxy unset --diff          what would change in this folder",
      "  edgelint proxy unset --yes line-1    changes the files of the device below line-1"
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ProxyUnsetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A file or folder, this folder if there is none; nothing outside is touched.")
  private Path path;

  @Mixin private ProxyInput input;

  @Mixin private ProxyChanges changes;

  @Override
  public Integer call() throws IOException {
    ProxyInput.Found found = input.load(path);
    ProxyPlan plan = ProxyPlan.unset(found.snapshot(), found.device(), changes.host());
    return changes.run(plan, found, spec.commandLine().getOut());
  }
}
