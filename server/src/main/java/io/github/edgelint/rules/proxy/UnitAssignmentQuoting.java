package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

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
import java.util.List;
import java.util.Optional;

/** EDGE272: quotes that are missing, or stand in another place than systemd documents. */
final class UnitAssignmentQuoting implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE272", "unit-assignment-quoting", Severity.ERROR, UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (UnitAssignments.Proxy proxy : UnitAssignments.of(document.unit().orElseThrow())) {
      for (SystemdEnvironment.Finding problem : proxy.words().findings()) {
        judge(document, proxy, problem).ifPresent(context::report);
      }
    }
  }

  private static Optional<Finding> judge(
      Document document, UnitAssignments.Proxy proxy, SystemdEnvironment.Finding problem) {
    return switch (problem.problem()) {
      case SPLIT_AT_BLANK -> Optional.of(split(document, proxy, problem));
      case VALUE_QUOTED ->
          Optional.of(
              finding(
                      document,
                      proxy,
                      problem,
                      "systemd documents quotes around the whole assignment `\"{name}=…\"`, not"
                          + " around the value.")
                  .withSeverity(Severity.INFO)
                  .withFix(quoteAll(document, proxy, problem)));
      case UNCLOSED_QUOTE -> Optional.of(unclosed(document, proxy, problem));
      default -> Optional.empty();
    };
  }

  private static Finding unclosed(
      Document document, UnitAssignments.Proxy proxy, SystemdEnvironment.Finding problem) {
    Finding finding =
        finding(
            document,
            proxy,
            problem,
            "This quote is never closed, so systemd ignores the line from `{name}` on; close it"
                + " behind the value.");
    return problem.repair().isEmpty()
        ? finding
        : finding.withFix(
            Fix.safe("Mend the quotes", document, () -> proxy.toFile(problem.repair())));
  }

  private static Finding split(
      Document document, UnitAssignments.Proxy proxy, SystemdEnvironment.Finding problem) {
    TextRange rest = new TextRange(proxy.words().range().end(), problem.range().end());
    if (!rest.of(proxy.line().value().text()).strip().startsWith("#")) {
      return finding(
              document,
              proxy,
              problem,
              "systemd splits this line at the blank, so `{name}` ends there; quote the whole"
                  + " assignment.")
          .withFix(quoteAll(document, proxy, problem));
    }
    return finding(
            document,
            proxy,
            problem,
            "systemd knows no comments behind a value and drops these words with a warning, while"
                + " `{name}` ends before them; a comment needs a line of its own.")
        .withSeverity(Severity.INFO)
        .withFix(
            Fix.safe(
                "Remove the words behind the value",
                document,
                () -> List.of(TextEdit.delete(proxy.toFile(rest)))));
  }

  private static Finding finding(
      Document document,
      UnitAssignments.Proxy proxy,
      SystemdEnvironment.Finding problem,
      String template) {
    return Finding.of(
        INFO,
        document,
        proxy.toFile(problem.range()),
        Message.of(template, "name", proxy.words().name()));
  }

  private static Fix quoteAll(
      Document document, UnitAssignments.Proxy proxy, SystemdEnvironment.Finding problem) {
    return Fix.safe("Quote the whole assignment", document, () -> proxy.toFile(problem.repair()));
  }
}
