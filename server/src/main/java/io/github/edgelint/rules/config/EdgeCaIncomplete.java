package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EDGE328: an {@code [edge_ca]} that fits none of its forms. */
final class EdgeCaIncomplete extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE328", "edge-ca-incomplete", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  private static final Set<String> OF_QUICKSTART = Set.of("auto_renew", "common_name", "subject");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    EdgeCa.of(config)
        // A method that is wrong is a matter of EDGE106.
        .filter(edgeCa -> edgeCa.member("method").isEmpty())
        .filter(edgeCa -> !edgeCa.hasFiles() && !edgeCa.hasExpiry())
        .ifPresent(edgeCa -> context.report(finding(document, edgeCa)));
  }

  /** A key of one of the forms, under another name. */
  private static Optional<Misspelling> misspelling(Document document, EdgeCa edgeCa) {
    for (String key : List.of("cert", "pk", "method", EdgeCa.EXPIRY)) {
      Optional<Misspelling> found = Misspelling.of(document, edgeCa.table(), key);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Document document, EdgeCa edgeCa) {
    boolean cert = edgeCa.member("cert").isPresent();
    boolean pk = edgeCa.member("pk").isPresent();
    List<String> there = edgeCa.table().members().stream().map(Member::name).toList();
    Optional<Misspelling> misspelling = misspelling(document, edgeCa);
    String missing =
        misspelling
            .map(other -> "`" + other.member().name() + "` seems to mean `" + other.meant() + "`")
            .orElse(
                cert
                    ? "`pk` is missing"
                    : pk
                        ? "`cert` is missing"
                        : there.isEmpty() ? "it is empty" : "it has only " + Words.list(there));
    Message message =
        Message.of(
            "`[edge_ca]` is neither from files (`cert` and `pk`), nor issued (`method`), nor"
                + " quickstart (`auto_generated_edge_ca_expiry_days`): {missing}; `iotedge config"
                + " apply` refuses it.",
            "missing",
            missing);
    if (misspelling.isPresent()) {
      return Finding.of(INFO, document, misspelling.get().member().key().range(), message)
          .withFix(misspelling.get().fix());
    }
    return Finding.of(INFO, document, TableHeader.of(document.tree(), edgeCa.table()), message)
        .withFix(cert || pk ? half(document, cert ? "pk" : "cert") : quickstart(document, there));
  }

  private static Fix half(Document document, String key) {
    String standIn = key.equals("pk") ? "<private key of the CA>" : "<certificate of the CA>";
    return Fix.placeholder(
        "Add `" + key + "`",
        document,
        () -> put(document, key, NewValue.text("file:///" + standIn)));
  }

  private static Fix quickstart(Document document, List<String> there) {
    String title = "Add `" + EdgeCa.EXPIRY + " = 90`";
    boolean meant = !there.isEmpty() && OF_QUICKSTART.containsAll(there);
    return meant
        ? Fix.safe(title, document, () -> put(document, EdgeCa.EXPIRY, NewValue.literal("90")))
        : Fix.unsafe(title, document, () -> put(document, EdgeCa.EXPIRY, NewValue.literal("90")));
  }

  private static List<TextEdit> put(Document document, String key, NewValue value) {
    return new TomlEditor(document.tree())
        .put(new TomlEditor.Wanted(List.of("edge_ca"), Map.of(key, value)));
  }
}
