package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EDGE274: a drop-in with a proxy, in a place where systemd does not look for it. */
final class DropInNotRead implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE274", "drop-in-not-read", Severity.WARNING, UNIT);

  private static final String LEGACY = "iotedge";

  /** What people take for the name of a unit. */
  private static final Map<String, DaemonUnit> MISTAKEN =
      Map.ofEntries(
          Map.entry("iotedged", DaemonUnit.EDGED),
          Map.entry("aziot-edge", DaemonUnit.EDGED),
          Map.entry("aziotedged", DaemonUnit.EDGED),
          Map.entry("edged", DaemonUnit.EDGED),
          Map.entry("aziot-identity", DaemonUnit.IDENTITYD),
          Map.entry("identityd", DaemonUnit.IDENTITYD),
          Map.entry("certd", DaemonUnit.CERTD),
          Map.entry("moby", DaemonUnit.DOCKER),
          Map.entry("moby-engine", DaemonUnit.DOCKER),
          Map.entry("dockerd", DaemonUnit.DOCKER));

  private static final List<DaemonUnit> CLOSE_TO =
      List.of(DaemonUnit.DOCKER, DaemonUnit.EDGED, DaemonUnit.IDENTITYD, DaemonUnit.CERTD);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    UnitFile unit = document.unit().orElseThrow();
    List<UnitAssignments.Proxy> proxies = UnitAssignments.of(unit);
    if (!unit.isDropIn() || proxies.isEmpty()) {
      return;
    }
    TextRange range = proxies.get(0).variable().range();
    Optional<DaemonUnit> meant = meant(unit, context.device());
    String fileName = unit.isRead() ? unit.fileName() : asConf(unit.fileName());
    if (meant.isPresent()) {
      String folder = meant.get().unitName() + ".service.d";
      context.report(
          finding(
                  document,
                  range,
                  meant.get().unitName(),
                  "there is no unit `" + unit.unitName() + "`; name the folder `" + folder + "`")
              .withFix(move(document, "../" + folder + "/" + fileName, context)));
    } else if (!unit.isRead()) {
      context.report(
          finding(
                  document,
                  range,
                  unit.unitName(),
                  "it reads only `*.conf`; give `" + unit.fileName() + "` that ending")
              .withFix(move(document, fileName, context)));
    }
  }

  private static String asConf(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return (dot > 0 ? fileName.substring(0, dot) : fileName) + ".conf";
  }

  /** The file under another name, where nothing has that name. */
  private static Optional<Fix> move(Document document, String name, RuleContext context) {
    Optional<DocPath> target = document.path().parent().map(folder -> folder.resolve(name));
    boolean free =
        target.isPresent()
            && context.snapshot().document(target.get()).isEmpty()
            && target.get().toFile().filter(Files::exists).isEmpty();
    String shown = name.startsWith("../") ? name.substring(3) : name;
    return free
        ? Optional.of(Fix.rename("Rename to `" + shown + "`", document.path(), target.get()))
        : Optional.empty();
  }

  private static Finding finding(Document document, TextRange range, String unit, String why) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of("systemd does not apply this file to {unit}: {why}.", "unit", unit, "why", why));
  }

  private static Optional<DaemonUnit> meant(UnitFile unit, Device device) {
    String name = unit.unitName();
    if (unit.unit().isPresent()) {
      return Optional.empty();
    }
    if (name.equals(LEGACY)) {
      return device.config().isPresent() ? Optional.of(DaemonUnit.EDGED) : Optional.empty();
    }
    if (MISTAKEN.containsKey(name)) {
      return Optional.of(MISTAKEN.get(name));
    }
    return CLOSE_TO.stream()
        .filter(close -> NearestName.distance(name, close.unitName(), 2) <= 2)
        .findFirst();
  }
}
