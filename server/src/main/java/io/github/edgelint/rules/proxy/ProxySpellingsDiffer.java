package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** EDGE222: two spellings of one proxy variable with different values. */
final class ProxySpellingsDiffer implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE222",
          "proxy-variable-conflict",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.inDevice(document, context.device())) {
      Map<ProxyVariable, EnvVariable> first = new EnumMap<>(ProxyVariable.class);
      for (EnvVariable variable : lastOfEachSpelling(scope)) {
        ProxyVariable proxy = ProxyVariable.of(variable.name(), scope.reader()).orElse(null);
        if (proxy == null || !variable.isConcrete()) {
          continue;
        }
        EnvVariable other = first.putIfAbsent(proxy, variable);
        if (other != null && !other.value().equals(variable.value()) && scope.holds(variable)) {
          context.report(finding(scope, other, variable, context.device()));
        }
      }
    }
  }

  private static List<EnvVariable> lastOfEachSpelling(ProxyScope scope) {
    Map<String, EnvVariable> bySpelling = new LinkedHashMap<>();
    for (EnvVariable variable : scope.environment().settings()) {
      if (ProxyVariable.ofAnyCase(variable.name()).isPresent()) {
        bySpelling.remove(variable.name());
        bySpelling.put(variable.name(), variable);
      }
    }
    return List.copyOf(bySpelling.values());
  }

  private static Finding finding(
      ProxyScope scope, EnvVariable first, EnvVariable second, Device device) {
    Message message =
        Message.of(
            "`{a}` and `{b}` differ; the daemons and the engine take the upper-case one, .NET"
                + " programs the lower-case one, and edgeAgent one of the two without saying"
                + " which.",
            "a",
            first.name(),
            "b",
            second.name());
    Document ofFirst = device.documentOf(first).orElse(scope.document());
    Finding finding =
        Finding.of(INFO, scope.document(), second.nameRange(), message)
            .relatedTo(ofFirst, first.nameRange(), "the other spelling");
    if (scope.holds(first)) {
      finding = finding.withFix(removal(scope, first));
    }
    return finding.withFix(removal(scope, second));
  }

  private static Fix removal(ProxyScope scope, EnvVariable variable) {
    return Fix.unsafe(
        "Remove `" + variable.name() + "`",
        scope.document(),
        () -> new EnvironmentEditor(scope).remove(variable));
  }
}
