package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;
import static io.github.edgelint.iotedge.value.ProxyVariable.HTTP_PROXY;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/**
 * Takes the proxy away from all components of a device, and what was written beside it: the
 * protocol that stands right behind the address, and the tables, objects and drop-ins that hold
 * nothing any more.
 */
final class ProxyEraser {

  private final Draft draft;

  ProxyEraser(Draft draft) {
    this.draft = draft;
  }

  void erase() {
    draft.repeat(device -> DeviceEnvironments.removeMisplaced(device, false));
    draft.repeat(device -> environments(DeviceEnvironments.modules(device), device));
    eraseFromConfig();
    draft.repeat(ProxyEraser::engine);
    for (DaemonUnit unit : DaemonUnit.values()) {
      draft.repeat(device -> unit(device, unit));
    }
    for (Document document : draft.device().units()) {
      if (isEmptyDropIn(document)) {
        draft.delete(document);
      }
    }
  }

  /** Takes the proxy out of {@code config.toml} alone. */
  void eraseFromConfig() {
    Optional<Document> before = DeviceEnvironments.config(draft.device()).map(ProxyScope::document);
    if (before.isEmpty()) {
      return;
    }
    boolean noted = ReturnNotes.areIn(before.get().tree());
    draft.repeat(
        device -> environments(DeviceEnvironments.config(device).stream().toList(), device));
    draft.repeat(ProxyEraser::notes);
    if (!noted && !draft.text(before.get().path()).equals(before.get().source().text())) {
      draft.repeat(
          device ->
              DeviceEnvironments.config(device).isEmpty()
                  ? List.of()
                  : new AgentBlock(device).tidied());
    }
    endAs(before.get());
  }

  /** A file whose last line has no end is left like that. */
  private void endAs(Document before) {
    String text = draft.text(before.path());
    String lineBreak = before.source().lineBreak();
    if (text.endsWith(lineBreak) && !before.source().text().endsWith(lineBreak)) {
      TextRange end = new TextRange(text.length() - lineBreak.length(), text.length());
      draft.apply(DeviceEnvironments.edit(before, List.of(TextEdit.delete(end))));
    }
  }

  private static List<DocumentEdit> notes(Device device) {
    return DeviceEnvironments.config(device)
        .map(ProxyScope::document)
        .map(file -> DeviceEnvironments.edit(file, ReturnNotes.followed(file.tree())))
        .orElse(List.of());
  }

  /** Whether an environment has no proxy that would be taken away. */
  static boolean withoutProxy(ProxyScope scope) {
    return scope.environment().settings().stream().noneMatch(ProxyEraser::isProxy);
  }

  private static List<DocumentEdit> environments(List<ProxyScope> scopes, Device device) {
    for (ProxyScope scope : scopes) {
      List<EnvVariable> settings = scope.environment().settings();
      for (int i = 0; i < settings.size(); i++) {
        if (isProxy(settings.get(i))) {
          boolean beside = i + 1 < settings.size() && isOurProtocol(scope, settings.get(i + 1));
          List<DocumentEdit> edits =
              beside && isFromMenu(device, settings.get(i + 1))
                  ? new AgentBlock(device).commented(List.of(settings.get(i + 1).range()))
                  : removed(device, scope, settings.get(beside ? i + 1 : i));
          if (!edits.isEmpty()) {
            return edits;
          }
        }
      }
    }
    return List.of();
  }

  private static boolean isProxy(EnvVariable variable) {
    return ProxyVariable.ofAnyCase(variable.name())
        .filter(found -> found == HTTPS_PROXY || found == HTTP_PROXY)
        .isPresent();
  }

  private static boolean isOurProtocol(ProxyScope scope, EnvVariable variable) {
    return scope.protocolVariable().filter(found -> found == variable).isPresent()
        && !isNoted(scope, variable)
        && scope.protocol().filter(UpstreamProtocol::isWebSocket).isPresent();
  }

