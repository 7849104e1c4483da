package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * EDGE267: a proxy that works and that {@code iotedge check} does not see. Source:
 * Azure/iotedge:edgelet/iotedge/src/check/mod.rs.
 */
final class ProxyHiddenFromCheck implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "EDGE267",
              "proxy-hidden-from-check",
              Severity.INFO,
              DEVICE_CONFIG,
              UNIT,
              ENGINE_CONFIG)
          .acrossFiles();

  private static final List<DaemonUnit> COMPARED =
      List.of(DaemonUnit.DOCKER, DaemonUnit.EDGED, DaemonUnit.IDENTITYD);

  private static final String LOOKS_FOR = "looks only for `https_proxy` in `Environment=`";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    if (!new DeviceProxy(device).isExpected()) {
      return;
    }
    device
        .deviceConfig()
        .map(config -> ProxyScope.of(device.config().orElseThrow(), config))
        .ifPresent(scope -> checkConfig(scope, context));
    for (DaemonUnit unit : COMPARED) {
      if (unit != DaemonUnit.DOCKER || hasIotEdge(device)) {
        checkUnit(device, unit, context);
      }
    }
  }

  /** Whether more than the engine is here: without IoT Edge there is no {@code iotedge check}. */
  private static boolean hasIotEdge(Device device) {
    return device.config().isPresent()
        || device.manifest().isPresent()
        || device.units().stream()
            .flatMap(document -> document.unit().stream())
            .anyMatch(file -> file.unit().filter(DaemonUnit::isIotUnit).isPresent());
  }

  private static void checkConfig(ProxyScope scope, RuleContext context) {
    scope
        .httpsProxy()
        .filter(proxy -> proxy.origin() == EnvVariable.Origin.AGENT_ENV && !isSeen(proxy))
        .ifPresent(
            proxy ->
                context.report(
                    misnamed(
                        scope,
                        proxy,
                        "`[agent.env]`",
                        () ->
                            List.of(
                                new DocumentEdit(
                                    scope.document().path(),
                                    EnvironmentEditor.rename(
                                        proxy, ProxyVariable.HTTPS_PROXY.canonical()),
                                    false)))));
    scope
        .protocolVariable()
        .filter(variable -> variable.origin() == EnvVariable.Origin.AGENT_ENV)
        .ifPresent(
            variable ->
                scope
                    .protocol()
                    .map(UpstreamProtocol::canonical)
                    .filter(name -> isOtherCase(variable, name))
                    .ifPresent(name -> context.report(otherCase(scope, variable, name))));
  }

  private static boolean isSeen(EnvVariable proxy) {
    return proxy.name().equals(ProxyVariable.HTTPS_PROXY.canonical());
  }

  private static boolean isOtherCase(EnvVariable variable, String canonical) {
    String text = variable.value().orElse("");
    return text.equalsIgnoreCase(canonical) && !text.equals(canonical);
  }

  private static void checkUnit(Device device, DaemonUnit unit, RuleContext context) {
    Optional<EffectiveUnit> found = device.unit(unit);
    Optional<EnvVariable> proxy =
        found.flatMap(files -> files.environment().proxyVariable(ProxyVariable.HTTPS_PROXY));
    boolean inFile = unit == DaemonUnit.DOCKER && hasInFile(device);
    if (proxy.isPresent()) {
      Document document = device.documentOf(proxy.get()).orElseThrow();
      ProxyScope scope = new ProxyScope(document, found.get().environment(), Optional.empty());
      boolean twin =
          scope.environment().variable(ProxyVariable.HTTPS_PROXY.canonical()).isPresent();
      if (!twin) {
        context.report(
            misnamed(
                scope,
                proxy.get(),
                unit.unitName(),
                () -> rename(device, unit, proxy.get().name())));
      } else if (isSeen(proxy.get())) {
        cut(scope, proxy.get(), unit.unitName()).ifPresent(context::report);
      }
    } else if (inFile) {
      ProxyEvidence place = new DeviceProxy(device).at(ProxyPlace.DAEMON_JSON).orElseThrow();
      context.report(hidden(place.document(), place.range(), unit.unitName()));
    } else {
      environmentFile(device, unit)
          .ifPresent(
              line ->
                  context.report(hidden(line.document(), line.member().range(), unit.unitName())));
    }
  }

  private static boolean hasInFile(Device device) {
    return new DeviceProxy(device).at(ProxyPlace.DAEMON_JSON).isPresent();
  }

  private record Line(Document document, Member member) {}

  /** The last {@code EnvironmentFile=} of a unit. */
  private static Optional<Line> environmentFile(Device device, DaemonUnit unit) {
    Line last = null;
    for (Document document : device.units()) {
      UnitFile file = document.unit().orElseThrow();
      if (file.isRead() && file.unit().filter(unit::equals).isPresent()) {
        for (Member member : file.environmentFiles()) {
          last = new Line(document, member);
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private static Finding misnamed(
      ProxyScope scope, EnvVariable proxy, String place, Supplier<List<DocumentEdit>> renaming) {
    return finding(scope.document(), proxy.nameRange(), LOOKS_FOR, place, "empty")
        .withFix(Fix.across("Rename to `https_proxy`", Applicability.SAFE, renaming));
  }

  /**
   * Renames every assignment of the unit, since an earlier one would otherwise come to the fore.
   */
  private static List<DocumentEdit> rename(Device device, DaemonUnit unit, String name) {
    List<DocumentEdit> renaming = new ArrayList<>();
    for (Document document : device.units()) {
      UnitFile file = document.unit().orElseThrow();
      List<TextEdit> edits = new ArrayList<>();
      if (file.unit().filter(unit::equals).isPresent()) {
        for (EnvVariable variable : file.assignments()) {
          if (variable.name().equals(name)) {
            edits.addAll(EnvironmentEditor.rename(variable, ProxyVariable.HTTPS_PROXY.canonical()));
          }
        }
      }
      if (!edits.isEmpty()) {
        renaming.add(new DocumentEdit(document.path(), edits, false));
      }
    }
    return renaming;
  }

  private static Finding hidden(Document document, TextRange range, String place) {
    return finding(document, range, LOOKS_FOR, place, "empty");
  }

  private static Finding otherCase(ProxyScope scope, EnvVariable variable, String canonical) {
    return finding(
            scope.document(),
            variable.valueRange(),
            "compares the protocol exactly",
            "the protocol of edgeAgent",
            "different")
        .withFix(
            Fix.safe(
                "Write `" + canonical + "`",
                scope.document(),
                () -> EnvironmentEditor.setValue(variable, canonical)));
  }

  /** The check ends the value at an equals sign. */
  private static Optional<Finding> cut(ProxyScope scope, EnvVariable proxy, String place) {
    ValueText text = proxy.text().orElseThrow();
    Optional<TextRange> userinfo =
        ProxyUrl.parse(text.text())
            .userinfoRange()
            .filter(range -> range.of(text.text()).indexOf('=') >= 0);
    return userinfo.map(
        range ->
            finding(
                    scope.document(),
                    proxy.valueRange(),
                    "cuts the value at `=`",
                    place,
                    "different")
                .withFix(
                    Fix.safe(
                        "Write `%3D`",
                        scope.document(),
                        () -> text.encode(encodedEquals(text.text(), range)).orElse(List.of()))));
  }

  private static List<TextEdit> encodedEquals(String text, TextRange userinfo) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = userinfo.start(); i < userinfo.end(); i++) {
      if (text.charAt(i) == '=') {
        edits.add(new TextEdit(TextRange.ofLength(i, 1), "%3D"));
      }
    }
    return edits;
  }

  private static Finding finding(
      Document document, TextRange range, String does, String place, String seen) {
    Message message =
        Message.of(
            "This works, but `iotedge check` {does} and reports {place} as {seen}.",
            "does",
            does,
            "place",
            place,
            "seen",
            seen);
    return Finding.of(INFO, document, range, message);
  }
}
