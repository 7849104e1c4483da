package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;
import static io.github.edgelint.iotedge.value.ProxyVariable.HTTP_PROXY;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fixer;
import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.edit.TomlEditor.Wanted;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.proxy.EnvironmentEditor;
import io.github.edgelint.rules.proxy.ProxyDropIn;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives all components of a device one address. */
final class ProxyWriter {

  // What these rules ask for is a decision: whether a nested device needs a proxy, which
  // certificates it trusts, what the firewall lets through.
  private static final Set<String> DECISIONS = Set.of("EDGE290", "EDGE292", "EDGE297");

  private final Draft draft;
  private final String address;
  private final Set<String> modules;
  private final boolean units;
  private final UpstreamProtocol protocol;

  /**
   * @param modules names of modules that get the proxy, too
   * @param units whether units are written, which only a Linux host has
   */
  ProxyWriter(Draft draft, String address, Set<String> modules, boolean units) {
    this.draft = draft;
    this.address = address;
    this.modules = modules;
    this.units = units;
    this.protocol = protocol(draft.device());
  }

  /** The first WebSocket protocol in use, else that of the protocol in use, else AMQP's. */
  private static UpstreamProtocol protocol(Device device) {
    List<UpstreamProtocol> set = new ArrayList<>();
    for (ProxyScope scope : DeviceEnvironments.runtime(device)) {
      scope.protocol().ifPresent(set::add);
      for (Member key : scope.misplacedKeys()) {
        if (key.name().equalsIgnoreCase(ProxyScope.UPSTREAM_PROTOCOL)) {
          meant(key).ifPresent(set::add);
        }
      }
    }
    return set.stream()
        .filter(UpstreamProtocol::isWebSocket)
        .findFirst()
        .or(() -> set.stream().findFirst().map(UpstreamProtocol::overWebSocket))
        .orElse(UpstreamProtocol.AMQP_WS);
  }

  /** The protocol that a key names where nobody reads it. */
  private static Optional<UpstreamProtocol> meant(Member key) {
    ConfigNode value = key.value();
    return (value.get("value").isPresent() ? value.get("value") : value)
        .asText()
        .flatMap(text -> UpstreamProtocol.parse(text.strip()));
  }

  /**
   * Writes the address everywhere.
   *
   * @return the units that lack it because nobody can tell where their drop-ins are
   */
  List<DaemonUnit> write() {
    Optional<Document> config = configWithoutProxy();
    draft.repeat(device -> DeviceEnvironments.removeMisplaced(device, true));
    draft.repeat(this::config);
    draft.repeat(this::modules);
    draft.repeat(this::engine);
    List<DaemonUnit> left = new ArrayList<>();
    if (units) {
      for (DaemonUnit unit : units(draft.device())) {
        draft.repeat(device -> unit(device, unit));
        if (!hasProxy(draft.device(), unit)) {
          left.add(unit);
        }
      }
    }
    mend();
    config.ifPresent(this::leaveWayBack);
    return left;
  }

  // --- config.toml -------------------------------------------------------------------------

  private List<DocumentEdit> config(Device device) {
    Optional<ProxyScope> scope = DeviceEnvironments.config(device);
    if (scope.isEmpty()) {
      return List.of();
    }
    List<DocumentEdit> agreed = agree(scope.get());
    if (!agreed.isEmpty()) {
      return agreed;
    }
    Document document = scope.get().document();
    DeviceConfig config = document.deviceConfig().orElseThrow();
    Map<String, NewValue> env = new LinkedHashMap<>();
    if (scope.get().httpsProxy().isEmpty()) {
      env.put(HTTPS_PROXY.canonical(), NewValue.text(address));
    }
    if (scope.get().protocolVariable().isEmpty()) {
      env.put(ProxyScope.UPSTREAM_PROTOCOL, NewValue.text(protocol.canonical()));
    }
    if (env.isEmpty()) {
      return List.of();
    }
    List<Wanted> wanted = new ArrayList<>();
    Map<String, NewValue> agent = new LinkedHashMap<>();
    putMissing(config, "name", "edgeAgent", agent);
    putMissing(config, "type", "docker", agent);
    if (!agent.isEmpty()) {
      wanted.add(new Wanted(List.of("agent"), agent));
    }
    if (!config.get("agent", "config", "image").isPresent()) {
      wanted.add(
          new Wanted(
              List.of("agent", "config"),
              Map.of("image", NewValue.text(agentImage(device, document)))));
    }
    wanted.add(new Wanted(List.of("agent", "env"), env));
    return DeviceEnvironments.edit(document, new TomlEditor(document.tree()).put(wanted));
  }

  /** {@code config.toml} where it has no proxy yet. */
  private Optional<Document> configWithoutProxy() {
    return DeviceEnvironments.config(draft.device())
        .filter(ProxyEraser::withoutProxy)
        .map(ProxyScope::document);
  }

