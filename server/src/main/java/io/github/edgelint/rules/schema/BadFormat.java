package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.iotedge.value.AutoRenewPolicy;
import io.github.edgelint.iotedge.value.HumanDuration;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE109: a text that does not have its format. */
final class BadFormat extends SchemaRule {

  // Rules of group 3xx know more about addresses, keys in tokens, and host names.
  private static final Set<String> OURS =
      Set.of(
          "auto-renew-policy",
          "base64",
          "days-duration",
          "duration",
          "mqtt-topic-filter",
          "mqtt-topic-prefix",
          "text-without-nul",
          "time-of-day");

  private static final List<String> DURATIONS =
      List.of("cleanup_recurrence", "image_age_cleanup_threshold");

  BadFormat() {
    super(
        RuleInfo.of(
            "EDGE109", "bad-format", Severity.ERROR, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED));
  }

  @Override
  public void check(Document document, RuleContext context) {
    super.check(document, context);
    TargetVersion target = context.device().targetVersion();
    if (target.isKnownOlderThan(1, 6)) {
      document.deviceConfig().ifPresent(config -> checkFractions(config, document, context));
    }
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.BadFormat bad
        && bad.format().filter(OURS::contains).isPresent()
        && !isForAnother(problem)) {
      context.report(
          finding(
                  document,
                  bad.value(),
                  bad.detail(),
                  Words.consequence(problem, document),
                  bad.format().get())
              .withSeverity(Words.severity(problem)));
    }
  }

  private Finding finding(
      Document document, ScalarNode value, String expected, String consequence, String format) {
    Finding finding =
        Finding.of(
            info(),
            document,
            value.range(),
            Message.of(
                "`{key}` is not {format}; {consequence}.",
                "key",
                Words.key(document, value),
                "format",
                expected,
                "consequence",
                consequence));
    Optional<String> repaired =
        format.equals("auto-renew-policy")
            ? AutoRenewPolicy.repaired(value.text())
            : Optional.empty();
    return finding.withFix(
        repaired.map(
            text ->
                Fix.safe(
                    "Write `" + text + "`",
                    document,
                    () -> DocumentEditor.of(document).set(value, NewValue.text(text)))));
  }

  private void checkFractions(DeviceConfig config, Document document, RuleContext context) {
    for (String key : DURATIONS) {
      Optional<ScalarNode> value = config.string("image_garbage_collection", key);
      boolean fractional =
          value
              .flatMap(text -> HumanDuration.parse(text.text()))
              .filter(HumanDuration::fractional)
              .isPresent();
      if (fractional) {
        context.report(
            finding(
                document,
                value.get(),
                "a duration in whole numbers, and only IoT Edge 1.6 and newer read fractions",
                "`iotedge config apply` refuses the file",
                "duration"));
      }
    }
  }
}