  /** Whether the line itself tells what becomes of it. */
  private static boolean isNoted(ProxyScope scope, EnvVariable variable) {
    return variable.origin() == Origin.AGENT_ENV
        && ReturnNotes.isAt(variable, scope.document().tree());
  }

  /** The stock file quotes the names in its menu. */
  private static boolean isFromMenu(Device device, EnvVariable variable) {
    return variable.origin() == Origin.AGENT_ENV
        && device.config().orElseThrow().tree().text().charAt(variable.nameRange().start()) == '"'
        && new AgentBlock(device).isMenu();
  }

  /** Without the variable, and without its environment where it was the last one. */
  private static List<DocumentEdit> removed(Device device, ProxyScope scope, EnvVariable variable) {
    Document document = scope.document();
    return switch (variable.origin()) {
      case AGENT_ENV ->
          document.deviceConfig().orElseThrow().get("agent", "env").members().size() > 1
                  || new AgentBlock(device).isMenu()
                  || ReturnNotes.areIn(document.tree())
              ? DeviceEnvironments.remove(scope, variable)
              : document
                  .deviceConfig()
                  .get()
                  .member("agent", "env")
                  .map(env -> DeviceEnvironments.removeTable(document, env))
                  .orElse(List.of());
      case ENV ->
          scope
              .module()
              .flatMap(module -> module.member("env"))
              .filter(env -> env.value().members().size() == 1)
              .map(env -> emptied(document, scope.module().orElseThrow(), env))
              .map(edits -> DeviceEnvironments.edit(document, edits))
              .orElseGet(() -> DeviceEnvironments.remove(scope, variable));
      default -> DeviceEnvironments.remove(scope, variable);
    };
  }

  /**
   * Braces that open and close on one line were there before the proxy, unless they are the end of
   * a module and of the line of the key before them.
   */
  private static List<TextEdit> emptied(Document document, Module module, Member env) {
    JsonEditor editor = new JsonEditor(document.tree());
    List<Member> members = module.node().members();
    int last = members.size() - 1;
    boolean endsLine =
        last > 0
            && members.get(last).value() == env.value()
            && isOnOneLine(document, members.get(last - 1).range().end(), env.range().end());
    boolean stays =
        !endsLine && isOnOneLine(document, env.value().range().start(), env.value().range().end());
    return stays ? editor.set(env.value(), NewValue.literal("{}")) : editor.remove(env);
  }

  private static boolean isOnOneLine(Document document, int start, int end) {
    return new TextRange(start, end).of(document.source().text()).lines().count() == 1;
  }

  private static List<DocumentEdit> unit(Device device, DaemonUnit unit) {
    return DeviceEnvironments.unit(device, unit).stream()
        .flatMap(environment -> environment.settings().stream())
        .filter(ProxyEraser::isProxy)
        .findFirst()
        .map(variable -> DeviceEnvironments.removeFromUnit(device, variable))
        .orElse(List.of());
  }

  private static boolean isEmptyDropIn(Document document) {
    UnitFile file = document.unit().orElseThrow();
    if (!file.isDropIn() || !document.tree().comments().isEmpty()) {
      return false;
    }
    for (Member section : document.tree().root().members()) {
      if (!section.value().members().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static List<DocumentEdit> engine(Device device) {
    Optional<EngineConfig> engine = device.engine();
    if (engine.isEmpty()) {
      return List.of();
    }
    Document document = device.engineConfig().orElseThrow();
    Optional<Member> key =
        engine.get().proxyMember(HTTPS_PROXY).or(() -> engine.get().proxyMember(HTTP_PROXY));
    ConfigNode section = engine.get().section();
    Optional<Member> gone =
        key.isPresent() && section.members().size() == 1 ? document.tree().memberOf(section) : key;
    return gone.map(member -> new JsonEditor(document.tree()).remove(member))
        .map(edits -> DeviceEnvironments.edit(document, edits))
        .orElse(List.of());
  }
}
