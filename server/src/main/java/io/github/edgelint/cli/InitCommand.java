package io.github.edgelint.cli;

import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint init}: a settings file to start from. */
@Command(
    name = "init",
    description = "Writes a commented .edgelint.toml from what it sees.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  edgelint init",
      "",
      "Nothing in the file counts before you take the # away, and a file that is",
      "there already is left as it is.",
    })
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "",
      description = "Where it is written, this folder if there is none.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Failures.Refusal(folder + " is no folder");
    }
    Path file = folder.resolve(Settings.FILE_NAME);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new Failures.Refusal(
          file + " is there already and was left as it is; see 'edgelint config show'");
    }
    FileScanner.Scan scan = FileScanner.scan(List.of(folder));
    SafeFile.create(file, StarterSettings.of(scan.snapshot(), DocPath.of(folder)));
    spec.commandLine()
        .getOut()
        .println("Wrote " + file + "; take the # away from what should count.");
    return ExitCode.CLEAN;
  }
}
