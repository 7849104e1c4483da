package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** EDGE227: a proxy variable that stands outside of the environment it is meant for. */
final class ProxyKeyMisplaced implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE227",
          "proxy-key-misplaced",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.of(document, context)) {
      List<Member> keys = scope.misplacedKeys();
      for (Member key : keys) {
        if (!isInSecondAgentEnv(document, key)) {
          context.report(finding(scope, key, key == keys.get(0)));
        }
      }
    }
  }

  /** Whether it stands in an {@code [agent.env]} that is there twice, as EDGE006 says. */
  private static boolean isInSecondAgentEnv(Document document, Member key) {
    List<String> table = document.tree().pathOf(key.value()).parent().steps();
    return table.equals(List.of("agent", "env"));
  }

  private static Finding finding(ProxyScope scope, Member key, boolean first) {
    Document document = scope.document();
    boolean isSet = scope.environment().variable(key.name()).isPresent();
    String template =
        isSet
            ? "`{name}` is ignored {place}; {component} takes the one in {env}."
            : "`{name}` is ignored {place}; {component} runs without it until it stands in {env}.";
    Message message =
        Message.of(
            template,
            "name",
            key.name(),
            "place",
            place(scope, key),
            "component",
            scope.component(),
            "env",
            scope.module().isPresent() ? "its `env`" : "`[agent.env]`");
    boolean serious =
        key.name().equalsIgnoreCase(ProxyScope.UPSTREAM_PROTOCOL)
            || key.name().equalsIgnoreCase(ProxyVariable.HTTPS_PROXY.canonical());
    return Finding.of(INFO, document, key.key().range(), message)
        .withSeverity(serious ? Severity.ERROR : Severity.WARNING)
        .about(key.range())
        .withFix(fix(scope, key, first));
  }

  /** Where the key stands, with the preposition. */
  private static String place(ProxyScope scope, Member key) {
    ConfigTree tree = scope.document().tree();
    NodePath table = tree.pathOf(key.value()).parent();
    if (scope.module().isEmpty()) {
      return table.length() == 0 ? "in the root table" : "in `[" + table.toDotted() + "]`";
    }
    NodePath module = tree.pathOf(scope.module().get().node());
    if (table.equals(module)) {
      return "beside `env`";
    }
    if (table.startsWith(module.steps().toArray(String[]::new))) {
      return "in `" + below(table, module.length()) + "`";
    }
    String twin =
        scope.place() == ProxyPlace.EDGE_HUB
            ? DeploymentManifest.HUB_ID
            : DeploymentManifest.AGENT_ID;
    return "in `" + below(table, table.steps().indexOf(twin) + 1) + "` of `" + twin + "`";
  }

  private static String below(NodePath path, int steps) {
    return new NodePath(path.steps().subList(steps, path.length())).toDotted();
  }

  private static Optional<Fix> fix(ProxyScope scope, Member key, boolean first) {
    if (scope.environment().variable(key.name()).isPresent()) {
      return Optional.empty(); // it is set already, perhaps to something else
    }
    Document document = scope.document();
    if (scope.module().isEmpty()) {
      return Optional.of(intoAgentEnv(document, key));
    }
    Module module = scope.module().get();
    Supplier<List<TextEdit>> edits = () -> move(scope, module, key, first);
    String title = "Move into `env` of `" + module.name() + "`";
    // Beside the system modules it may be meant for either of them.
    boolean forEither =
        document.tree().pathOf(key.value()).parent().last().equalsIgnoreCase("systemModules");
    return Optional.of(
        forEither ? Fix.unsafe(title, document, edits) : Fix.safe(title, document, edits));
  }

  private static Fix intoAgentEnv(Document document, Member key) {
    DeviceConfig config = document.deviceConfig().orElseThrow();
    String title = "Move into `[agent.env]`";
    Supplier<List<TextEdit>> edits = () -> move(document, config, key);
    return AgentTable.missing(config).isEmpty()
        ? Fix.safe(title, document, edits)
        : Fix.unsafe(title, document, edits);
  }

  private static List<TextEdit> move(Document document, DeviceConfig config, Member key) {
    TomlEditor editor = new TomlEditor(document.tree());
    if (config.get("agent", "env") instanceof ObjectNode env) {
      return editor.move(key, env);
    }
    Optional<String> value = key.value().asText();
    if (value.isEmpty()) {
      return List.of();
    }
    List<TextEdit> removed = editor.remove(key);
    List<TextEdit> added =
        editor.put(
            new TomlEditor.Wanted(
                List.of("agent", "env"), Map.of(key.name(), NewValue.text(value.get()))));
    return touch(removed, added) ? headerAbove(document, key) : both(removed, added);
  }

  private static boolean touch(List<TextEdit> removed, List<TextEdit> added) {
    return removed.stream()
        .anyMatch(
            gone -> added.stream().anyMatch(more -> gone.range().touches(more.range().start())));
  }

  /** The table begins where the key stands, the last one of its table. */
  private static List<TextEdit> headerAbove(Document document, Member key) {
    LineIndex lines = document.source().lines();
    int start = lines.lineStart(lines.lineOf(key.key().range().start()));
    String lineBreak = document.source().lineBreak();
    return List.of(TextEdit.insert(start, lineBreak + "[agent.env]" + lineBreak));
  }

  private static List<TextEdit> move(ProxyScope scope, Module module, Member key, boolean first) {
    Optional<String> value = value(key.value());
    if (value.isEmpty()) {
      return List.of();
    }
    JsonEditor editor = new JsonEditor(scope.document().tree());
    if (module.member("env").isPresent()) {
      return both(
          editor.remove(key), new EnvironmentEditor(scope).add(Map.of(key.name(), value.get())));
    }
    if (!first) {
      return List.of(); // the first one makes the `env`, the others follow it
    }
    boolean besideEnv =
        module.node() instanceof ObjectNode object && object.members().contains(key);
    if (!besideEnv) {
      return both(
          editor.remove(key), new EnvironmentEditor(scope).add(Map.of(key.name(), value.get())));
    }
    NewValue env =
        NewValue.object(key.name(), NewValue.object("value", NewValue.text(value.get())));
    return both(editor.rename(key.key(), "env"), editor.set(key.value(), env));
  }

  private static List<TextEdit> both(List<TextEdit> some, List<TextEdit> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return List.of();
    }
    List<TextEdit> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The text that was meant, written bare or as an entry of {@code env}. */
  private static Optional<String> value(ConfigNode node) {
    return node instanceof ObjectNode object && object.members().size() == 1
        ? object.get("value").asText()
        : node.asText();
  }
}
