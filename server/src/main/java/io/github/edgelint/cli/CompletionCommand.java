package io.github.edgelint.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint completion SHELL}: a script that completes commands, options and values. */
@Command(
    name = "completion",
    description = "Prints a completion script for a shell.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nTo have it in every new shell:%n",
    footer = {
      "  bash   echo 'source <(edgelint completion bash)' >> ~/.bashrc",
      "  zsh    echo 'source <(edgelint completion zsh)' >> ~/.zshrc   (below compinit)",
      "  fish   edgelint completion fish > ~/.config/fish/completions/edgelint.fish",
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells there are scripts for. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Override
  public Integer call() {
    CommandLine all = EdgelintCommand.lineFor();
    spec.commandLine()
        .getOut()
        .print(
            shell == Shell.fish
                ? FishCompletion.of(all.getCommandSpec())
                : AutoComplete.bash("edgelint", all));
    return ExitCode.CLEAN;
  }
}
