package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edgelint rules}: every rule in a line. */
@Command(
    name = "rules",
    description = "Lists all rules.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint rules | grep proxy",
      "  edgelint rules --format json",
    })
final class RulesCommand implements Callable<Integer> {

  private static final Map<String, String> GROUPS =
      Map.of(
          "0xx", "Syntax and documents",
          "1xx", "Keys and values",
          "2xx", "Proxy",
          "3xx", "Device configuration",
          "4xx", "Deployment manifests",
          "5xx", "Routes",
          "6xx", "Create options and containers",
          "7xx", "Files of one device",
          "8xx", "Secrets",
          "9xx", "About edgelint itself");

  /** How the list is printed. */
  enum ListFormat {
    text,
    markdown,
    json
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How they are printed: ${COMPLETION-CANDIDATES}.")
  private ListFormat format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> text(RuleCatalog.infos(), new Ansi(Terminal.hasColour()), out);
      case markdown -> markdown(out);
      case json -> json(out);
    }
    return ExitCode.CLEAN;
  }

  /** A line for each of some rules. */
  static void text(List<RuleInfo> rules, Ansi ansi, PrintWriter out) {
    for (RuleInfo info : rules) {
      String severity = String.format("%-8s", info.severity().word());
      out.println(
          ansi.bold(info.code())
              + " "
              + ansi.severity(info.severity(), severity)
              + " "
              + String.format("%-32s", info.slug())
              + " "
              + ansi.faint(summary(info)));
    }
  }

  private static void markdown(PrintWriter out) {
    out.println("# Rules");
    out.println();
    out.println(
        "Made by `edgelint rules --format markdown`. The severity is the highest a finding can"
            + " have; the fix is the one that the example of the page gets: by `--fix`, by"
            + " `--unsafe-fixes`, or by hand, with a value that only a person knows.");
    String group = "";
    for (RuleInfo info : RuleCatalog.infos()) {
      if (!info.group().equals(group)) {
        group = info.group();
        out.println();
        out.println("## " + group + " " + GROUPS.get(group));
        out.println();
        out.println("| rule | severity | fix | documents | what it finds |");
        out.println("|---|---|---|---|---|");
      }
      out.println(
          "| ["
              + info.code()
              + "]("
              + info.code()
              + ".md) `"
              + info.slug()
              + "` | "
              + info.severity().word()
              + " | "
              + fix(info).map(RulesCommand::how).orElse("")
              + " | "
              + String.join(", ", kinds(info))
              + " | "
              + summary(info).replace("|", "\\|")
              + " |");
    }
  }

  private static void json(PrintWriter out) {
    Json json = new Json().items();
    for (RuleInfo info : RuleCatalog.infos()) {
      json.object().member("code", info.code()).member("slug", info.slug());
      json.member("severity", info.severity().word()).member("group", info.group());
      json.member("crossFile", info.crossFile()).member("summary", summary(info));
      fix(info).ifPresent(fix -> json.member("fix", fix.word()));
      json.array("documents");
      kinds(info).forEach(json::item);
      json.end().end();
    }
    out.print(json.end());
  }

  private static List<String> kinds(RuleInfo info) {
    List<String> kinds = new ArrayList<>();
    for (DocumentKind kind : DocumentKind.values()) {
      if (info.kinds().contains(kind) && kind.compareTo(DocumentKind.SETTINGS) <= 0) {
        kinds.add(kind.label());
      }
    }
    return kinds;
  }

  /** Who may apply what the examples of the page get: the best of several. */
  private static Optional<Applicability> fix(RuleInfo info) {
    return RulePage.of(info).stream()
        .flatMap(page -> page.examples().stream())
        .flatMap(example -> fixes(info, example).stream())
        .min(Comparator.naturalOrder());
  }

  private static List<Applicability> fixes(RuleInfo info, RulePage.Example example) {
    DocPath folder = DocPath.of(Path.of("example"));
    List<Document> documents = new ArrayList<>();
    example
        .bad()
        .forEach(
            (path, text) -> documents.add(Document.of(folder.resolve(path), SourceText.of(text))));
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of(folder)), documents);
    List<Applicability> found = new ArrayList<>();
    for (Finding finding : new Analyzer().analyze(snapshot).findings()) {
      if (finding.rule().equals(info)) {
        finding.fixes().stream()
            .filter(Fix::isPossible)
            .forEach(fix -> found.add(fix.applicability()));
      }
    }
    return found;
  }

  private static String how(Applicability fix) {
    return switch (fix) {
      case SAFE -> "`--fix`";
      case UNSAFE -> "`--unsafe-fixes`";
      case PLACEHOLDER -> "by hand";
    };
  }

  private static String summary(RuleInfo info) {
    return RulePage.of(info).map(RulePage::summary).orElse("");
  }
}
