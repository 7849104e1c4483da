package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.NormalisedProxy;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.proxy.ChecklistRow.Place;
import io.github.edgelint.proxy.ChecklistRow.State;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Works out the rows of a checklist. */
final class ChecklistRows {

  // They are about what is absent, and are reported where there is something to point at.
  private static final String ENGINE_MISSING = "EDGE262";
  private static final String IDENTITYD_MISSING = "EDGE261";
  private static final String EDGED_MISSING = "EDGE263";
  private static final String CERTD_MISSING = "EDGE264";
  private static final Set<String> BOOTSTRAP_MISSING = Set.of("EDGE229", "EDGE230");
  private static final Set<String> AGENT_MISSING = Set.of("EDGE250", "EDGE251", "EDGE252");
  private static final Set<String> HUB_MISSING = Set.of("EDGE253");
  private static final Set<String> MODULE_MISSING = Set.of("EDGE256", "EDGE257");
  // A proxy elsewhere, and none here: said of all components at once.
  private static final String ENGINE_ONLY = "EDGE260";
  private static final String TRUST = "EDGE292";
  // Reported at the unit that is there, about one that is not.
  private static final Set<String> OF_ANOTHER_UNIT =
      Set.of(ENGINE_MISSING, IDENTITYD_MISSING, EDGED_MISSING, CERTD_MISSING, ENGINE_ONLY);

  private final Device device;
  private final boolean needed;
  private final List<Finding> findings = new ArrayList<>();
  private final List<ChecklistRow> rows = new ArrayList<>();

  ChecklistRows(Device device, Analysis analysis) {
    this.device = device;
    this.needed = device.proxyIntent().isYes();
    for (Document document : device.documents()) {
      for (Finding finding : analysis.of(document.path())) {
        if (finding.rule().group().equals("2xx")) {
          findings.add(finding);
        }
      }
    }
  }

  /** One row for each component, from the outside in. */
  List<ChecklistRow> all() {
    engine();
    unit(
        DaemonUnit.IDENTITYD,
        Set.of(IDENTITYD_MISSING, ENGINE_ONLY),
        "registers the device and its modules through the proxy",
        "provisioning and module identities go past the proxy and fail");
    unit(
        DaemonUnit.EDGED,
        Set.of(EDGED_MISSING),
        "sends nothing itself; `iotedge check` compares it",
        "sends nothing itself, but `iotedge check` will warn");
    certd();
    bootstrap();
    deployment();
    trustBundle();
    return rows;
  }

  // --- host --------------------------------------------------------------------------------

  private void engine() {
    Optional<ProxySetting> setting =
        EngineConfig.effectiveProxy(HTTPS_PROXY, device.engine(), device.unit(DaemonUnit.DOCKER));
    boolean inFile =
        setting.isPresent() && device.engine().flatMap(e -> e.proxy(HTTPS_PROXY)).isPresent();
    Optional<Document> document = inFile ? device.engineConfig() : fileOf(DaemonUnit.DOCKER);
    Predicate<Finding> mine =
        finding ->
            device.engineConfig().filter(finding.document()::equals).isPresent()
                || isOf(finding, DaemonUnit.DOCKER);
    add(
        "container engine",
        setting.map(
            found -> new Value(found.name(), found.url(), document.orElseThrow(), found.range())),
        mine,
        Set.of(ENGINE_MISSING),
        ProxyReader.ENGINE,
        "pulls images through the proxy",
        "pulls images past the proxy, also the first edgeAgent");
  }

  private void unit(DaemonUnit unit, Set<String> missing, String works, String fails) {
    Optional<EnvVariable> variable =
        DeviceEnvironments.unit(device, unit).flatMap(env -> env.proxyVariable(HTTPS_PROXY));
    add(
        unit.unitName(),
        variable.flatMap(
            found -> device.documentOf(found).flatMap(document -> Value.of(document, found))),
        finding -> isOf(finding, unit),
        missing,
        ProxyReader.DAEMON,
        works,
        fails);
  }

  private void certd() {
    boolean est =
        device.deviceConfig().filter(config -> !config.estServers().isEmpty()).isPresent();
    boolean set =
        DeviceEnvironments.unit(device, DaemonUnit.CERTD)
            .flatMap(env -> env.proxyVariable(HTTPS_PROXY))
            .isPresent();
    if (est || set) {
      unit(
          DaemonUnit.CERTD,
          Set.of(CERTD_MISSING),
          "requests certificates through the proxy",
          "requests certificates past the proxy");
    } else {
      rows.add(
          row(
              DaemonUnit.CERTD.unitName(),
              State.NOT_NEEDED,
              "calls nobody: no EST server is configured"));
    }
  }

