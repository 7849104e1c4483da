package io.github.edgelint.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for the fish shell. Source: fish documentation, "complete". */
final class FishCompletion {

  private static final String HEAD =
      """
      # Completion of edgelint for fish, made by `edgelint completion fish`.

      # Whether the words so far begin with these commands.
      function __edgelint_in
          set -l words (commandline -opc | string match -v -- '-*')
          set -l last (math (count $argv) + 1)
          test (count $words) -ge $last
          and test "$words[2..$last]" = "$argv"
      end

      # The same, where the next command is still missing.
      function __edgelint_at
          set -l words (commandline -opc | string match -v -- '-*')
          test (count $words) -eq (math (count $argv) + 1)
          and begin
              test (count $argv) -eq 0
              or __edgelint_in $argv
          end
      end

      complete -c edgelint -f
      """;

  private final StringBuilder script = new StringBuilder(HEAD);

  private FishCompletion() {}

  static String of(CommandSpec root) {
    FishCompletion completion = new FishCompletion();
    completion.command(root, List.of());
    return completion.script.toString();
  }

  private void command(CommandSpec command, List<String> path) {
    String words = String.join(" ", path);
    String in = path.isEmpty() ? "__edgelint_at" : "__edgelint_in " + words;
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        option(option, in);
      }
    }
    for (ArgSpec parameter : command.positionalParameters()) {
      if (!parameter.hidden() && !choices(parameter).isEmpty()) {
        line(in, "-a " + quote(String.join(" ", choices(parameter))));
      } else if (!parameter.hidden()) {
        line(in, "-F");
      }
    }
    for (Map.Entry<String, CommandLine> sub : command.subcommands().entrySet()) {
      CommandSpec spec = sub.getValue().getCommandSpec();
      if (!spec.usageMessage().hidden()) {
        String description = String.join(" ", spec.usageMessage().description());
        line("__edgelint_at " + words, "-a " + sub.getKey() + " -d " + quote(description));
        List<String> below = new ArrayList<>(path);
        below.add(sub.getKey());
        command(spec, below);
      }
    }
  }

  private void option(OptionSpec option, String condition) {
    StringBuilder rest = new StringBuilder();
    for (String name : option.names()) {
      rest.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
          .append(' ');
    }
    if (option.arity().max() > 0) {
      List<String> choices = choices(option);
      boolean file = option.auxiliaryTypes()[option.auxiliaryTypes().length - 1] == Path.class;
      if (option.isMultiValue() && option.paramLabel().contains("=")) {
        choices.replaceAll(choice -> choice + "=");
      }
      rest.append(choices.isEmpty() ? (file ? "-r -F " : "-x ") : "-x -a ");
      if (!choices.isEmpty()) {
        rest.append(quote(String.join(" ", choices))).append(' ');
      }
    }
    line(condition, rest + "-d " + quote(String.join(" ", option.description())));
  }

  private static List<String> choices(ArgSpec argument) {
    List<String> choices = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(choices::add);
    }
    return choices;
  }

  private void line(String condition, String rest) {
    script
        .append("complete -c edgelint -n ")
        .append(quote(condition.strip()))
        .append(' ')
        .append(rest)
        .append('\n');
  }

  private static String quote(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
