package io.github.edgelint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code edgelint} without a command shows what there is. */
@Command(
    name = "edgelint",
    description = "Checks Azure IoT Edge files before the device goes dark.",
    mixinStandardHelpOptions = true,
    versionProvider = EdgelintCommand.Version.class,
    subcommands = {
      CheckCommand.class,
      BaselineCommand.class,
      DevicesCommand.class,
      ExplainCommand.class,
      RulesCommand.class,
      ServeCommand.class,
      CommandLine.HelpCommand.class,
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint check .                     every file below this folder",
      "  edgelint check --fix config.toml     and mend what is beyond doubt",
      "  edgelint explain EDGE253             what a finding means",
      "",
      "Exit codes: 0 clean, 1 findings, 2 failure.",
    })
final class EdgelintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.FAILURE;
  }

  /** The version of this build as its jar states it. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"edgelint " + number()};
    }

    /** The number alone; {@code development} outside of a jar. */
    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
