package io.github.edgelint.cli;

import io.github.edgelint.deployment.Danger;
import io.github.edgelint.deployment.DeploymentDiff;
import io.github.edgelint.deployment.DiffText;
import io.github.edgelint.deployment.Effect;
import io.github.edgelint.deployment.ModuleChange;
import io.github.edgelint.deployment.RouteChange;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint diff OLD NEW}: what a deployment would change on a device. */
@Command(
    name = "diff",
    description = "Tells what a deployment would change on a device.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  edgelint diff deployed.json deployment.json",
      "",
      "Exit codes: 0 harmless, 1 dangerous, 2 failure."
    })
final class DiffCommand implements Callable<Integer> {

  /** The forms of a report. */
  enum Form {
    text,
    markdown,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "OLD", description = "The manifest that is deployed.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "The manifest that would follow.")
  private Path after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How changes are printed: ${COMPLETION-CANDIDATES}.")
  private Form format;

  @Override
  public Integer call() throws IOException {
    DeploymentManifest old = ManifestFile.read(before).manifest().orElseThrow();
    DeploymentManifest changed = ManifestFile.read(after).manifest().orElseThrow();
    DeploymentDiff.refusal(old, changed)
        .ifPresent(
            reason -> {
              throw new Failures.Refusal(reason);
            });
    DeploymentDiff diff = DeploymentDiff.of(old, changed);
    spec.commandLine()
        .getOut()
        .print(
            switch (format) {
              case text -> text(diff, new Ansi(Terminal.hasColour()));
              case markdown -> DiffText.markdown(diff, before.toString(), after.toString());
              case json -> json(diff);
            });
    return diff.isDangerous() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static String text(DeploymentDiff diff, Ansi ansi) {
    StringBuilder text = new StringBuilder();
    for (Danger danger : diff.dangers()) {
      text.append(ansi.red("danger  ")).append(Printable.of(danger.text())).append('\n');
    }
    for (ModuleChange module : diff.modules()) {
      line(text, "module", module.name(), module.effect(), ansi);
      for (ModuleChange.Cause cause : module.causes()) {
        text.append("    ").append(Printable.of(cause.toString())).append('\n');
      }
      if (diff.proxyLost().contains(module.name())) {
        text.append("    ").append(ansi.red("loses its proxy")).append('\n');
      }
    }
    for (RouteChange route : diff.routes()) {
      line(text, "route", route.name(), route.effect(), ansi);
      if (route.effect() != Effect.UNCHANGED) {
        route.before().ifPresent(old -> text.append("    - " + Printable.of(old) + "\n"));
        route.after().ifPresent(now -> text.append("    + " + Printable.of(now) + "\n"));
      }
    }
    for (String setting : diff.settings()) {
      text.append(ansi.bold("changed ")).append(Printable.of(setting)).append('\n');
    }
    if (diff.isEmpty()) {
      text.append("The device stays as it is.\n");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String name, Effect effect, Ansi ansi) {
    String word = what + " " + Printable.of(name) + " " + effect.word();
    text.append(
            switch (effect) {
              case REMOVED -> ansi.red(word);
              case ADDED -> ansi.green(word);
              case RECREATED, CHANGED -> ansi.bold(word);
              case UNCHANGED -> ansi.faint(word);
            })
        .append('\n');
  }

  private static String json(DeploymentDiff diff) {
    Json json = new Json().object().member("version", 1);
    json.member("dangerous", diff.isDangerous()).array("dangers");
    for (Danger danger : diff.dangers()) {
      json.object().member("kind", danger.kind().name()).member("text", danger.text()).end();
    }
    json.end().array("modules");
    for (ModuleChange module : diff.modules()) {
      json.object().member("name", module.name()).member("effect", module.effect().word());
      json.member("system", module.system());
      json.member("proxyLost", diff.proxyLost().contains(module.name())).array("causes");
      for (ModuleChange.Cause cause : module.causes()) {
        json.object().member("setting", cause.setting()).member("detail", cause.detail()).end();
      }
      json.end().end();
    }
    json.end().array("routes");
    for (RouteChange route : diff.routes()) {
      json.object().member("name", route.name()).member("effect", route.effect().word());
      route.before().ifPresent(text -> json.member("before", text));
      route.after().ifPresent(text -> json.member("after", text));
      json.end();
    }
    json.end().array("settings");
    diff.settings().forEach(json::item);
    return json.end().end().toString();
  }
}
