package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
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

/** EDGE220: a name that resembles a proxy variable, but that nobody reads. */
final class ProxyVariableMisspelt implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE220",
          "proxy-variable-name",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT);

  private static final String EXPORT = "export ";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.of(document, context)) {
      if (scope.reader() == ProxyReader.MODULE) {
        continue;
      }
      for (EnvVariable variable : scope.environment().settings()) {
        ProxyVariable.meantBy(variable.name(), scope.reader())
            .ifPresent(meant -> context.report(finding(scope, variable, meant)));
      }
    }
    document.unit().ifPresent(unit -> dropped(document, unit).forEach(context::report));
  }

  private static Finding finding(ProxyScope scope, EnvVariable variable, ProxyVariable meant) {
    boolean inUnit = scope.document().kind() == UNIT;
    Finding finding =
        Finding.of(
                INFO,
                scope.document(),
                variable.nameRange(),
                message(variable.name(), scope.component(), meant))
            .withSeverity(inUnit ? Severity.ERROR : Severity.WARNING);
    boolean taken =
        scope.environment().settings().stream()
            .anyMatch(
                other ->
                    ProxyVariable.of(other.name(), scope.reader()).filter(meant::equals).isPresent()
                        || (other != variable
                            && ProxyVariable.meantBy(other.name(), scope.reader())
                                .filter(meant::equals)
                                .isPresent()));
    return taken
        ? finding
        : finding.withFix(
            Fix.safe(
                "Rename to `" + meant.canonical() + "`",
                scope.document(),
                () -> EnvironmentEditor.rename(variable, meant.canonical())));
  }

  private static Message message(String name, String component, ProxyVariable meant) {
    return Message.of(
        "`{name}` is not a variable that {component} reads; the name is `{canonical}`.",
        "name",
        name,
        "component",
        component,
        "canonical",
        meant.canonical());
  }

  /** Words that systemd drops because no variable can be named so, an {@code export} included. */
  private static List<Finding> dropped(Document document, UnitFile unit) {
    List<Finding> findings = new ArrayList<>();
    for (EnvironmentLine line : unit.environmentLines()) {
      for (SystemdEnvironment.Finding stray : line.words().strayWords()) {
        String word = stray.range().of(line.value().text());
        int start = word.startsWith("\"") || word.startsWith("'") ? 1 : 0;
        int equals = word.indexOf('=');
        if (equals <= start) {
          continue;
        }
        String name = word.substring(start, equals);
        TextRange range =
            line.value().rangeOf(TextRange.ofLength(stray.range().start() + start, name.length()));
        meantByDropped(name)
            .ifPresent(
                meant ->
                    findings.add(
                        Finding.of(INFO, document, range, message(name, unit.unitName(), meant))
                            .withFix(
                                Fix.safe(
                                    "Rename to `" + meant.canonical() + "`",
                                    document,
                                    () -> List.of(new TextEdit(range, meant.canonical()))))));
      }
    }
    return findings;
  }

  private static Optional<ProxyVariable> meantByDropped(String name) {
    return ProxyVariable.meantBy(name, ProxyReader.DAEMON)
        .or(
            () ->
                name.startsWith(EXPORT)
                    ? ProxyVariable.of(name.substring(EXPORT.length()), ProxyReader.DAEMON)
                    : Optional.empty());
  }
}
