package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A rule about certain problems in the address of a proxy. */
abstract class ProxyAddressRule implements DocumentRule {

  private final RuleInfo info;
  private final Set<ProxyProblem.Kind> kinds;

  ProxyAddressRule(RuleInfo info, ProxyProblem.Kind first, ProxyProblem.Kind... more) {
    this.info = info;
    this.kinds = EnumSet.of(first, more);
  }

  /** A rule for every document that can hold a proxy. */
  static RuleInfo everywhere(String code, String slug, Severity severity) {
    return RuleInfo.of(
        code, slug, severity, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED, UNIT, ENGINE_CONFIG);
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  @Override
  public final void check(Document document, RuleContext context) {
    for (ProxyValue value : ProxyValue.of(document, context)) {
      for (ProxyProblem problem : value.problems()) {
        if (kinds.contains(problem.kind())) {
          judge(value, problem).ifPresent(context::report);
        }
      }
    }
  }

  /** The finding; empty where this reader does not mind. */
  abstract Optional<Finding> judge(ProxyValue value, ProxyProblem problem);

  /** A finding that underlines the problem and speaks of the whole address. */
  final Finding finding(
      ProxyValue value, ProxyProblem problem, Severity severity, Message message) {
    return Finding.of(info, value.document(), value.toFile(problem.range()), message)
        .withSeverity(severity)
        .about(value.setting().range());
  }
}
