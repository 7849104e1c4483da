package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE270: a percent sign in a unit file that systemd takes for one of its specifiers. */
final class UnitPercentNotDoubled implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE270", "unit-percent-not-doubled", Severity.ERROR, UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    UnitFile unit = document.unit().orElseThrow();
    for (UnitAssignments.Proxy proxy : UnitAssignments.of(unit)) {
      List<SystemdEnvironment.Finding> signs = specifiers(proxy.words());
      if (!signs.isEmpty()) {
        context.report(finding(document, unit, proxy, signs));
      }
    }
  }

  /** Single percent signs in user and password that systemd does not leave alone. */
  private static List<SystemdEnvironment.Finding> specifiers(
      SystemdEnvironment.Assignment assignment) {
    Optional<TextRange> userinfo =
        ProxyUrl.parse(assignment.value())
            .userinfoRange()
            .filter(range -> !range.isEmpty())
            .map(assignment.offsets()::toSource);
    if (userinfo.isEmpty()) {
      return List.of();
    }
    return assignment.findings().stream()
        .filter(
            finding ->
                finding.problem() == SystemdEnvironment.Problem.SPECIFIER
                    || finding.problem() == SystemdEnvironment.Problem.UNKNOWN_SPECIFIER)
        .filter(finding -> userinfo.get().contains(finding.range()))
        .toList();
  }

  private static Finding finding(
      Document document,
      UnitFile unit,
      UnitAssignments.Proxy proxy,
      List<SystemdEnvironment.Finding> signs) {
    boolean dropped =
        signs.stream()
            .anyMatch(sign -> sign.problem() == SystemdEnvironment.Problem.UNKNOWN_SPECIFIER);
    Message message =
        Message.of(
            "systemd reads `%` as a specifier and {does}, so {unit} starts {how}; write `%%`.",
            "does",
            dropped ? "drops the whole assignment" : "replaces it",
            "unit",
            unit.unitName(),
            "how",
            dropped ? "without this proxy" : "with other credentials");
    List<TextEdit> doubling = new ArrayList<>();
    signs.forEach(sign -> doubling.addAll(sign.repair()));
    return Finding.of(INFO, document, proxy.toFile(signs.get(0).range()), message)
        .about(proxy.variable().valueRange())
        .withFix(Fix.safe("Double the percent signs", document, () -> proxy.toFile(doubling)));
  }
}