  private Optional<Document> fileOf(DaemonUnit unit) {
    return DeviceEnvironments.unit(device, unit)
        .flatMap(env -> env.proxyVariable(HTTPS_PROXY))
        .flatMap(device::documentOf);
  }

  private static boolean isOf(Finding finding, DaemonUnit unit) {
    return !OF_ANOTHER_UNIT.contains(finding.code())
        && finding.document().unit().flatMap(file -> file.unit()).filter(unit::equals).isPresent();
  }

  // --- runtime -----------------------------------------------------------------------------

  private void bootstrap() {
    Optional<ProxyScope> scope = DeviceEnvironments.config(device);
    if (scope.isEmpty()) {
      rows.add(unseen("config.toml [agent.env]", "no config.toml is here"));
      return;
    }
    add(
        "config.toml [agent.env]",
        scope.get(),
        finding -> finding.document() == scope.get().document() && !finding.code().equals(TRUST),
        BOOTSTRAP_MISSING,
        "the first edgeAgent fetches its deployment through the proxy",
        "the first edgeAgent cannot fetch any deployment");
  }

  private void deployment() {
    if (device.deployment().isEmpty()) {
      rows.add(unseen("edgeAgent", "no deployment belongs to this device"));
      rows.add(unseen("edgeHub", "no deployment belongs to this device"));
      return;
    }
    for (ProxyScope scope : DeviceEnvironments.modules(device)) {
      Module module = scope.module().orElseThrow();
      Predicate<Finding> mine = finding -> isWithin(finding, scope.document(), module);
      if (module.isAgent()) {
        add(
            "edgeAgent",
            scope,
            mine,
            AGENT_MISSING,
            "connects through the proxy",
            "loses its connection once the deployment arrives");
      } else if (module.isHub()) {
        add(
            "edgeHub",
            scope,
            mine,
            HUB_MISSING,
            "sends messages through the proxy",
            "cannot reach IoT Hub");
      } else if (scope.httpsProxy().isPresent()
          || scope.hasMisplacedHttpsProxy()
          || has(mine, MODULE_MISSING)) {
        add(
            "module " + module.name(),
            scope,
            mine,
            MODULE_MISSING,
            "gets the proxy; whether it uses it is its own affair",
            "calls the outside past the proxy");
      }
    }
  }

  private static boolean isWithin(Finding finding, Document document, Module module) {
    TextRange whole = module.member().range().union(module.node().range());
    return finding.document() == document && whole.contains(finding.range());
  }

  private void add(
      String component,
      ProxyScope scope,
      Predicate<Finding> mine,
      Set<String> missing,
      String works,
      String fails) {
    Optional<Value> value =
        scope.httpsProxy().flatMap(variable -> Value.of(scope.document(), variable));
    if (value.isEmpty() && scope.hasMisplacedHttpsProxy()) {
      Optional<Finding> told = worst(mine);
      rows.add(
          new ChecklistRow(
              component,
              Optional.of(HTTPS_PROXY.canonical()),
              Optional.empty(),
              State.IGNORED,
              fails + "; the variable stands where nobody reads it",
              told.map(Finding::code),
              told.map(ChecklistRows::place)));
      return;
    }
    add(component, value, mine, missing, scope.environment().place().reader(), works, fails);
  }

  // --- trust -------------------------------------------------------------------------------

  private void trustBundle() {
    Optional<ConfigNode> bundle =
        device.deviceConfig().map(DeviceConfig::trustBundle).filter(ConfigNode::isPresent);
    Optional<Finding> told =
        findings.stream().filter(finding -> finding.code().equals(TRUST)).findFirst();
    State state =
        told.isPresent() && told.get().severity().isAtLeast(Severity.WARNING)
            ? (bundle.isPresent() ? State.WRONG : State.MISSING)
            : bundle.isPresent() ? State.OK : State.NOT_NEEDED;
    String effect =
        switch (state) {
          case OK ->
              "edgeAgent, edgeHub and modules trust it; the daemons and the engine use the store of"
                  + " the operating system";
          case NOT_NEEDED -> "only a proxy that inspects TLS needs one";
          default -> "a proxy that inspects TLS is not trusted";
        };
    Optional<Place> place =
        bundle
            .map(node -> new Place(device.config().orElseThrow(), node.range()))
            .or(() -> told.map(ChecklistRows::place));
    rows.add(
        new ChecklistRow(
            "trust bundle",
            Optional.of("trust_bundle_cert"),
            bundle.flatMap(ConfigNode::asScalar).map(ScalarNode::text),
            state,
            effect,
            told.map(Finding::code),
            place));
  }

