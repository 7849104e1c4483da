package io.github.edgelint.cli;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code edgelint rules}: every rule in a line. */
@Command(name = "rules", description = "Lists all rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Ansi ansi = new Ansi(Terminal.hasColour());
    for (RuleInfo info : RuleCatalog.infos()) {
      String severity = String.format("%-8s", info.severity().word());
      out.println(
          ansi.bold(info.code())
              + " "
              + ansi.severity(info.severity(), severity)
              + " "
              + String.format("%-32s", info.slug())
              + " "
              + ansi.faint(RulePage.of(info).map(RulePage::summary).orElse("")));
    }
    return ExitCode.CLEAN;
  }
}
