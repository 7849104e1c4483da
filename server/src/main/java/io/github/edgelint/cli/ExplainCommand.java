package io.github.edgelint.cli;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint explain EDGE253}: the page of a rule. */
@Command(
    name = "explain",
    description = "Explains a finding: what goes wrong, and how to mend it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {"  edgelint explain EDGE253", "  edgelint explain hub-proxy-missing | less"})
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      completionCandidates = RuleNames.class,
      description = "A code such as EDGE253, or a slug.")
  private String rule;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RuleInfo info = RuleCatalog.find(rule).orElseThrow(() -> new Failures.Refusal(unknown(rule)));
    out.print(
        new MarkdownText(new Ansi(Terminal.hasColour()))
            .render(RulePage.of(info).map(RulePage::markdown).orElse("# " + info.code())));
    return ExitCode.CLEAN;
  }

  /** Says that there is no such rule, and which one may have been meant. */
  static String unknown(String name) {
    List<String> names = new ArrayList<>();
    new RuleNames().forEach(names::add);
    String wanted =
        name.toUpperCase(Locale.ROOT).startsWith("EDGE") ? name.toUpperCase(Locale.ROOT) : name;
    return "there is no rule '"
        + name
        + "'"
        + Suggestion.near(wanted, names).map(near -> "; did you mean '" + near + "'?").orElse("")
        + " (see 'edgelint rules')";
  }
}
