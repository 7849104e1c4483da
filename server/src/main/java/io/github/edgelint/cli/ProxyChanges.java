package io.github.edgelint.cli;

import io.github.edgelint.proxy.FileChange;
import io.github.edgelint.proxy.Host;
import io.github.edgelint.proxy.ProxyPlan;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.workspace.DocPath;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a command shows, asks for and carries out a plan. */
final class ProxyChanges {

  @Option(names = "--diff", description = "Show the changes; write nothing.")
  private boolean diff;

  @Option(
      names = {"-y", "--yes"},
      description = "Write without asking.")
  private boolean yes;

  @Option(
      names = "--os",
      paramLabel = "OS",
      defaultValue = "linux",
      description =
          "The host: linux, windows (version 1.1) or eflow; printed steps depend on it, and only"
              + " linux gets units.")
  private Host host;

  Host host() {
    return host;
  }

  /** Shows a plan, and carries it out if that is wanted. */
  int run(ProxyPlan plan, ProxyInput.Found found, PrintWriter out) throws IOException {
    plan.refused()
        .ifPresent(
            reason -> {
              throw new Failures.Refusal(reason);
            });
    List<FileChange> changes = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (FileChange change : plan.changes()) {
      if (isInside(change.path(), found)) {
        changes.add(change);
      } else {
        outside.add(found.shown(change.path()));
      }
    }
    Ansi ansi = new Ansi(Terminal.hasColour());
    changes.forEach(change -> print(change, found, ansi, out));
    outside.forEach(
        path ->
            out.println(
                "Not changed, since it lies outside of what was named: " + Printable.of(path)));
    if (changes.isEmpty()) {
      out.println("No file needs a change.");
    } else if (!diff) {
      if (!isConfirmed(changes.size(), out)) {
        out.println("Nothing was written.");
        return ExitCode.CLEAN;
      }
      for (FileChange change : changes) {
        write(change);
      }
      out.println("Changed " + changes.size() + (changes.size() == 1 ? " file." : " files."));
    }
    steps(
        changes.isEmpty() ? "To do, if the device has other files than these" : "Still to do",
        plan.commands(),
        ansi,
        out);
    steps("To see whether it worked", plan.verify(), ansi, out);
    return ExitCode.CLEAN;
  }

  private static boolean isInside(DocPath path, ProxyInput.Found found) {
    return path.equals(found.path()) || path.isBelow(found.path());
  }

  private boolean isConfirmed(int files, PrintWriter out) {
    if (yes) {
      return true;
    }
    out.flush();
    Console console =
        Terminal.console()
            .orElseThrow(
                () -> new Failures.Refusal("nothing was written; --yes writes without asking"));
    String answer = console.readLine("Change %d file%s? [y/N] ", files, files == 1 ? "" : "s");
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }

  private static void write(FileChange change) throws IOException {
    Path file = change.path().toFile().orElseThrow();
    Optional<String> before = change.before();
    if (change.creates()) {
      SafeFile.create(file, change.after().orElseThrow());
    } else if (change.deletes()) {
      SafeFile.delete(file, before.orElseThrow());
    } else {
      SafeFile.replace(file, before.orElseThrow(), change.after().orElseThrow());
    }
  }

  private static void print(FileChange change, ProxyInput.Found found, Ansi ansi, PrintWriter out) {
    for (String line :
        Patch.of(found.shown(change.path()), change.path(), change.before(), change.after())) {
      out.println(coloured(Terminal.line(line), ansi));
    }
    out.println();
  }

  private static String coloured(String line, Ansi ansi) {
    if (line.startsWith("+++") || line.startsWith("---")) {
      return ansi.bold(line);
    }
    return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
      case '+' -> ansi.green(line);
      case '-' -> ansi.red(line);
      case '@' -> ansi.cyan(line);
      default -> line;
    };
  }

  private static void steps(String title, List<String> steps, Ansi ansi, PrintWriter out) {
    if (!steps.isEmpty()) {
      out.println();
      out.println(ansi.bold(title));
      steps.forEach(step -> out.println("  " + step));
    }
  }
}
