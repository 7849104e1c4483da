package io.github.edgelint.cli;

import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.FileScanner;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint config show PATH}: what is in force for a file, and why. */
@Command(
    name = "show",
    description = "Shows what is in force for a file or folder, and which line says so.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint config show deployment.json",
      "  edgelint config show --format json .",
    })
final class ConfigShowCommand implements Callable<Integer> {

  /** How it is printed. */
  enum Form {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A file or folder, this folder if there is none.")
  private Path path;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}.")
  private Form format;

  @Override
  public Integer call() {
    FileScanner.Scan scan = FileScanner.scan(List.of(path));
    if (!scan.missing().isEmpty()) {
      throw new Failures.Refusal(path + " does not exist");
    }
    InForce inForce = InForce.of(scan.snapshot(), DocPath.of(path), DocPath.of(Path.of("")));
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case text -> inForce.text(new Ansi(Terminal.hasColour()));
              case json -> inForce.json();
            });
    return ExitCode.CLEAN;
  }
}
