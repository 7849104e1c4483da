package io.github.edgelint.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fixer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edgelint check PATH…}: the main job. */
@Command(
    name = "check",
    description = "Checks files and folders.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint check .",
      "  edgelint check --fix --diff deployment.template.json",
      "  az iot edge deployment show … | edgelint check -",
    })
final class CheckCommand implements Callable<Integer> {

  /** How findings are printed. */
  enum Format {
    TEXT,
    CONCISE,
    JSON
  }

  @Spec private CommandSpec spec;

  @Mixin private Input input;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "How findings are printed: ${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(names = "--fix", description = "Mend what is beyond doubt, and write it.")
  private boolean fix;

  @Option(names = "--unsafe-fixes", description = "Mend what is plausible, too.")
  private boolean unsafeFixes;

  @Option(names = "--diff", description = "Show what --fix would change; write nothing.")
  private boolean diff;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description = "Exit with 1 from this severity on: error, warning or info.")
  private Severity failOn;

  @Option(names = "--hints", description = "Show hints as well.")
  private boolean hints;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print findings only, no summary.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    if (failOn == Severity.HINT) {
      throw new Failures.Refusal("hints never fail a run; use --fail-on error, warning or info");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input.Loaded loaded = input.load(err);
    Analyzer analyzer = new Analyzer();
    Snapshot snapshot = loaded.snapshot();
    Analysis analysis;
    int fixed = 0;
    if (fix || diff || unsafeFixes) {
      Fixer.Result result =
          new Fixer(analyzer)
              .fix(snapshot, finding -> Input.isAsked(finding.document()), unsafeFixes);
      if (diff || loaded.isStandardInput()) {
        print(result, snapshot, loaded, out);
        return outcome(result.left().findings(), loaded);
      }
      write(result, snapshot);
      analysis = result.left();
      fixed = result.applied();
    } else {
      analysis = analyzer.analyze(snapshot);
    }
    List<Finding> shown = shown(analysis);
    reporter().write(new Report(loaded.base(), shown, loaded.files(), fixed), out);
    return outcome(shown, loaded);
  }

  private Reporter reporter() {
    return switch (format) {
      case TEXT -> new TextReporter(new Ansi(Terminal.hasColour()), false, !quiet);
      case CONCISE -> new TextReporter(new Ansi(Terminal.hasColour()), true, !quiet);
      case JSON -> new JsonReporter();
    };
  }

  private List<Finding> shown(Analysis analysis) {
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : analysis.findings()) {
      if (Input.isAsked(finding.document()) && (hints || finding.severity() != Severity.HINT)) {
        shown.add(finding);
      }
    }
    return shown;
  }

  private int outcome(List<Finding> findings, Input.Loaded loaded) {
    int code = loaded.failed() ? ExitCode.FAILURE : ExitCode.CLEAN;
    for (Finding finding : findings) {
      if (finding.rule() == OwnFindings.INTERNAL_ERROR) {
        return ExitCode.FAILURE;
      }
      if (finding.severity().isAtLeast(failOn) && code == ExitCode.CLEAN) {
        code = ExitCode.FINDINGS;
      }
    }
    return code;
  }

  private static void write(Fixer.Result result, Snapshot before) throws IOException {
    for (DocPath path : result.changed()) {
      SafeFile.replace(
          path.toFile().orElseThrow(),
          before.document(path).orElseThrow().source().text(),
          result.snapshot().document(path).orElseThrow().source().text());
    }
  }

  /** The changes as a patch; for standard input without {@code --diff} the whole mended text. */
  private void print(Fixer.Result result, Snapshot before, Input.Loaded loaded, PrintWriter out) {
    if (!diff) {
      result.snapshot().documents().forEach(document -> out.print(document.source().text()));
      return;
    }
    for (DocPath path : result.changed()) {
      String name = path.relativeTo(loaded.base());
      List<String> old = lines(before.document(path).orElseThrow().source().text());
      List<String> changed = lines(result.snapshot().document(path).orElseThrow().source().text());
      UnifiedDiffUtils.generateUnifiedDiff(
              "a/" + name, "b/" + name, old, DiffUtils.diff(old, changed), 3)
          .forEach(out::println);
    }
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }
}
