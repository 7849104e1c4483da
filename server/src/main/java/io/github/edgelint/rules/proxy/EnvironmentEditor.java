package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits the variables of an environment, wherever and however they are written. */
public final class EnvironmentEditor {

  private final ProxyScope scope;

  public EnvironmentEditor(ProxyScope scope) {
    this.scope = scope;
  }

  /**
   * Adds variables that the environment does not have, or has without a value.
   *
   * @param values values by name, in the order in which they are written
   */
  public List<TextEdit> add(Map<String, String> values) {
    List<TextEdit> edits = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Optional<EnvVariable> blank = scope.environment().variable(entry.getKey());
      if (blank.isPresent()) {
        edits.addAll(setValue(blank.get(), entry.getValue()));
      } else {
        missing.put(entry.getKey(), entry.getValue());
      }
    }
    if (!missing.isEmpty()) {
      edits.addAll(insert(missing));
    }
    return edits;
  }

  /** Writes another value, escaped as its place needs it. */
  public static List<TextEdit> setValue(EnvVariable variable, String value) {
    return variable
        .text()
        .flatMap(
            text ->
                text.encode(List.of(new TextEdit(new TextRange(0, text.text().length()), value))))
        .orElse(List.of());
  }

  private List<TextEdit> insert(Map<String, String> values) {
    if (scope.module().isPresent()) {
      return insertIntoModule(scope.module().get(), values);
    }
    if (config().isPresent()) {
      return insertIntoConfig(config().get(), values);
    }
    UnitEditor editor = new UnitEditor(tree());
    List<TextEdit> edits = new ArrayList<>();
    values.forEach(
        (name, value) ->
            edits.addAll(
                editor.insert("Service", "Environment", SystemdEnvironment.word(name, value))));
    return edits;
  }

  private List<TextEdit> insertIntoModule(Module module, Map<String, String> values) {
    JsonEditor editor = new JsonEditor(tree());
    Map<String, NewValue> members = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> members.put(name, NewValue.object("value", NewValue.text(value))));
    Optional<Member> env = module.member("env");
    if (env.isEmpty()) {
      return module.node() instanceof ObjectNode object
          ? editor.insert(object, "env", new NewValue.Members(members))
          : List.of();
    }
    if (!(env.get().value() instanceof ObjectNode object)) {
      return List.of();
    }
    if (object.members().isEmpty()) {
      return editor.setOnOneLine(object, new NewValue.Members(members));
    }
    List<TextEdit> edits = new ArrayList<>();
    members.forEach((name, value) -> edits.addAll(editor.insert(object, name, value)));
    return edits;
  }

  /**
   * A file without any part of {@code [agent]} gets the whole table, which is refused otherwise.
   */
  private List<TextEdit> insertIntoConfig(DeviceConfig config, Map<String, String> values) {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    values.forEach((name, value) -> keys.put(name, NewValue.text(value)));
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    if (!config.agent().isPresent()) {
      wanted.addAll(
          AgentTable.completion(
              AgentTable.missing(config), AgentTable.image(config, config.hintedTrain())));
    }
    wanted.add(new TomlEditor.Wanted(List.of("agent", "env"), keys));
    return new TomlEditor(tree()).put(wanted);
  }

  /** Removes a variable with its value. */
  public List<TextEdit> remove(EnvVariable variable) {
    return switch (variable.origin()) {
      case ENV ->
          scope
              .module()
              .flatMap(module -> memberOf(module.get("env"), variable))
              .map(member -> new JsonEditor(tree()).remove(member))
              .orElse(List.of());
      case AGENT_ENV ->
          config()
              .flatMap(config -> memberOf(config.get("agent", "env"), variable))
              .map(member -> new TomlEditor(tree()).remove(member))
              .orElse(List.of());
      case CREATE_OPTIONS ->
          scope
              .module()
              .map(Module::createOptions)
              .or(() -> config().map(DeviceConfig::agentCreateOptions))
              .map(options -> removeItem(options, variable))
              .orElse(List.of());
      case UNIT -> removeWord(variable);
    };
  }

  private static Optional<Member> memberOf(ConfigNode env, EnvVariable variable) {
    return env.members().stream()
        .filter(member -> member.key().range().equals(variable.nameRange()))
        .findFirst();
  }

  private static List<TextEdit> removeItem(CreateOptions options, EnvVariable variable) {
    if (!(options.at("Env") instanceof ArrayNode list)) {
      return List.of();
    }
    int index = list.items().indexOf(variable.node());
    if (index < 0) {
      return List.of();
    }
    ConfigTree tree = options.tree();
    List<TextEdit> edits =
        tree.language() == Language.TOML
            ? new TomlEditor(tree).remove(list, index)
            : new JsonEditor(tree).remove(list, index);
    return options.encode(edits).orElse(List.of());
  }

  private List<TextEdit> removeWord(EnvVariable variable) {
    for (EnvironmentLine line :
        scope.document().unit().map(UnitFile::environmentLines).orElse(List.of())) {
      if (line.variables().stream().anyMatch(found -> found == variable)) {
        boolean alone = line.variables().size() == 1 && line.words().strayWords().isEmpty();
        return alone
            ? new UnitEditor(tree()).remove(line.member())
            : List.of(TextEdit.delete(withBlankBeside(variable.range(), line.value().range())));
      }
    }
    return List.of();
  }

  private TextRange withBlankBeside(TextRange word, TextRange line) {
    String text = tree().text();
    int start = word.start();
    int end = word.end();
    while (end < line.end() && isBlank(text.charAt(end))) {
      end++;
    }
    while (end == line.end() && start > line.start() && isBlank(text.charAt(start - 1))) {
      start--;
    }
    return new TextRange(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Gives a variable another name. */
  public static List<TextEdit> rename(EnvVariable variable, String name) {
    boolean quoted = variable.origin() == EnvVariable.Origin.ENV;
    return List.of(new TextEdit(variable.nameRange(), quoted ? JsonText.quote(name) : name));
  }

  private Optional<DeviceConfig> config() {
    return scope.document().deviceConfig();
  }

  private ConfigTree tree() {
    return scope.document().tree();
  }
}
