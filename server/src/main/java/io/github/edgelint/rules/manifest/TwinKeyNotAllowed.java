package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.container.CreateOptionsEdits;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** EDGE426: a key that IoT Hub refuses. */
final class TwinKeyNotAllowed extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE426", "twin-key-not-allowed", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  private static final String OPTIONS = "createOptions";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (TwinSection section : manifest.sections()) {
      boolean agent = section.id().equals(DeploymentManifest.AGENT_ID);
      for (Member member : section.member().value().members()) {
        if (member.name().startsWith("properties.desired")) {
          walk(document, member.value(), agent ? "" : null, context);
        }
      }
    }
  }

  /**
   * @param parent the key that holds {@code node}; null outside of the agent's properties, where
   *     all keys are alike
   */
  private static void walk(Document document, ConfigNode node, String parent, RuleContext context) {
    boolean moduleNames = "modules".equals(parent) || "systemModules".equals(parent);
    List<Member> members = node.members();
    int count = members.size();
    for (int i = 0; i < count; i++) {
      Member member = members.get(i);
      String name = member.name();
      if (isComment(name)) {
        continue;
      }
      if (!moduleNames && !isPlaceholder(document, name)) {
        check(document, member, context);
      }
      boolean options = parent != null && name.regionMatches(true, 0, OPTIONS, 0, OPTIONS.length());
      if (options) {
        checkOptions(document, member, context);
      } else {
        walk(document, member.value(), parent == null ? null : name, context);
      }
    }
    List<ConfigNode> items = node.items();
    for (int i = 0; i < items.size(); i++) {
      walk(document, items.get(i), parent, context);
    }
  }

  private static void check(Document document, Member member, RuleContext context) {
    String name = member.name();
    if (name.equals("$metadata") || name.equals("$version")) {
      context.report(finding(document, member, "this key is managed by IoT Hub"));
      return;
    }
    Optional<TwinRules.KeyProblem> problem = TwinRules.keyProblem(name);
    if (problem.isPresent()) {
      context.report(
          finding(document, member, reason(problem.get()))
              .withFix(
                  isVariableName(problem.get())
                      ? moveToCreateOptions(document, member)
                      : Optional.empty()));
    }
  }

  /** .NET settings have dots in their names; a blank is a slip of the hand. */
  private static boolean isVariableName(TwinRules.KeyProblem problem) {
    return problem == TwinRules.KeyProblem.DOT || problem == TwinRules.KeyProblem.DOLLAR;
  }

  /** A container gets variables of any name by its create options, which are text. */
  private static Optional<Fix> moveToCreateOptions(Document document, Member variable) {
    return owner(document, module -> holds(module.get("env").members(), variable))
        .map(
            module ->
                Fix.unsafe(
                    "Move `" + variable.name() + "` to `createOptions.Env`",
                    document,
                    () -> moved(document, module, variable)));
  }

  private static List<TextEdit> moved(Document document, Module module, Member member) {
    Optional<String> value =
        module.env().stream()
            .filter(variable -> variable.nameRange().equals(member.key().range()))
            .findFirst()
            .flatMap(EnvVariable::value);
    List<TextEdit> added =
        value
            .map(text -> new CreateOptionsEdits(document, module).addVariable(member.name(), text))
            .orElse(List.of());
    if (added.isEmpty()) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>(new JsonEditor(document.tree()).remove(member));
    edits.addAll(added);
    return edits;
  }

  private static Optional<Module> owner(Document document, Predicate<Module> holds) {
    return document.manifest().orElseThrow().modules().stream().filter(holds).findFirst();
  }

  private static boolean holds(List<Member> members, Member wanted) {
    return members.stream().anyMatch(member -> member.value() == wanted.value());
  }

  /** Written as an object, create options are part of the twin; a template makes text of them. */
  private static void checkOptions(Document document, Member options, RuleContext context) {
    if (document.isTemplate()) {
      return;
    }
    Optional<Member> bad = firstBad(options.value());
    if (bad.isPresent()) {
      TwinRules.KeyProblem problem = TwinRules.keyProblem(bad.get().name()).orElseThrow();
      context.report(
          finding(document, bad.get(), reason(problem))
              .about(options.range())
              .withFix(
                  owner(document, module -> holds(module.createOptions().pieces(), options))
                      .map(
                          module ->
                              Fix.safe(
                                  "Write createOptions as text",
                                  document,
                                  () -> new CreateOptionsEdits(document, module).asText()))));
    }
  }

  private static Optional<Member> firstBad(ConfigNode node) {
    for (Member member : node.members()) {
      if (TwinRules.keyProblem(member.name()).isPresent()) {
        return Optional.of(member);
      }
      Optional<Member> below = firstBad(member.value());
      if (below.isPresent()) {
        return below;
      }
    }
    for (ConfigNode item : node.items()) {
      Optional<Member> below = firstBad(item);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Document document, Member member, String reason) {
    return Finding.of(
        INFO,
        document,
        member.key().range(),
        Message.of(
            "IoT Hub refuses the key `{key}`: {reason}.", "key", member.name(), "reason", reason));
  }

  private static String reason(TwinRules.KeyProblem problem) {
    return switch (problem) {
      case TOO_LONG -> "twin keys have at most 1024 bytes";
      case DOT, DOLLAR, BLANK, CONTROL_CHARACTER ->
          "twin keys contain no dot, dollar sign, blank or control character";
    };
  }

  private static boolean isPlaceholder(Document document, String name) {
    return document.isTemplate() && !Placeholders.isConcrete(name, Placeholders.Place.TEMPLATE);
  }

  private static boolean isComment(String name) {
    return name.startsWith("$comment") || name.startsWith("$schema") || name.startsWith("//");
  }
}
