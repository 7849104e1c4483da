package io.github.edgelint.cli;

import io.github.edgelint.rules.Printable;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code edgelint devices}: which files make up which device, and why the others are alone. */
@Command(
    name = "devices",
    description = "Shows which files make up one device, and which none does.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint devices                     of this folder",
      "  edgelint devices fleet/ | less",
    })
final class DevicesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private Input input;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Ansi ansi = new Ansi(Terminal.hasColour());
    Input.Loaded loaded = input.load(spec.commandLine().getErr());
    Snapshot snapshot = loaded.snapshot();
    Set<Document> grouped = new HashSet<>();
    for (Device device : snapshot.devices()) {
      if (device.documents().stream().noneMatch(Input::isAsked)) {
        continue;
      }
      out.println(ansi.bold("device " + Printable.of(device.name())));
      for (Document document : device.documents()) {
        grouped.add(document);
        print(document, loaded, out);
      }
      out.println("  behind a proxy: " + (device.proxyIntent().isYes() ? "yes" : "no"));
      out.println();
    }
    List<Document> alone = new ArrayList<>(snapshot.documents());
    alone.removeIf(document -> grouped.contains(document) || !Input.isAsked(document));
    if (!alone.isEmpty()) {
      out.println(ansi.bold("on their own"));
      alone.forEach(document -> print(document, loaded, out));
    }
    return loaded.failed() ? ExitCode.FAILURE : ExitCode.CLEAN;
  }

  private static void print(Document document, Input.Loaded loaded, PrintWriter out) {
    out.println(
        "  "
            + Printable.of(document.path().relativeTo(loaded.base()))
            + " ("
            + document.kind().label()
            + "): "
            + Printable.of(document.reason()));
  }
}
