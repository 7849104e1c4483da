package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.workspace.DocPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code edgelint baseline}: what is found today stays quiet, what is new fails. */
@Command(
    name = "baseline",
    description = "Keeps known findings quiet, so that only new ones fail.",
    mixinStandardHelpOptions = true,
    subcommands = {BaselineCommand.Write.class, BaselineCommand.Prune.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint baseline write .                     once",
      "  edgelint check --baseline .edgelint-baseline.json .",
      "  edgelint baseline prune .                     after mending some",
    })
final class BaselineCommand extends CommandGroup {

  /** What both commands have. */
  abstract static class Base implements Callable<Integer> {

    @Spec CommandSpec spec;

    @Mixin Input input;

    @Option(
        names = "--file",
        paramLabel = "FILE",
        defaultValue = ".edgelint-baseline.json",
        description = "The baseline (default: ${DEFAULT-VALUE}).")
    Path file;

    /** What is found today; refused where that cannot be said of all that was named. */
    Report report() throws IOException {
      Input.Loaded loaded = input.load(spec.commandLine().getErr());
      if (loaded.failed()) {
        throw new Failures.Refusal("nothing was written, since not all could be read");
      }
      return Report.of(
          loaded, new Analyzer().analyze(loaded.snapshot()), true, 0, Baseline.home(file));
    }

    Integer write(List<Baseline.Entry> entries) throws IOException {
      new Baseline(Baseline.home(file), entries).write(file);
      spec.commandLine()
          .getOut()
          .println(
              file
                  + " knows "
                  + entries.size()
                  + (entries.size() == 1 ? " finding." : " findings."));
      return ExitCode.CLEAN;
    }
  }

  /** {@code baseline write}. */
  @Command(
      name = "write",
      description = "Takes all findings of today as known.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  edgelint baseline write --file known.json .")
  static final class Write extends Base {
    @Override
    public Integer call() throws IOException {
      Report report = report();
      DocPath home = Baseline.home(file);
      return write(
          report.findings().stream()
              .map(finding -> Baseline.Entry.of(finding, report, home))
              .toList());
    }
  }

  /** {@code baseline prune}. */
  @Command(
      name = "prune",
      description = "Forgets what is mended; takes nothing new in.",
      mixinStandardHelpOptions = true,
      footerHeading = "%nExample:%n",
      footer = "  edgelint baseline prune --file known.json .")
  static final class Prune extends Base {
    @Override
    public Integer call() throws IOException {
      Baseline baseline = Baseline.read(file);
      Report report = report();
      Map<Baseline.Entry, Baseline.Entry> kept = new HashMap<>();
      baseline
          .known(report)
          .forEach(
              (finding, entry) ->
                  kept.put(entry, Baseline.Entry.of(finding, report, baseline.home())));
      List<Baseline.Entry> left = new ArrayList<>();
      for (Baseline.Entry entry : baseline.entries()) {
        if (kept.containsKey(entry)) {
          left.add(kept.get(entry));
        } else if (!input.covers(baseline.home().resolve(entry.path()))) {
          // Nobody looked whether it is mended.
          left.add(entry);
        }
      }
      return write(left);
    }
  }
}
