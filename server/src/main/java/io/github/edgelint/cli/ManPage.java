package io.github.edgelint.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, from the same description of commands as {@code --help}. Source: man(7). */
final class ManPage {

  private static final String AFTER_COMMANDS =
      """
      .SH EXIT STATUS
      .TP
      .B 0
      Nothing found that counts.
      .TP
      .B 1
      A finding of the severity of \\-\\-fail\\-on or worse.
      .TP
      .B 2
      Something could not be done: a wrong option, a file that is not there or not readable, a
      failure of edgelint.
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      No colours, whatever the value.
      .TP
      .B FORCE_COLOR
      Colours also where output is no terminal; 0: none.
      .TP
      .B JAVA_HOME
      The Java to run with, 17 or newer; absent: the one on PATH.
      .TP
      .B EDGELINT_JAVA_OPTIONS
      Options for Java, such as \\-Xmx1g.
      .TP
      .B EDGELINT_DEBUG
      With any value, an internal error is printed with its stack trace.
      .SH FILES
      .TP
      .I .edgelint.toml
      Settings for its folder and those below it; the nearest counts.
      .TP
      .I .edgelint\\-baseline.json
      Findings that are known.
      """;

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  static String of(CommandSpec root) {
    ManPage page = new ManPage();
    page.write(root);
    return page.page.toString();
  }

  private void write(CommandSpec root) {
    line(".TH EDGELINT 1 \"\" \"" + EdgelintCommand.Version.number() + "\" \"User Commands\"");
    line(".SH NAME");
    line("edgelint \\- " + escape(String.join(" ", root.usageMessage().description())));
    line(".SH SYNOPSIS");
    line(".B edgelint");
    line("\\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]");
    line(".SH DESCRIPTION");
    line(
        "edgelint reads the files of Azure IoT Edge devices, alone and together, and tells what the");
    line("runtime will do with them: device configuration (config.toml), deployment manifests and");
    line("templates, systemd units and drop\\-ins, and the daemon.json of the container engine.");
    line("It opens no connection and sends nothing.");
    line(".SH COMMANDS");
    commands(root.subcommands().values());
    page.append(AFTER_COMMANDS);
    line(".SH EXAMPLES");
    examples(root);
    line(".SH SEE ALSO");
    line("iotedge(1), " + escape(Links.PROJECT));
  }

  private void commands(Collection<CommandLine> commands) {
    for (CommandLine sub : new LinkedHashSet<>(commands)) {
      CommandSpec command = sub.getCommandSpec();
      if (!command.usageMessage().hidden() && !command.name().equals("help")) {
        command(command);
        commands(command.subcommands().values());
      }
    }
  }

  private void command(CommandSpec command) {
    StringBuilder synopsis = new StringBuilder(command.qualifiedName());
    if (!command.subcommands().isEmpty()) {
      synopsis.append(" COMMAND");
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
      synopsis.append(' ').append(parameter.arity().min() == 0 ? "[" + label + "]" : label);
    }
    line(".SS " + escape(synopsis.toString()));
    line(escape(String.join(" ", command.usageMessage().description())));
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      item("\\fI" + escape(parameter.paramLabel()) + "\\fR", parameter);
    }
    for (OptionSpec option : command.options()) {
      if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
          names.add("\\fB" + escape(name) + "\\fR");
        }
        String value =
            option.arity().max() == 0 ? "" : " \\fI" + escape(option.paramLabel()) + "\\fR";
        item(String.join(", ", names) + value, option);
      }
    }
    examples(command);
  }

  private void item(String term, ArgSpec argument) {
    line(".TP");
    line(term);
    line(escape(String.join(" ", argument.description())));
  }

  private void examples(CommandSpec command) {
    String[] footer = command.usageMessage().footer();
    if (footer.length > 0) {
      line(".PP");
      String.format(command.usageMessage().footerHeading())
          .lines()
          .filter(line -> !line.isBlank() && !line.matches("Examples?:"))
          .forEach(line -> line(escape(line)));
      line(".nf");
      for (String line : footer) {
        line(escape(String.format(line)));
      }
      line(".fi");
    }
  }

  /**
   * Text as roff prints it: a backslash is a letter, a minus can be copied, no line is a request.
   */
  private static String escape(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "\\[u2026]");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}
