package io.github.edgelint.proxy;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.proxy.EnvironmentEditor;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The environments in the files of a device that may hold a proxy, and single edits of them. */
final class DeviceEnvironments {

  private DeviceEnvironments() {}

  /** {@code [agent.env]}. */
  static Optional<ProxyScope> config(Device device) {
    return device
        .deviceConfig()
        .map(config -> ProxyScope.of(device.config().orElseThrow(), config));
  }

  /** The modules of the deployment and its layers, edgeAgent and edgeHub among them. */
  static List<ProxyScope> modules(Device device) {
    List<Document> documents = new ArrayList<>();
    device.manifest().ifPresent(documents::add);
    documents.addAll(device.layers());
    List<ProxyScope> scopes = new ArrayList<>();
    for (Document document : documents) {
      for (Module module : document.manifest().map(DeploymentManifest::modules).orElse(List.of())) {
        scopes.add(ProxyScope.of(document, module));
      }
    }
    return scopes;
  }

  /** What a unit gets from all its files; empty where the device has none of them. */
  static Optional<Environment> unit(Device device, DaemonUnit unit) {
    return device.unit(unit).map(EffectiveUnit::environment);
  }

  /** {@code [agent.env]}, edgeAgent and edgeHub: those whose protocol must suit the proxy. */
  static List<ProxyScope> runtime(Device device) {
    List<ProxyScope> scopes = new ArrayList<>();
    config(device).ifPresent(scopes::add);
    for (ProxyScope scope : modules(device)) {
      if (isSystem(scope)) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /** Whether it is edgeAgent or edgeHub in a deployment. */
  static boolean isSystem(ProxyScope scope) {
    return scope.module().filter(module -> module.isAgent() || module.isHub()).isPresent();
  }

  /** Removes a variable of a module or of {@code [agent.env]}. */
  static List<DocumentEdit> remove(ProxyScope scope, EnvVariable variable) {
    Document document = scope.document();
    return edit(
        document,
        variable.origin() == Origin.AGENT_ENV
            ? document
                .deviceConfig()
                .flatMap(config -> member(config.get("agent", "env").members(), variable))
                .map(member -> new TomlEditor(document.tree()).remove(member))
                .orElse(List.of())
            : new EnvironmentEditor(scope).remove(variable));
  }

  /** Removes a variable from the file of a unit that sets it. */
  static List<DocumentEdit> removeFromUnit(Device device, EnvVariable variable) {
    Optional<Document> document = device.documentOf(variable);
    return document
        .map(file -> new ProxyScope(file, unitEnvironment(file), Optional.empty()))
        .map(scope -> edit(scope.document(), new EnvironmentEditor(scope).remove(variable)))
        .orElse(List.of());
  }

  private static Environment unitEnvironment(Document document) {
    return EffectiveUnit.of(List.of(document.unit().orElseThrow())).environment();
  }

  private static Optional<Member> member(List<Member> members, EnvVariable variable) {
    return members.stream()
        .filter(member -> member.key().range().equals(variable.nameRange()))
        .findFirst();
  }

  /** Whether a tool fills the value in before it reaches a device, so that it stays as it is. */
  static boolean isFilledIn(ProxyScope scope, EnvVariable variable) {
    return scope.module().isPresent() && scope.document().isTemplate() && variable.isPlaceholder();
  }

  /**
   * Removes the first key that stands where nobody reads it.
   *
   * @param protocols whether the protocol is one of them
   */
  static List<DocumentEdit> removeMisplaced(Device device, boolean protocols) {
    List<ProxyScope> scopes = new ArrayList<>(modules(device));
    config(device).ifPresent(scopes::add);
    for (ProxyScope scope : scopes) {
      for (Member key : scope.misplacedKeys()) {
        Document document = scope.document();
        if (!protocols && ProxyVariable.ofAnyCase(key.name()).isEmpty()) {
          continue;
        }
        List<TextEdit> edits =
            document.deviceConfig().isPresent()
                ? new TomlEditor(document.tree()).remove(key)
                : new JsonEditor(document.tree()).remove(key);
        if (!edits.isEmpty()) {
          return edit(document, edits);
        }
      }
    }
    return List.of();
  }

  /** Removes a table of a {@code config.toml}, at the end of the file with the blank line above. */
  static List<DocumentEdit> removeTable(Document document, Member table) {
    List<TextEdit> edits = new TomlEditor(document.tree()).remove(table);
    String text = document.source().text();
    String lineBreak = document.source().lineBreak();
    String left = TextEdit.apply(text, edits);
    boolean atEnd = text.startsWith(left) && left.endsWith(lineBreak.repeat(2));
    if (!edits.isEmpty() && atEnd) {
      TextRange end = new TextRange(left.length() - lineBreak.length(), text.length());
      return edit(document, List.of(TextEdit.delete(end)));
    }
    return edit(document, edits);
  }

  static List<DocumentEdit> edit(Document document, List<TextEdit> edits) {
    return edits.isEmpty() ? List.of() : List.of(new DocumentEdit(document.path(), edits, false));
  }
}
