package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fixer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code edgelint check PATH…}: the main job. */
@Command(
    name = "check",
    description = "Checks files and folders.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint check .",
      "  edgelint check --fix --diff deployment.template.json",
      "  edgelint check --output sarif=edgelint.sarif --output junit=edgelint.xml .",
      "  az iot edge deployment show … | edgelint check -",
      "",
      "Exit codes: 0 clean, 1 findings, 2 failure.",
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final Input input;

  @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = OutputOption.class,
      completionCandidates = OutputOption.class,
      description = "Write a report to a file, too; repeatable.")
  private List<Output> outputs = new ArrayList<>();

  /** A report that goes to a file. */
  private record Output(Format format, Path file) {}

  /** Reads an {@link Output}; its format is what shells complete. */
  static final class OutputOption implements ITypeConverter<Output>, Iterable<String> {

    @Override
    public Output convert(String written) {
      String[] parts = written.split("=", 2);
      Format format = Format.ofWord(parts[0].toLowerCase(Locale.ROOT));
      if (format == null || parts.length == 1 || parts[1].isEmpty()) {
        throw new TypeConversionException("'" + written + "' is not FORMAT=FILE");
      }
      return new Output(format, Path.of(parts[1]));
    }

    @Override
    public Iterator<String> iterator() {
      return Stream.of(Format.values()).map(Format::toString).iterator();
    }
  }

  @Option(names = "--fix", description = "Mend what is beyond doubt, and write it.")
  private boolean fix;

  @Option(names = "--unsafe-fixes", description = "Mend what is plausible, too.")
  private boolean unsafeFixes;

  @Option(names = "--fix-only", description = "Mend, and do not report what is left.")
  private boolean fixOnly;

  @Option(names = "--diff", description = "Show what would be mended; write nothing.")
  private boolean diff;

  @Option(
      names = "--select",
      paramLabel = "RULE",
      split = ",",
      splitSynopsisLabel = ",",
      completionCandidates = RuleNames.class,
      description = "Only these codes, slugs, groups (EDGE2xx).")
  private List<String> select = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = RuleNames.class,
      description = "Not these rules.")
  private List<String> ignore = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = Threshold.class,
      completionCandidates = Threshold.class,
      description = "Exit with 1 from ${COMPLETION-CANDIDATES} on.")
  private Severity failOn = Severity.ERROR;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leave out what 'edgelint baseline' wrote.")
  private Path baseline;

  @Option(names = "--hints", description = "Show hints as well.")
  private boolean hints;

  @Option(names = "--statistics", description = "Count findings by rule; show none.")
  private boolean statistics;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print findings only, no summary.")
  private boolean quiet;

  @Option(names = "--jobs", paramLabel = "N", description = "Use N processors, not all of them.")
  private Integer jobs;

  /** The severities that may fail a run. */
  static final class Threshold extends Words<Severity> {
    private static final Map<String, Severity> SEVERITIES = new LinkedHashMap<>();

    static {
      for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
        SEVERITIES.put(severity.word(), severity);
      }
    }

    Threshold() {
      super(SEVERITIES);
    }
  }

  @Option(names = "--watch", description = "Check again when a file changes; Ctrl-C ends.")
  private boolean watch;

  CheckCommand() {
    this.input = new Input();
  }

  private CheckCommand(List<String> paths, Format format, boolean quiet) {
    this.input = new Input(paths);
    this.format = format;
    this.quiet = quiet;
  }

  /**
   * The command that the arguments ask for, where they have no options but {@code --format} and
   * {@code --quiet}; empty for all others. To make picocli ready takes as long as such a run.
   */
  static Optional<CheckCommand> plain(String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals("check")) {
      return Optional.empty();
    }
    List<String> paths = new ArrayList<>();
    Format format = null;
    boolean quiet = false;
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      boolean option = argument.startsWith("-") && argument.length() > 1;
      if (argument.equals("--format") && format == null && i + 1 < arguments.length) {
        format = Format.ofWord(arguments[++i]);
        if (format == null) {
          return Optional.empty();
        }
      } else if ((argument.equals("--quiet") || argument.equals("-q")) && !quiet) {
        quiet = true;
      } else if (option) {
        return Optional.empty();
      } else {
        paths.add(argument);
      }
    }
    return Optional.of(new CheckCommand(paths, format == null ? Format.TEXT : format, quiet));
  }

  @Override
  public Integer call() throws IOException {
    return run(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** Checks, and returns the {@link ExitCode}. */
  int run(PrintWriter out, PrintWriter err) throws IOException {
    limitProcessors();
    if (outputs.stream().anyMatch(output -> output.file().toString().equals("-"))) {
      throw new Failures.Refusal("--output writes files; --format says what is printed");
    }
    if (!watch) {
      ProgressLine progress = ProgressLine.on(err);
      try {
        return check(input.load(err), out, progress);
      } finally {
        progress.close();
      }
    }
    if (fix || unsafeFixes || fixOnly || input.readsStandardInput()) {
      throw new Failures.Refusal("--watch only looks; it goes with no fixing and no '-'");
    }
    return watch(out, err);
  }

  /** Goes on until the process is ended; gives the last outcome where the thread is. */
  private int watch(PrintWriter out, PrintWriter err) throws IOException {
    FileWatch files = new FileWatch();
    Optional<Input.Loaded> before = Optional.empty();
    int outcome = ExitCode.CLEAN;
    while (true) {
      long start = System.currentTimeMillis();
      StringWriter said = new StringWriter();
      ProgressLine progress = ProgressLine.on(err);
      try {
        Input.Loaded loaded = input.load(new PrintWriter(said, true));
        if (before.isEmpty() || !loaded.hasDocumentsOf(before.get())) {
          progress.close();
          Terminal.clear(out);
          err.print(said);
          outcome = check(loaded, out, progress);
          out.flush();
          err.println("edgelint: watching; Ctrl-C ends");
        }
        before = Optional.of(loaded);
      } catch (Failures.Refusal | FileSystemException e) {
        outcome = Failures.ofRun(e, err);
      } finally {
        progress.close();
      }
      err.flush();
      files.set(before.map(Input.Loaded::places).orElse(Set.of()), start);
      try {
        files.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcome;
      }
    }
  }

  /** All parallel work is done by the common pool, beside the thread that waits for it. */
  private void limitProcessors() {
    if (jobs != null) {
      if (jobs < 1) {
        throw new Failures.Refusal("--jobs needs a number from 1 on");
      }
      System.setProperty(
          "java.util.concurrent.ForkJoinPool.common.parallelism", Integer.toString(jobs - 1));
    }
  }

  private int check(Input.Loaded read, PrintWriter out, ProgressLine progress) throws IOException {
    Predicate<Finding> selected = selected();
    Analyzer analyzer = new Analyzer();
    Optional<Fixer.Result> mended = Optional.empty();
    if (fix || diff || unsafeFixes || fixOnly) {
      mended =
          Optional.of(
              new Fixer(analyzer)
                  .fix(
                      read.snapshot(),
                      finding -> Input.isAsked(finding.document()) && selected.test(finding),
                      unsafeFixes));
    }
    boolean written = mended.isPresent() && !diff && !read.isStandardInput();
    Input.Loaded loaded = mended.map(result -> read.with(result.snapshot())).orElse(read);
    Analysis analysis =
        mended.map(Fixer.Result::left).orElseGet(() -> analyzer.analyze(read.snapshot()));
    progress.close();
    if (written) {
      write(mended.get(), read.snapshot());
    }
    int fixed = written ? mended.get().applied() : 0;
    Report report = report(loaded, analysis, fixed).only(selected);
    for (Output output : outputs) {
      SafeFile.write(
          output.file(), file -> output.format().reporter(false, true).write(report, file));
    }
    if (mended.isPresent() && !written) {
      print(mended.get(), read, out);
      tellWhatWasNotChecked(report);
    } else if (fixOnly) {
      out.println("Applied " + fixed + (fixed == 1 ? " fix." : " fixes."));
    } else if (statistics) {
      count(report, out);
    } else {
      boolean nothingRead = loaded.failed() && report.files() == 0;
      format.reporter(Terminal.hasColour(), !quiet && !nothingRead).write(report, out);
    }
    return outcome(report, loaded);
  }

  private Report report(Input.Loaded loaded, Analysis analysis, int fixed) throws IOException {
    DocPath home = baseline == null ? loaded.base() : Baseline.home(baseline);
    Report report = Report.of(loaded, analysis, hints, fixed, home);
    if (baseline == null) {
      return report;
    }
    Set<Finding> known = Baseline.read(baseline).known(report).keySet();
    return report.only(
        finding -> finding.rule() == OwnFindings.INTERNAL_ERROR || !known.contains(finding));
  }

  /** What {@code --select} and {@code --ignore} leave. */
  private Predicate<Finding> selected() {
    select.forEach(CheckCommand::requireKnown);
    ignore.forEach(CheckCommand::requireKnown);
    return finding ->
        finding.rule() == OwnFindings.INTERNAL_ERROR
            || ((select.isEmpty() || isNamed(finding.rule(), select))
                && !isNamed(finding.rule(), ignore));
  }

  private static void requireKnown(String name) {
    if (!RuleCatalog.isKnown(name)) {
      throw new Failures.Refusal(ExplainCommand.unknown(name));
    }
  }

  private static boolean isNamed(RuleInfo rule, List<String> names) {
    return names.stream().anyMatch(name -> RuleCatalog.means(name, rule));
  }

  private int outcome(Report report, Input.Loaded loaded) {
    int code = loaded.failed() ? ExitCode.FAILURE : ExitCode.CLEAN;
    for (Finding finding : report.findings()) {
      if (finding.rule() == OwnFindings.INTERNAL_ERROR) {
        return ExitCode.FAILURE;
      }
      if (!fixOnly && finding.severity().isAtLeast(failOn) && code == ExitCode.CLEAN) {
        code = ExitCode.FINDINGS;
      }
    }
    return code;
  }

  private static void write(Fixer.Result result, Snapshot before) throws IOException {
    for (DocPath path : result.created()) {
      SafeFile.create(path.toFile().orElseThrow(), text(result.snapshot(), path).orElseThrow());
    }
    for (DocPath path : result.changed()) {
      SafeFile.replace(
          path.toFile().orElseThrow(),
          text(before, path).orElseThrow(),
          text(result.snapshot(), path).orElseThrow());
    }
  }

  private static Optional<String> text(Snapshot snapshot, DocPath path) {
    return snapshot.document(path).map(document -> document.source().text());
  }

  /** The changes as a diff; for standard input without {@code --diff} the whole mended text. */
  private void print(Fixer.Result result, Input.Loaded loaded, PrintWriter out) {
    if (!diff) {
      loaded
          .standardInput()
          .flatMap(path -> result.snapshot().document(path))
          .ifPresent(document -> out.print(document.source().text()));
      return;
    }
    List<DocPath> paths = new ArrayList<>(result.created());
    paths.addAll(result.changed());
    for (DocPath path : paths) {
      Patch.of(
              path.relativeTo(loaded.base()),
              path,
              text(loaded.snapshot(), path),
              text(result.snapshot(), path))
          .forEach(line -> out.println(Terminal.line(line)));
    }
  }

  /** Where no findings are printed, a file that nobody looked at would seem to need no change. */
  private void tellWhatWasNotChecked(Report report) {
    for (Finding finding : report.findings()) {
      if (finding.rule() == OwnFindings.FILE_NOT_ANALYSED
          || finding.rule() == OwnFindings.INTERNAL_ERROR) {
        String path = report.shownPath(finding.document().path());
        spec.commandLine().getErr().println("edgelint: " + path + ": " + finding.message().text());
      }
    }
  }

  private void count(Report report, PrintWriter out) {
    Map<RuleInfo, Integer> counts = new TreeMap<>((a, b) -> a.code().compareTo(b.code()));
    report.findings().forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
    counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(
            entry ->
                out.printf(
                    "%6d  %s %s%n",
                    entry.getValue(), entry.getKey().code(), entry.getKey().slug()));
    if (!quiet) {
      out.println(Summary.of(report));
    }
  }
}
