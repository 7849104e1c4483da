package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EDGE330: an option of a certificate that nothing reads here. */
final class CertificateOptionIgnored extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE330", "certificate-option-ignored", Severity.WARNING, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Optional<EdgeCa> edgeCa = EdgeCa.of(config);
    edgeCa
        .filter(EdgeCa::isFromFiles)
        .flatMap(ca -> ca.member("auto_renew"))
        .ifPresent(
            option ->
                context.report(finding(document, option, "the certificate comes from a file")));
    Provisioning.of(config)
        .filter(provisioning -> provisioning.form() == Form.MANUAL)
        .map(provisioning -> provisioning.proof().get("identity_cert"))
        .flatMap(ConfigNode::asObject)
        .flatMap(certificate -> certificate.member("auto_renew"))
        .filter(option -> !isRefused(document, option))
        .ifPresent(
            option -> context.report(finding(document, option, "manual provisioning drops it")));
    for (ObjectNode options : withSubject(config, edgeCa)) {
      subject(document, options, context);
    }
    edgeCa
        .filter(ca -> ca.table().get("method").asText().filter("est"::equals).isPresent())
        .flatMap(ca -> ca.member("expiry_days"))
        .filter(option -> !isRefused(document, option))
        .ifPresent(
            option ->
                context.report(
                    finding(document, option, "the EST server decides the lifetime")
                        .withSeverity(Severity.INFO)));
  }

  // What has no effect must still be right for the file to be taken.
  private static boolean isRefused(Document document, Member option) {
    return document.schema().orElseThrow().problems().stream()
        .filter(problem -> !(problem instanceof SchemaProblem.UnknownKey))
        .anyMatch(problem -> problem.refuses() && option.range().contains(problem.range()));
  }

  private static List<ObjectNode> withSubject(DeviceConfig config, Optional<EdgeCa> edgeCa) {
    List<ObjectNode> options = new ArrayList<>();
    IssuedCertificate.of(config).forEach(certificate -> options.add(certificate.options()));
    edgeCa
        .filter(ca -> !ca.isIssued() && !ca.hasFiles() && ca.hasExpiry())
        .ifPresent(ca -> options.add(ca.table()));
    return options;
  }

  private static void subject(Document document, ObjectNode options, RuleContext context) {
    Optional<Member> subject = options.member("subject");
    if (subject.isEmpty()) {
      return;
    }
    if (options.get("common_name").isPresent()) {
      context.report(finding(document, subject.get(), "`common_name` wins"));
      return;
    }
    subject
        .get()
        .value()
        .asText()
        .filter(Placeholders::isConcrete)
        .ifPresent(text -> context.report(asText(document, subject.get(), text)));
  }

  private static Finding asText(Document document, Member subject, String text) {
    Finding finding = bare(document, subject, "`subject` must be a table");
    Map<String, NewValue> fields = fields(text);
    return fields.isEmpty()
        ? finding.withFix(removal(document, subject))
        : finding.withFix(
            Fix.safe(
                "Turn `subject` into a table",
                document,
                () ->
                    new TomlEditor(document.tree())
                        .set(subject.value(), new NewValue.Members(fields))));
  }

  /** The fields of {@code CN=x,O=y}; none where the text is anything else. */
  private static Map<String, NewValue> fields(String text) {
    Map<String, NewValue> fields = new LinkedHashMap<>();
    for (String part : text.split("[,/]", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip();
      boolean known = name.length() <= 2 && !name.isEmpty();
      if (part.isBlank() && fields.isEmpty()) {
        continue;
      }
      if (!known || fields.containsKey(name) || part.indexOf('\\') >= 0) {
        return Map.of();
      }
      fields.put(name, NewValue.text(part.substring(equals + 1).strip()));
    }
    return fields;
  }

  private static Finding finding(Document document, Member option, String reason) {
    return bare(document, option, reason).withFix(removal(document, option));
  }

  private static Finding bare(Document document, Member option, String reason) {
    return Finding.of(
            INFO,
            document,
            option.key().range(),
            Message.of(
                "`{option}` has no effect here: {reason}.",
                "option",
                option.name(),
                "reason",
                reason))
        .about(option.range());
  }

  private static Fix removal(Document document, Member option) {
    return Fix.unsafe(
        "Remove `" + option.name() + "`", document, () -> Removal.of(document, List.of(option)));
  }
}
