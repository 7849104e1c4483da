package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.proxy.ChecklistRow;
import io.github.edgelint.proxy.ChecklistRow.Place;
import io.github.edgelint.proxy.ProxyChecklist;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.text.Position;
import io.github.edgelint.workspace.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint proxy status}: one row for each component of a device. */
@Command(
    name = "status",
    description = "Shows which proxy each component of a device has, and what is wrong with it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint proxy status                  the device in this folder",
      "  edgelint proxy status line-1 --format json",
      "",
      "Exit codes: 0 all have what they need, 1 one lacks it, 2 failure.",
    })
final class ProxyStatusCommand implements Callable<Integer> {

  /** How the table is printed. */
  enum Output {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Mixin private ProxyInput input;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      defaultValue = "",
      description = "A file or folder, this folder if there is none.")
  private Path path;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json.",
      paramLabel = "FORMAT")
  private Output format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ProxyInput.Found found = input.load(path);
    Analysis analysis = new Analyzer().analyze(found.snapshot());
    List<ProxyChecklist> checklists = new ArrayList<>();
    for (Device device : found.devices()) {
      checklists.add(ProxyChecklist.of(device, analysis));
    }
    if (format == Output.json) {
      out.print(json(checklists, found));
    } else {
      Ansi ansi = new Ansi(Terminal.hasColour());
      checklists.forEach(checklist -> print(checklist, found, ansi, out));
    }
    boolean good = checklists.stream().allMatch(ProxyChecklist::isGood);
    return good ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private static void print(
      ProxyChecklist checklist, ProxyInput.Found found, Ansi ansi, PrintWriter out) {
    out.println(
        ansi.bold("device " + Printable.of(checklist.device().name()))
            + (checklist.behindProxy()
                ? ", behind " + Printable.of(checklist.reference().orElse("a proxy"))
                : ", no proxy in use"));
    out.println();
    int component = width(checklist, ProxyStatusCommand::component);
    int value = width(checklist, ProxyStatusCommand::value);
    String indent = " ".repeat(2 + component + 2 + 10 + 2);
    for (ChecklistRow row : checklist.rows()) {
      String line =
          "  "
              + padded(component(row), component)
              + "  "
              + state(row.state(), ansi)
              + "  "
              + padded(value(row), value)
              + "  "
              + ansi.faint(row.place().map(place -> place(place, found)).orElse(""));
      out.println(line.stripTrailing());
      String code = row.code().map(c -> " [" + c + "]").orElse("");
      out.println(indent + Printable.of(row.effect()) + ansi.bold(code));
    }
    out.println();
    if (!checklist.check().isEmpty()) {
      out.println(ansi.bold("iotedge check will say"));
      checklist.check().forEach(line -> out.println("  " + Printable.of(line)));
      out.println();
    }
  }

  private static String component(ChecklistRow row) {
    return Printable.of(row.component());
  }

  private static String value(ChecklistRow row) {
    return row.value().map(Printable::of).orElse(row.place().isPresent() ? "-" : "");
  }

  private static int width(ProxyChecklist checklist, Function<ChecklistRow, String> column) {
    return checklist.rows().stream().mapToInt(row -> column.apply(row).length()).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String state(ChecklistRow.State state, Ansi ansi) {
    String text = padded(state.label(), 10);
    return state.isBad()
        ? ansi.red(text)
        : state == ChecklistRow.State.OK ? ansi.green(text) : ansi.faint(text);
  }

  private static String place(Place place, ProxyInput.Found found) {
    int line = place.document().source().lines().lineOf(place.range().start()) + 1;
    return Printable.of(found.shown(place.document().path())) + ":" + line;
  }

  private static Json json(List<ProxyChecklist> checklists, ProxyInput.Found found) {
    Json json = new Json().object().member("version", 1).array("devices");
    for (ProxyChecklist checklist : checklists) {
      json.object()
          .member("name", checklist.device().name())
          .member("intent", checklist.behindProxy() ? "yes" : "no");
      checklist.reference().ifPresent(value -> json.member("reference", value));
      json.array("rows");
      checklist.rows().forEach(row -> json(row, found, json));
      json.end().array("check");
      checklist.check().forEach(json::item);
      json.end().end();
    }
    return json.end().end();
  }

  private static void json(ChecklistRow row, ProxyInput.Found found, Json json) {
    json.object().member("component", row.component());
    row.variable().ifPresent(name -> json.member("variable", name));
    row.value().ifPresent(value -> json.member("value", value));
    json.member("state", row.state().label()).member("effect", row.effect());
    row.code().ifPresent(code -> json.member("code", code));
    if (row.place().isPresent()) {
      Place place = row.place().get();
      Position start = place.document().source().lines().position(place.range().start());
      json.object("place")
          .member("file", found.shown(place.document().path()))
          .member("line", start.line() + 1L)
          .member("column", start.column() + 1L)
          .end();
    }
    json.end();
  }
}
