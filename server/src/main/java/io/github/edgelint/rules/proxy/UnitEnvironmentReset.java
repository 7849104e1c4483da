package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE273: an empty {@code Environment=}, which clears more than its author thinks. */
final class UnitEnvironmentReset implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE273", "unit-environment-reset", Severity.ERROR, UNIT);

  /** Their packaged units set it (Azure/iot-identity-service: the .service.in files). */
  private static final String PACKAGED = "LD_LIBRARY_PATH";

  private static final Set<DaemonUnit> WITH_PACKAGED =
      EnumSet.of(DaemonUnit.IDENTITYD, DaemonUnit.CERTD, DaemonUnit.KEYD, DaemonUnit.TPMD);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    UnitFile unit = document.unit().orElseThrow();
    List<EnvironmentLine> lines = unit.environmentLines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isReset()) {
        List<EnvironmentLine> after = lines.subList(i + 1, lines.size());
        judge(document, unit, lines.subList(0, i), lines.get(i), after).ifPresent(context::report);
      }
    }
  }

  private static Optional<Finding> judge(
      Document document,
      UnitFile unit,
      List<EnvironmentLine> before,
      EnvironmentLine reset,
      List<EnvironmentLine> after) {
    for (EnvironmentLine line : before) {
      for (EnvVariable variable : line.variables()) {
        if (UnitAssignments.isProxy(variable.name()) && !sets(after, variable.name())) {
          int number = document.source().lines().lineOf(variable.range().start()) + 1;
          return Optional.of(
              finding(document, reset, Severity.ERROR, "clears the proxy set in line " + number)
                  .relatedTo(document, variable.range(), "the proxy that is cleared"));
        }
      }
    }
    boolean packaged =
        unit.isDropIn()
            && unit.unit().filter(WITH_PACKAGED::contains).isPresent()
            && !sets(after, PACKAGED);
    return packaged
        ? Optional.of(
            finding(
                document,
                reset,
                Severity.WARNING,
                "also clears the `" + PACKAGED + "` of the packaged unit"))
        : Optional.empty();
  }

  private static boolean sets(List<EnvironmentLine> lines, String name) {
    for (EnvironmentLine line : lines) {
      for (EnvVariable variable : line.variables()) {
        if (variable.name().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Finding finding(
      Document document, EnvironmentLine reset, Severity severity, String effect) {
    return Finding.of(
            INFO,
            document,
            reset.member().range(),
            Message.of("An empty `Environment=` {does}; delete the line.", "does", effect))
        .withSeverity(severity)
        .withFix(
            Fix.unsafe(
                "Delete the line",
                document,
                () -> new UnitEditor(document.tree()).remove(reset.member())));
  }
}
