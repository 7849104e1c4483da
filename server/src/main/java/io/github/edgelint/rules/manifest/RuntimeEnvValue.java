package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
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

/** EDGE423: a setting of edgeAgent or edgeHub with a value that does not convert. */
final class RuntimeEnvValue implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE423",
          "runtime-env-value",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document
        .deviceConfig()
        .ifPresent(config -> check(document, config.agentEnvironment().variables(), true, context));
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                if (module.isAgent() || module.isHub()) {
                  check(document, module.effectiveEnv().variables(), module.isAgent(), context);
                }
              }
            });
  }

  private static void check(
      Document document, List<EnvVariable> variables, boolean agent, RuleContext context) {
    for (EnvVariable variable : variables) {
      Optional<RuntimeVariable> known = RuntimeVariable.of(variable.name(), agent);
      if (known.isPresent()
          && variable.isConcrete()
          && !variable.isBlank()
          && !known.get().accepts(variable.value().orElseThrow())) {
        report(document, variable, known.get(), agent ? "edgeAgent" : "edgeHub", context);
      }
    }
  }

  private static void report(
      Document document,
      EnvVariable variable,
      RuntimeVariable known,
      String owner,
      RuleContext context) {
    String value = variable.value().orElseThrow();
    Finding finding =
        Finding.of(
                INFO,
                document,
                variable.valueRange(),
                Message.of(
                    "`{value}` is no {kind} for `{name}`; {owner} {consequence}.",
                    "value",
                    value,
                    "kind",
                    known.kind(),
                    "name",
                    variable.name(),
                    "owner",
                    owner,
                    "consequence",
                    known.isFatal()
                        ? "throws at start and restarts without end"
                        : "ignores it and uses its default"))
            .withSeverity(known.isFatal() ? Severity.ERROR : Severity.WARNING);
    Optional<String> near = known.near(value);
    context.report(
        near.isEmpty()
            ? finding
            : finding.withFix(
                Fix.unsafe(
                    "Write `" + near.get() + "`",
                    document,
                    () ->
                        variable
                            .text()
                            .flatMap(
                                text ->
                                    text.encode(
                                        List.of(
                                            new TextEdit(
                                                new TextRange(0, value.length()), near.get()))))
                            .orElse(List.of()))));
  }
}
