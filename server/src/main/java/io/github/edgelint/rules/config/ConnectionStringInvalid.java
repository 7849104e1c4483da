package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.DeviceConnectionString;
import io.github.edgelint.iotedge.value.DeviceConnectionString.Kind;
import io.github.edgelint.iotedge.value.DeviceConnectionString.Problem;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE303: a connection string that the identity service cannot read. */
final class ConnectionStringInvalid extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE303", "connection-string-invalid", Severity.ERROR, DEVICE_CONFIG);

  private static final String STAND_IN = "<connection string of the device>";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Optional<Provisioning> provisioning =
        Provisioning.of(config)
            .filter(table -> table.form() == Form.MANUAL || table.form() == Form.UNKNOWN)
            .filter(table -> !table.isExplicit());
    Optional<ScalarNode> value =
        provisioning
            .flatMap(Provisioning::connectionString)
            .filter(text -> text.text().isEmpty() || isConcrete(document, text.text()))
            .filter(text -> !text.text().isEmpty() || isForDevice(document));
    if (value.isPresent()) {
      List<Problem> blanks = new ArrayList<>();
      for (Problem problem : DeviceConnectionString.parse(value.get().text()).problems()) {
        if (problem.kind() == Kind.BLANK_AT_KEY) {
          blanks.add(problem);
        } else {
          context.report(finding(document, value.get(), problem));
        }
      }
      if (!blanks.isEmpty()) {
        context.report(blanks(document, value.get(), blanks));
      }
    }
  }

  // Who puts one blank behind a semicolon puts one behind each.
  private static Finding blanks(Document document, ScalarNode value, List<Problem> problems) {
    ValueText text = ValueText.of(document.tree(), value);
    boolean one = problems.size() == 1;
    return Finding.of(
            INFO,
            document,
            range(value, problems.get(0)),
            Message.of(
                "The connection string has a blank beside {parts}, which then "
                    + (one ? "is another name" : "are other names")
                    + "; `iotedge config apply` refuses it with a message that names only"
                    + " `ManualProvisioning`.",
                "parts",
                Words.list(
                    problems.stream()
                        .map(problem -> problem.range().of(value.text()).strip())
                        .toList())))
        .about(value.range())
        .withFix(
            Fix.safe(
                one ? "Remove the blank" : "Remove the blanks",
                document,
                () ->
                    text.encode(
                            problems.stream()
                                .flatMap(problem -> problem.repair().stream())
                                .toList())
                        .orElse(List.of())));
  }

  private static boolean isConcrete(Document document, String text) {
    return Placeholders.isConcrete(
        text, document.isTemplate() ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE);
  }

  private static Finding finding(Document document, ScalarNode value, Problem problem) {
    String part = problem.range().of(value.text()).strip();
    Message message =
        Message.of(
            "The connection string {problem}; `iotedge config apply` refuses it with a message that"
                + " names only `ManualProvisioning`.",
            "problem",
            description(problem, part));
    Finding finding =
        Finding.of(INFO, document, range(value, problem), message).about(value.range());
    ValueText text = ValueText.of(document.tree(), value);
    if (problem.repair().isEmpty()) {
      return finding.withFix(
          Fix.placeholder(
              "Paste the connection string of the device again", document, () -> replaced(text)));
    }
    return finding.withFix(
        Fix.safe(
            "Write `" + nameOf(part) + "`",
            document,
            () -> text.encode(problem.repair()).orElse(List.of())));
  }

  private static List<TextEdit> replaced(ValueText text) {
    TextRange whole = new TextRange(0, text.text().length());
    return text.encode(List.of(new TextEdit(whole, STAND_IN))).orElse(List.of());
  }

  /** The faulty part; where that is the key, its name and equals sign. */
  private static TextRange range(ScalarNode value, Problem problem) {
    if (problem.kind() != Kind.KEY_NOT_BASE64) {
      return problem.range().isEmpty() ? value.range() : value.rangeOf(problem.range());
    }
    int start = Math.max(0, problem.range().start() - "SharedAccessKey=".length());
    return value.rangeOf(new TextRange(start, problem.range().start()));
  }

  private static String nameOf(String written) {
    for (String name : List.of("HostName", "DeviceId", "SharedAccessKey")) {
      if (name.equalsIgnoreCase(written)) {
        return name;
      }
    }
    return written;
  }

  private static String description(Problem problem, String part) {
    return switch (problem.kind()) {
      case KEY_CASE -> "has `" + part + "`, which must be written `" + nameOf(part) + "`";
      case BLANK_AT_KEY -> "has a blank";
      case TRUNCATED -> "was cut off when it was copied";
      case SERVICE_STRING -> "is one of the hub (with a policy name), not one of a device";
      case X509 ->
          "is one of a device with a certificate, for which it needs `iothub_hostname`,"
              + " `device_id` and `authentication` instead";
      case MISSING_PART -> "has no " + Words.list(problem.missing());
      case KEY_NOT_BASE64 -> "has a `SharedAccessKey` that is not base64";
    };
  }
}
