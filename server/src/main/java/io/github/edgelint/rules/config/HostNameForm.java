package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.HostNameProblem;
import io.github.edgelint.iotedge.value.HostNameProblem.Kind;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE346: an address, or a name that certificates do not take, as the name of a host. */
final class HostNameForm extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE346", "host-name-form", Severity.ERROR, DEVICE_CONFIG);

  private static final String HUB = "iothub_hostname";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (String key : List.of("hostname", "parent_hostname", "local_gateway_hostname")) {
      config.string(key).ifPresent(name -> check(document, key, name, context));
    }
    Provisioning.of(config)
        .filter(provisioning -> provisioning.form() == Form.MANUAL)
        .filter(provisioning -> !provisioning.isByConnectionString())
        .flatMap(provisioning -> config.string("provisioning", HUB))
        .ifPresent(name -> check(document, HUB, name, context));
  }

  private static void check(Document document, String key, ScalarNode name, RuleContext context) {
    if (!Placeholders.find(name.text()).isEmpty()) {
      return;
    }
    HostNameProblem.of(name.text())
        .filter(problem -> counts(document, key, problem))
        .ifPresent(problem -> context.report(finding(document, key, name, problem)));
  }

  private static boolean counts(Document document, String key, HostNameProblem problem) {
    if (problem.kind() == Kind.EMPTY) {
      return (key.equals("hostname") || key.equals(HUB)) && isForDevice(document);
    }
    return problem.kind().isPartOfUrl() || !key.equals(HUB);
  }

  private static Finding finding(
      Document document, String key, ScalarNode name, HostNameProblem problem) {
    boolean url = problem.kind().isPartOfUrl();
    TextRange range = problem.range().isEmpty() ? name.range() : name.rangeOf(problem.range());
    Message message =
        url
            ? Message.of(
                "`{key}` must be a bare host name; {part} becomes part of an `https://…` address"
                    + " and every connection fails.",
                "key",
                key,
                "part",
                part(problem, name.text()))
            : key.equals(HUB)
                ? Message.of(
                    "`{key}` is empty, so the `https://…` addresses that are made of it have no host"
                        + " and every connection fails.",
                    "key",
                    key)
                : Message.of(
                    "`{key}` is no host name that certificates and `iotedge check` accept ({reason}),"
                        + " so TLS of modules to this device fails.",
                    "key",
                    key,
                    "reason",
                    reason(problem, name.text()));
    Finding finding =
        Finding.of(INFO, document, range, message)
            .about(name.range())
            .withSeverity(url ? Severity.ERROR : Severity.WARNING);
    if (problem.repair().isEmpty()) {
      return finding;
    }
    ValueText text = ValueText.of(document.tree(), name);
    return finding.withFix(
        Fix.safe(
            "Keep only the host name",
            document,
            () -> text.encode(problem.repair()).orElse(List.of())));
  }

  private static String part(HostNameProblem problem, String name) {
    return problem.kind() == Kind.BLANK
        ? "the blank"
        : "`" + problem.range().of(name).strip() + "`";
  }

  private static String reason(HostNameProblem problem, String name) {
    return switch (problem.kind()) {
      case EMPTY -> "it is empty";
      case LABEL_LENGTH -> "a label needs 1 to 63 characters";
      case LABEL_START -> "a label must start with a letter";
      case LABEL_END -> "a label must end with a letter or digit";
      case LABEL_CHARACTER -> "`" + problem.range().of(name) + "` is no letter, digit or hyphen";
      case TOO_LONG -> "it has more than 64 characters";
      case SCHEME, PATH, PORT, BLANK -> "it is an address";
    };
  }
}
