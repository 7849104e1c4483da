package io.github.edgelint.cli;

import io.github.edgelint.proxy.ProxyPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint proxy set}: one address for all components of a device. */
@Command(
    name = "set",
    description = "Makes all files of a device agree on one proxy.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading =
        "%nA password stands in the URL percent-encoded; it is never printed.%nExamples:%n",
    footer = {
      "  edgelint proxy set http://proxy.corp:3128 --diff",
      "  edgelint proxy set http://press:s3cr%%40t@proxy.corp:3128 line-1"
    })
final class ProxySetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "URL", description = "http://[user:password@]host:port")
  private String url;

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A file or folder, this folder if there is none; nothing outside is touched.")
  private Path path;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "A module that needs the proxy, too; may be given several times.")
  private Set<String> modules = new LinkedHashSet<>();

  @Mixin private ProxyInput input;

  @Mixin private ProxyChanges changes;

  @Override
  public Integer call() throws IOException {
    ProxyInput.Found found = input.load(path);
    ProxyPlan plan = ProxyPlan.set(found.snapshot(), found.device(), url, modules, changes.host());
    return changes.run(plan, found, spec.commandLine().getOut());
  }
}
