package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;
import static io.github.edgelint.iotedge.value.ProxyVariable.HTTP_PROXY;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
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
    Optional<String> before = configText();
    draft.repeat(ProxyEraser::environments);
    if (!configText().equals(before)) {
      draft.repeat(device -> new AgentBlock(device).tidied());
    }
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

  private Optional<String> configText() {
    return draft
        .device()
        .config()
        .filter(document -> document.deviceConfig().isPresent())
        .map(document -> document.source().text());
  }

  private static List<DocumentEdit> environments(Device device) {
    List<ProxyScope> scopes = new ArrayList<>(DeviceEnvironments.modules(device));
    DeviceEnvironments.config(device).ifPresent(scopes::add);
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
        && scope.protocol().filter(UpstreamProtocol::isWebSocket).isPresent();
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
              .map(env -> new JsonEditor(document.tree()).remove(env))
              .map(edits -> DeviceEnvironments.edit(document, edits))
              .orElseGet(() -> DeviceEnvironments.remove(scope, variable));
      default -> DeviceEnvironments.remove(scope, variable);
    };
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