  // --- rows --------------------------------------------------------------------------------

  /** An address that a component gets. */
  private record Value(String name, ProxyUrl url, Document document, TextRange range) {

    static Optional<Value> of(Document document, EnvVariable variable) {
      return variable
          .value()
          .map(
              text ->
                  new Value(
                      variable.name(), ProxyUrl.parse(text), document, variable.valueRange()));
    }
  }

  private void add(
      String component,
      Optional<Value> value,
      Predicate<Finding> mine,
      Set<String> missing,
      ProxyReader reader,
      String works,
      String fails) {
    if (value.isEmpty()) {
      rows.add(absent(component, mine, missing, fails));
      return;
    }
    Value found = value.get();
    Optional<Finding> told = worst(mine);
    boolean broken = told.filter(f -> f.severity().isAtLeast(Severity.WARNING)).isPresent();
    State state =
        differs(found.url(), reader)
            ? State.DIFFERS
            : broken ? State.WRONG : found.url().isConcrete() ? State.OK : State.UNKNOWN;
    String effect =
        switch (state) {
          case OK -> works;
          case DIFFERS -> "uses another proxy than the others";
          case UNKNOWN -> "gets what replaces the placeholder";
          default -> told.orElseThrow().message().text();
        };
    rows.add(
        new ChecklistRow(
            component,
            Optional.of(found.name()),
            Optional.of(found.url().masked()),
            state,
            effect,
            told.map(Finding::code),
            Optional.of(new Place(found.document(), found.range()))));
  }

  private ChecklistRow absent(
      String component, Predicate<Finding> mine, Set<String> missing, String fails) {
    if (!needed) {
      return row(component, State.NOT_NEEDED, "nothing says that this device is behind a proxy");
    }
    Optional<Finding> told =
        findings.stream()
            .filter(finding -> missing.contains(finding.code()))
            .filter(finding -> missing != MODULE_MISSING || mine.test(finding))
            .findFirst()
            .or(() -> worst(mine));
    if (told.isEmpty()) {
      return row(component, State.UNKNOWN, "no file here says what it has");
    }
    return new ChecklistRow(
        component,
        Optional.of(HTTPS_PROXY.canonical()),
        Optional.empty(),
        State.MISSING,
        fails,
        Optional.of(told.get().code()),
        told.filter(mine).map(ChecklistRows::place));
  }

  private ChecklistRow unseen(String component, String why) {
    return row(component, needed ? State.UNKNOWN : State.NOT_NEEDED, why);
  }

  private ChecklistRow row(String component, State state, String effect) {
    return new ChecklistRow(
        component,
        Optional.empty(),
        Optional.empty(),
        state,
        effect,
        Optional.empty(),
        Optional.empty());
  }

  private boolean differs(ProxyUrl url, ProxyReader reader) {
    Optional<NormalisedProxy> own = url.normalised(reader);
    Optional<NormalisedProxy> reference =
        device
            .referenceProxy()
            .flatMap(ProxyEvidence::url)
            .flatMap(other -> other.normalised(ProxyReader.ENGINE));
    return own.isPresent() && reference.isPresent() && !own.equals(reference);
  }

  private boolean has(Predicate<Finding> mine, Set<String> codes) {
    return findings.stream().anyMatch(f -> codes.contains(f.code()) && mine.test(f));
  }

  private Optional<Finding> worst(Predicate<Finding> mine) {
    Finding worst = null;
    for (Finding finding : findings) {
      boolean worse = worst == null || finding.severity().compareTo(worst.severity()) < 0;
      if (worse && mine.test(finding)) {
        worst = finding;
      }
    }
    return Optional.ofNullable(worst);
  }

  private static Place place(Finding finding) {
    return new Place(finding.document(), finding.range());
  }
}