  /** Sees to it that {@code config.toml} alone tells how it was before the proxy. */
  private void leaveWayBack(Document config) {
    String before = config.source().text();
    String lineBreak = config.source().lineBreak();
    String written = draft.text(config.path());
    List<String> ways = new ArrayList<>(List.of(written));
    if (written.endsWith(lineBreak) && !before.endsWith(lineBreak)) {
      ways.add(written.substring(0, written.length() - lineBreak.length()));
    }
    if (written.startsWith(before) && before.endsWith(lineBreak.repeat(2))) {
      ways.add(before + lineBreak + written.substring(before.length()));
    }
    List.copyOf(ways).forEach(way -> ways.add(ReturnNotes.left(before, way)));
    for (String way : ways) {
      if (leadsTo(before, config.path(), way)) {
        write(draft, config.path(), way);
        return;
      }
    }
  }

  private boolean leadsTo(String before, DocPath config, String way) {
    Draft trial = draft.copy();
    write(trial, config, way);
    new ProxyEraser(trial).eraseFromConfig();
    return trial.text(config).equals(before);
  }

  private static void write(Draft draft, DocPath config, String text) {
    TextRange all = new TextRange(0, draft.text(config).length());
    draft.apply(List.of(new DocumentEdit(config, List.of(new TextEdit(all, text)), false)));
  }

  private static void putMissing(
      DeviceConfig config, String key, String value, Map<String, NewValue> into) {
    if (!config.get("agent", key).isPresent()) {
      into.put(key, NewValue.text(value));
    }
  }

  /** The image of the stock line, else that of the deployment, else the one of the version. */
  private static String agentImage(Device device, Document document) {
    return CommentedToml.of(document.tree()).entries("agent", "config", "image").stream()
        .flatMap(entry -> entry.text().stream())
        .findFirst()
        .or(
            () ->
                device
                    .deployment()
                    .flatMap(DeploymentManifest::agentModule)
                    .flatMap(Module::image)
                    .map(ScalarNode::text)
                    .filter(image -> Placeholders.isConcrete(image, Placeholders.Place.TEMPLATE)))
        .orElseGet(
            () ->
                ReleaseData.current()
                    .agentImage(
                        device.targetVersion().train().orElse(ReleaseData.current().newest())));
  }

  // --- environments ------------------------------------------------------------------------

  private List<DocumentEdit> modules(Device device) {
    for (ProxyScope scope : DeviceEnvironments.modules(device)) {
      List<DocumentEdit> edits = agree(scope);
      boolean base = scope.document() == device.manifest().orElse(null);
      String name = scope.environment().owner();
      if (edits.isEmpty() && base && (DeviceEnvironments.isSystem(scope) || isNamed(name))) {
        edits = add(scope);
      }
      if (!edits.isEmpty()) {
        return edits;
      }
    }
    return List.of();
  }

  private boolean isNamed(String module) {
    return modules.contains(module);
  }

  private List<DocumentEdit> add(ProxyScope scope) {
    Map<String, String> missing = new LinkedHashMap<>();
    if (scope.httpsProxy().isEmpty()) {
      missing.put(HTTPS_PROXY.canonical(), address);
    }
    if (DeviceEnvironments.isSystem(scope) && scope.protocolVariable().isEmpty()) {
      missing.put(ProxyScope.UPSTREAM_PROTOCOL, protocol.canonical());
    }
    return missing.isEmpty()
        ? List.of()
        : DeviceEnvironments.edit(scope.document(), new EnvironmentEditor(scope).add(missing));
  }

  /** One step towards an environment that has the address once, and a protocol that uses it. */
  private List<DocumentEdit> agree(ProxyScope scope) {
    Optional<EnvVariable> taken = scope.httpsProxy();
    if (taken.isEmpty()) {
      return List.of();
    }
    boolean runtime = scope.environment().place().reader() == ProxyReader.RUNTIME;
    for (EnvVariable setting : spellings(scope.environment())) {
      if (DeviceEnvironments.isFilledIn(scope, setting)) {
        continue;
      }
      if (runtime && setting != taken.get()) {
        return DeviceEnvironments.remove(scope, setting);
      }
      List<TextEdit> edits = agree(setting, runtime);
      if (!edits.isEmpty()) {
        return DeviceEnvironments.edit(scope.document(), edits);
      }
    }
    Optional<EnvVariable> wrong =
        scope
            .protocolVariable()
            .filter(variable -> runtime && !isSuitable(variable))
            .filter(variable -> !DeviceEnvironments.isFilledIn(scope, variable));
    return wrong
        .map(variable -> replaceProtocol(scope.document(), variable))
        .map(edits -> DeviceEnvironments.edit(scope.document(), edits))
        .orElse(List.of());
  }

