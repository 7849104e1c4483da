package io.github.edgelint.deployment;

import io.github.edgelint.rules.Printable;
import java.util.stream.Collectors;

/** What a deployment would change, as Markdown. */
public final class DiffText {

  private DiffText() {}

  /**
   * The changes for a review.
   *
   * @param before name of the manifest that is deployed
   * @param after name of the one that would follow
   */
  public static String markdown(DeploymentDiff diff, String before, String after) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(code(before)).append(" → ").append(code(after)).append("\n\n");
    if (diff.isEmpty()) {
      text.append("The device stays as it is.\n");
    }
    for (Danger danger : diff.dangers()) {
      text.append("- ⚠ **").append(danger.text()).append("**\n");
    }
    if (diff.isDangerous()) {
      text.append('\n');
    }
    text.append("| module | effect | why |\n|---|---|---|\n");
    for (ModuleChange module : diff.modules()) {
      String why =
          module.causes().stream()
              .map(cause -> cause.setting() + ": " + code(cause.detail()))
              .collect(Collectors.joining("<br>"));
      String lost = diff.proxyLost().contains(module.name()) ? "loses its proxy" : "";
      row(
          text,
          module.name(),
          module.effect(),
          why.isEmpty() || lost.isEmpty() ? why + lost : why + "<br>" + lost);
    }
    if (!diff.routes().isEmpty()) {
      text.append("\n| route | effect | text |\n|---|---|---|\n");
      for (RouteChange route : diff.routes()) {
        row(
            text,
            route.name(),
            route.effect(),
            route.after().or(route::before).map(DiffText::code).orElse(""));
      }
    }
    if (!diff.settings().isEmpty()) {
      text.append("\nAlso changed:\n\n");
      diff.settings().forEach(setting -> text.append("- ").append(code(setting)).append('\n'));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String name, Effect effect, String rest) {
    text.append("| ").append(code(name)).append(" | ").append(effect.word()).append(" | ");
    text.append(rest).append(" |\n");
  }

  // In a code span of a table only these mean something; a name has them only to do harm.
  private static String code(String text) {
    return "`" + Printable.of(text).replace('`', '\'').replace("|", "\\|") + "`";
  }
}
