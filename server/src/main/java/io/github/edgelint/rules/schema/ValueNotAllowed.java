package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** EDGE106: a value that is not among those its reader knows. */
final class ValueNotAllowed extends SchemaRule {

  // Words of Docker, Compose and Kubernetes, and what people call a state.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("unless-stopped", "always"),
          Map.entry("no", "never"),
          Map.entry("on-failed", "on-failure"),
          Map.entry("on-failured", "on-failure"),
          Map.entry("ifnotpresent", "on-create"),
          Map.entry("always", "on-create"),
          Map.entry("enabled", "running"),
          Map.entry("started", "running"),
          Map.entry("disabled", "stopped"),
          Map.entry("podman", "docker"));

  ValueNotAllowed() {
    super(
        RuleInfo.of(
            "EDGE106",
            "value-not-allowed",
            Severity.ERROR,
            DEVICE_CONFIG,
            MANIFEST,
            TEMPLATE,
            LAYERED));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.NotAllowedValue value && !isForAnother(problem)) {
      context.report(finding(value, document));
    }
  }

  private Finding finding(SchemaProblem.NotAllowedValue problem, Document document) {
    String value = problem.value().text();
    List<String> allowed =
        problem.allowed().stream().map(AllowedValue::value).map(JsonValue::display).toList();
    Finding finding =
        Finding.of(
                info(),
                document,
                problem.range(),
                Message.of(
                    "{value} is not a value of `{key}` (allowed: {list}); {consequence}.",
                    "value",
                    value.isEmpty() ? "An empty text" : Words.quoted(value),
                    "key",
                    Words.key(document, problem.value()),
                    "list",
                    String.join(", ", allowed.stream().map(Words::quoted).toList()),
                    "consequence",
                    Words.consequence(problem, document)))
            .withSeverity(Words.severity(problem));
    Optional<String> near = near(value, allowed);
    if (near.isEmpty()) {
      return finding;
    }
    boolean sameWord = near.get().equalsIgnoreCase(value);
    String title = "Replace by `" + near.get() + "`";
    return finding.withFix(
        sameWord
            ? Fix.safe(title, document, () -> SpeltValue.set(document, problem, near.get()))
            : Fix.unsafe(title, document, () -> SpeltValue.set(document, problem, near.get())));
  }

  private static Optional<String> near(String value, List<String> allowed) {
    for (String candidate : allowed) {
      if (candidate.equalsIgnoreCase(value)) {
        return Optional.of(candidate);
      }
    }
    return Optional.ofNullable(ALIASES.get(value.toLowerCase(Locale.ROOT)))
        .filter(allowed::contains)
        .or(() -> NearestName.of(value, allowed));
  }
}
