package io.github.edgelint.cli;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      description = "A code such as EDGE253, a slug, or a group such as EDGE2xx.")
  private String rule;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Ansi ansi = new Ansi(Terminal.hasColour());
    Optional<RuleInfo> found = RuleCatalog.find(rule);
    if (found.isPresent()) {
      out.print(
          new MarkdownText(ansi)
              .render(
                  RulePage.of(found.get())
                      .map(RulePage::markdown)
                      .orElse("# " + found.get().code())));
      return ExitCode.CLEAN;
    }
    List<RuleInfo> group =
        RuleCatalog.infos().stream().filter(info -> RuleCatalog.means(rule, info)).toList();
    if (group.isEmpty()) {
      throw new Failures.Refusal(unknown(rule));
    }
    RulesCommand.text(group, ansi, out);
    return ExitCode.CLEAN;
  }

  /** Says that there is no such rule, and which one may have been meant. */
  static String unknown(String name) {
    boolean code = name.toUpperCase(Locale.ROOT).startsWith("EDGE");
    String wanted = code ? name.toUpperCase(Locale.ROOT) : name;
    return "there is no rule '"
        + name
        + "'"
        + Suggestion.near(wanted, RuleCatalog.selectors())
            // Two codes with two other digits have nothing to do with each other.
            .filter(
                near ->
                    !code || NearestName.distance(wanted, near.toUpperCase(Locale.ROOT), 1) == 1)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("")
        + " (see 'edgelint rules')";
  }
}
