package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE003: one name twice in an object; the last one wins without a message. */
final class JsonDuplicateKey implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE003",
          "json-duplicate-key",
          Severity.WARNING,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (SyntaxProblem problem :
        ProblemFindings.of(document, SyntaxProblem.Kind.JSON_DUPLICATE_KEY)) {
      int line =
          problem
              .related()
              .map(earlier -> document.source().lines().lineOf(earlier.start()))
              .orElse(0);
      context.report(
          ProblemFindings.of(
                  INFO,
                  document,
                  problem,
                  Message.of(
                      "`{key}` is defined twice in this object; the last definition wins and the"
                          + " one in line {line} is lost without a message.",
                      "key",
                      problem.detail(),
                      "line",
                      line + 1))
              .about(problem.range()));
    }
    document
        .manifest()
        .ifPresent(manifest -> manifest.modules().forEach(m -> inOptions(document, m, context)));
  }

  /** The text of create options is a JSON text of its own. */
  private static void inOptions(Document document, Module module, RuleContext context) {
    CreateOptions options = module.createOptions();
    boolean read =
        options.reading() == EmbeddedJson.Reading.STRICT
            || options.reading() == EmbeddedJson.Reading.LENIENT;
    if (!read || options.embedded().isEmpty()) {
      return;
    }
    for (SyntaxProblem problem : options.tree().problems()) {
      if (problem.kind() == SyntaxProblem.Kind.JSON_DUPLICATE_KEY) {
        Finding finding =
            Finding.of(
                INFO,
                document,
                options.toFile(problem.range()),
                Message.of(
                    "`{key}` is defined twice in the same object of createOptions of {module}; the"
                        + " last definition wins and the earlier one is lost without a message.",
                    "key",
                    problem.detail(),
                    "module",
                    module.name()));
        for (Repair repair : problem.repairs()) {
          finding =
              finding.withFix(
                  Fix.within(
                      repair.title(),
                      repair.safe() ? Applicability.SAFE : Applicability.UNSAFE,
                      document,
                      () -> options.encode(repair.edits()).orElse(List.of())));
        }
        context.report(finding);
      }
    }
  }
}