  private List<TextEdit> replaceProtocol(Document document, EnvVariable variable) {
    List<TextEdit> edits =
        new ArrayList<>(EnvironmentEditor.setValue(variable, protocol.canonical()));
    if (!edits.isEmpty() && variable.origin() == EnvVariable.Origin.AGENT_ENV) {
      edits.addAll(ReturnNotes.ofValue(variable, document.tree()));
    }
    return edits;
  }

  // Letter case counts for `iotedge check` alone, which looks into config.toml.
  private boolean isSuitable(EnvVariable variable) {
    String value = variable.value().orElse("");
    return variable.origin() == EnvVariable.Origin.AGENT_ENV
        ? value.equals(protocol.canonical())
        : UpstreamProtocol.parse(value).filter(protocol::equals).isPresent();
  }

  private static List<EnvVariable> spellings(Environment environment) {
    return environment.settings().stream()
        .filter(
            setting ->
                ProxyVariable.of(setting.name(), environment.place().reader())
                    .filter(HTTPS_PROXY::equals)
                    .isPresent())
        .toList();
  }

  private List<TextEdit> agree(EnvVariable setting, boolean canonical) {
    if (canonical && !setting.name().equals(HTTPS_PROXY.canonical())) {
      return EnvironmentEditor.rename(setting, HTTPS_PROXY.canonical());
    }
    return setting.value().filter(address::equals).isPresent()
        ? List.of()
        : EnvironmentEditor.setValue(setting, address);
  }

  // --- units and engine --------------------------------------------------------------------

  /** The units that must have a proxy; none where nothing of the host is here. */
  private static List<DaemonUnit> units(Device device) {
    List<DaemonUnit> units = new ArrayList<>();
    if (device.config().isPresent() || !device.units().isEmpty()) {
      units.addAll(List.of(DaemonUnit.DOCKER, DaemonUnit.IDENTITYD, DaemonUnit.EDGED));
      boolean est =
          device.deviceConfig().filter(config -> !config.estServers().isEmpty()).isPresent();
      if (est || hasProxy(device, DaemonUnit.CERTD)) {
        units.add(DaemonUnit.CERTD);
      }
    }
    return units;
  }

  private static boolean hasProxy(Device device, DaemonUnit unit) {
    return DeviceEnvironments.unit(device, unit)
        .flatMap(environment -> environment.proxyVariable(HTTPS_PROXY))
        .isPresent();
  }

  private List<DocumentEdit> unit(Device device, DaemonUnit unit) {
    List<EnvVariable> settings =
        DeviceEnvironments.unit(device, unit).map(ProxyWriter::spellings).orElse(List.of());
    if (settings.isEmpty()) {
      return new ProxyDropIn(device, unit).edits(address);
    }
    // The last setting is the one that counts once they all have one name.
    for (EnvVariable setting : settings.subList(0, settings.size() - 1)) {
      return DeviceEnvironments.removeFromUnit(device, setting);
    }
    EnvVariable setting = settings.get(0);
    return device
        .documentOf(setting)
        .map(document -> DeviceEnvironments.edit(document, agree(setting, true)))
        .orElse(List.of());
  }

  /** The file of the engine goes before its unit, so what it says must agree. */
  private List<DocumentEdit> engine(Device device) {
    Optional<EngineConfig> engine = device.engine();
    if (engine.isEmpty()) {
      return List.of();
    }
    Document document = device.engineConfig().orElseThrow();
    JsonEditor editor = new JsonEditor(document.tree());
    Optional<Member> https = engine.get().proxyMember(HTTPS_PROXY);
    if (https.isPresent()) {
      boolean same = https.get().value().asText().filter(address::equals).isPresent();
      return same
          ? List.of()
          : DeviceEnvironments.edit(
              document, editor.set(https.get().value(), NewValue.text(address)));
    }
    return engine
        .get()
        .proxyMember(HTTP_PROXY)
        .map(http -> editor.insertAfter(http, "https-proxy", NewValue.text(address)))
        .map(edits -> DeviceEnvironments.edit(document, edits))
        .orElse(List.of());
  }

  // --- what is left ------------------------------------------------------------------------

  /** Applies the fixes of what the rules about proxies still find in the files of the device. */
  private void mend() {
    List<Rule> rules =
        RuleCatalog.rules().stream().filter(rule -> rule.info().group().equals("2xx")).toList();
    Fixer.Result result =
        new Fixer(new Analyzer(rules))
            .fix(
                draft.snapshot(),
                finding ->
                    !DECISIONS.contains(finding.code())
                        && !makesFile(finding)
                        && draft.device().documents().contains(finding.document()),
                true);
    draft.replace(result.snapshot(), result.changed());
  }

  /** Which units get a drop-in is decided above. */
  private static boolean makesFile(Finding finding) {
    return finding.fixes().stream()
        .anyMatch(fix -> fix.edits().stream().anyMatch(DocumentEdit::creates));
  }
}
