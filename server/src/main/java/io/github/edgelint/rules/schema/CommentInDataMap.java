package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;

/** EDGE110: a comment where every member is data. */
final class CommentInDataMap implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE110", "comment-in-data-map", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  private static final String AGENT_REFUSES = "the agent refuses the whole deployment (400)";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document.manifest().ifPresent(manifest -> check(document, manifest, context));
  }

  private static void check(Document document, DeploymentManifest manifest, RuleContext context) {
    manifest
        .edgeAgent()
        .ifPresent(
            agent -> {
              check(document, agent, "a module", AGENT_REFUSES, context, "modules");
              check(
                  document,
                  agent,
                  "a credential",
                  AGENT_REFUSES,
                  context,
                  "runtime",
                  "settings",
                  "registryCredentials");
            });
    manifest
        .edgeHub()
        .ifPresent(
            hub ->
                check(
                    document,
                    hub,
                    "a route",
                    "edgeHub refuses its whole configuration",
                    context,
                    "routes"));
    for (Module module : manifest.modules()) {
      checkVariables(document, module.get("env"), context);
    }
    for (TwinSection twin : manifest.edgeAgent().stream().toList()) {
      for (TwinSection.DottedKey key : twin.dottedKeys()) {
        if (key.path().size() == 3 && key.path().get(2).equals("env")) {
          checkVariables(document, key.member().value(), context);
        }
      }
    }
  }

  private static void checkVariables(Document document, ConfigNode env, RuleContext context) {
    for (Member variable : env.members()) {
      check(
          document,
          variable.name(),
          variable.key().range(),
          variable,
          "an environment variable",
          AGENT_REFUSES,
          context);
    }
  }

  private static void check(
      Document document,
      TwinSection twin,
      String taken,
      String consequence,
      RuleContext context,
      String... path) {
    for (TwinSection.Entry entry : twin.entries(path)) {
      check(document, entry.name(), entry.nameRange(), entry.member(), taken, consequence, context);
    }
  }

  private static void check(
      Document document,
      String name,
      TextRange range,
      Member member,
      String taken,
      String consequence,
      RuleContext context) {
    boolean comment =
        CommentName.isCommentInMap(name)
            && isRemark(member.value())
            && Placeholders.find(name).isEmpty();
    if (!comment) {
      return;
    }
    context.report(
        Finding.of(
                INFO,
                document,
                range,
                Message.of(
                    "`{key}` is read as {taken}, and {consequence} because of it.",
                    "key",
                    name,
                    "taken",
                    taken,
                    "consequence",
                    consequence))
            .about(member.range())
            .withFix(
                Fix.unsafe(
                    "Remove the member",
                    document,
                    () -> new JsonEditor(document.tree()).remove(member))));
  }

  private static boolean isRemark(ConfigNode value) {
    return !(value instanceof ObjectNode
        || value instanceof MissingNode
        || value instanceof ErrorNode
        || isRoute(value));
  }

  // A route may have any name.
  private static boolean isRoute(ConfigNode value) {
    String text = value.asText().orElse("").stripLeading();
    return text.regionMatches(true, 0, "FROM", 0, 4) || text.regionMatches(true, 0, "SELECT", 0, 6);
  }
}
