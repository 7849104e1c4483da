package io.github.edgelint.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code edgelint} without a command shows what there is. */
@Command(
    name = "edgelint",
    description = "Checks Azure IoT Edge files before the device goes dark.",
    mixinStandardHelpOptions = true,
    versionProvider = EdgelintCommand.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint check .                     every file below this folder",
      "  edgelint check --fix config.toml     and mend what is beyond doubt",
      "  edgelint explain EDGE253             what a finding means",
      "  edgelint proxy status                the proxy of a device from end to end",
    })
final class EdgelintCommand extends CommandGroup {

  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("baseline", BaselineCommand.class);
    COMMANDS.put("devices", DevicesCommand.class);
    COMMANDS.put("proxy", ProxyCommand.class);
    COMMANDS.put("graph", GraphCommand.class);
    COMMANDS.put("diff", DiffCommand.class);
    COMMANDS.put("init", InitCommand.class);
    COMMANDS.put("config", ConfigCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("rules", RulesCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("completion", CompletionCommand.class);
    COMMANDS.put("man-page", ManPageCommand.class);
    COMMANDS.put("help", CommandLine.HelpCommand.class);
  }

  /**
   * The command line for some arguments. Reading the options of every command costs a short run
   * more than its work, so that only the one that is named is made; all of them for help and typos.
   */
  static CommandLine lineFor(String... arguments) {
    CommandLine line = new CommandLine(new EdgelintCommand());
    Class<?> named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (named == null || named == CommandLine.HelpCommand.class) {
      COMMANDS.forEach(line::addSubcommand);
      // Every help names `--help`.
      line.getSubcommands().get("help").getCommandSpec().usageMessage().hidden(true);
    } else {
      line.addSubcommand(arguments[0], named);
    }
    return line;
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
