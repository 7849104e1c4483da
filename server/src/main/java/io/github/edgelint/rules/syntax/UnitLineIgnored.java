package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE010: a line of a unit file that systemd does not read where it stands. */
final class UnitLineIgnored implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE010", "unit-line-ignored", Severity.ERROR, UNIT);

  private static final String SERVICE = "Service";
  private static final Set<String> OF_SERVICE =
      Set.of("Environment", "EnvironmentFile", "PassEnvironment", "UnsetEnvironment");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (SyntaxProblem problem :
        ProblemFindings.of(document, SyntaxProblem.Kind.UNIT_LINE_IGNORED)) {
      String text = problem.range().of(document.source().text());
      context.report(
          ProblemFindings.of(
                  INFO, document, problem, message(document, problem.detail(), proxyIn(text)))
              .about(problem.range())
              .withSeverity(severity(proxyIn(text))));
    }
    for (Section section : document.tree().sections()) {
      boolean beforeHeaders = section.header().isEmpty();
      boolean service = !beforeHeaders && nameOf(document, section).equals(SERVICE);
      if (service) {
        continue;
      }
      for (Member member : section.table().members()) {
        if (member.value() instanceof ScalarNode value
            && (beforeHeaders || OF_SERVICE.contains(member.name()))) {
          report(document, member, value, beforeHeaders, context);
        }
      }
    }
  }

  private static void report(
      Document document,
      Member member,
      ScalarNode value,
      boolean beforeHeaders,
      RuleContext context) {
    Optional<String> variable =
        member.name().equals("Environment") ? variableOf(value) : Optional.empty();
    boolean proxy = variable.flatMap(ProxyVariable::ofAnyCase).isPresent();
    UnitEditor editor = new UnitEditor(document.tree());
    context.report(
        Finding.of(
                INFO,
                document,
                member.range(),
                message(document, "it stands outside `[Service]`", variable))
            .withSeverity(proxy ? Severity.ERROR : Severity.WARNING)
            .withFix(
                beforeHeaders
                    ? Fix.safe(
                        "Insert `[Service]` above",
                        document,
                        () -> editor.insertHeader(SERVICE, member))
                    : Fix.safe(
                        "Move under `[Service]`", document, () -> editor.move(member, SERVICE))));
  }

  private static Message message(Document document, String reason, Optional<String> variable) {
    return Message.of(
        "systemd ignores this line because {reason}, so {variable} is set for {unit}.",
        "reason",
        reason,
        "variable",
        variable.map(name -> "no `" + name + "`").orElse("nothing"),
        "unit",
        document.unit().map(unit -> unit.unitName()).orElse("this unit"));
  }

  private static Severity severity(Optional<String> proxy) {
    return proxy.isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  /** The proxy variable that a line which is no assignment seems to be about. */
  private static Optional<String> proxyIn(String line) {
    for (String word : line.split("[^A-Za-z_]+")) {
      if (ProxyVariable.ofAnyCase(word).isPresent()) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> variableOf(ScalarNode value) {
    List<SystemdEnvironment.Assignment> set = SystemdEnvironment.parse(value.text()).assignments();
    return set.isEmpty() ? Optional.empty() : Optional.of(set.get(0).name());
  }

  private static String nameOf(Document document, Section section) {
    for (Member member : document.tree().root().members()) {
      if (member.value() == section.table()) {
        return member.name();
      }
    }
    return "";
  }
}
