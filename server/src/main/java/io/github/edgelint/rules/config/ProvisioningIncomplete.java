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
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** EDGE301: keys that the chosen way of provisioning needs are not there. */
final class ProvisioningIncomplete extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE301", "provisioning-incomplete", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  private static final String ENDPOINT = "https://global.azure-devices-provisioning.net";
  private static final String NO_VARIANT = "did not match any variant of untagged enum ";

  /** What fixes write where only a person knows the value. */
  private static final Map<String, NewValue> STAND_INS =
      Map.ofEntries(
          Map.entry("source", NewValue.text("<manual or dps>")),
          Map.entry("connection_string", NewValue.text("<connection string of the device>")),
          Map.entry("iothub_hostname", NewValue.text("<hub>.azure-devices.net")),
          Map.entry("device_id", NewValue.text("<device id>")),
          Map.entry("global_endpoint", NewValue.text(ENDPOINT)),
          Map.entry("id_scope", NewValue.text("<id scope>")),
          Map.entry("method", NewValue.text("<method>")),
          Map.entry("registration_id", NewValue.text("<registration id>")),
          Map.entry("device_id_pk", key()),
          Map.entry("symmetric_key", key()),
          Map.entry("identity_cert", NewValue.text("file:///<certificate>")),
          Map.entry("identity_pk", NewValue.text("file:///<private key>")));

  /**
   * Keys that a table lacks.
   *
   * @param table the names that lead to it
   * @param of what they are needed for
   * @param generic what {@code iotedge config apply} says
   */
  private record Lack(
      ObjectNode node, List<String> table, String of, List<String> missing, String generic) {}

  private static NewValue key() {
    return NewValue.object("value", NewValue.text("<base64 key>"));
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Provisioning.of(config)
        .ifPresent(
            provisioning -> {
              for (Lack lack : lacks(document, provisioning, context)) {
                context.report(finding(document, lack));
              }
            });
  }

  /** Whether nothing that the chosen way needs is missing or under another name. */
  static boolean isComplete(Document document, Provisioning provisioning, RuleContext context) {
    return lacks(document, provisioning, context).isEmpty()
        && ForeignWord.of(provisioning).isEmpty();
  }

  private static List<Lack> lacks(
      Document document, Provisioning provisioning, RuleContext context) {
    ObjectNode table = provisioning.table();
    if (table.member("source").isEmpty()) {
      return Misspelling.isOff(document, table, "source", context)
          ? List.of()
          : List.of(lack(table, "", "", List.of("source"), ""));
    }
    List<ForeignWord> words = ForeignWord.of(provisioning);
    List<Lack> lacks = new ArrayList<>();
    List<String> missing = missing(document, provisioning, context);
    missing.removeAll(ForeignWord.rightNames(words));
    String source = "`source = \"" + provisioning.form().source() + "\"`";
    if (!missing.isEmpty()) {
      boolean manual = provisioning.form() == Form.MANUAL;
      lacks.add(lack(table, "", source, missing, manual ? NO_VARIANT + "ManualProvisioning" : ""));
    }
    if (words.stream().noneMatch(ForeignWord::partOfProof)
        && provisioning.proof() instanceof ObjectNode proof) {
      List<String> ofProof = missingInProof(document, provisioning, proof, context);
      ofProof.removeAll(ForeignWord.rightNames(words));
      if (!ofProof.isEmpty()) {
        String method = provisioning.method();
        lacks.add(
            lack(
                proof,
                provisioning.form().proof(),
                method.isEmpty() ? source : "`method = \"" + method + "\"`",
                ofProof,
                generic(provisioning.form(), method)));
      }
    }
    return lacks;
  }

  private static String generic(Form form, String method) {
    return form == Form.MANUAL
        ? NO_VARIANT + "ManualProvisioning"
        : method.equals("x509") ? NO_VARIANT + "X509Identity" : "";
  }

  private static Lack lack(
      ObjectNode node, String below, String of, List<String> missing, String generic) {
    List<String> path = below.isEmpty() ? List.of("provisioning") : List.of("provisioning", below);
    String said =
        generic.isEmpty()
            ? "missing field" + (missing.size() == 1 ? " " + missing.get(0) : "")
            : generic;
    return new Lack(node, path, of, List.copyOf(missing), said);
  }

  private static List<String> missing(
      Document document, Provisioning provisioning, RuleContext context) {
    ObjectNode table = provisioning.table();
    return switch (provisioning.form()) {
      case MANUAL -> {
        if (absent(context, document, table, "connection_string").isEmpty()) {
          yield new ArrayList<>();
        }
        List<String> missing =
            absent(context, document, table, "iothub_hostname", "device_id", "authentication");
        boolean none = missing.size() == 3 && table.member("attestation").isEmpty();
        yield none ? new ArrayList<>(List.of("connection_string")) : missing;
      }
      case DPS -> absent(context, document, table, "global_endpoint", "id_scope", "attestation");
      case NONE, UNKNOWN -> new ArrayList<>();
    };
  }

  private static List<String> missingInProof(
      Document document, Provisioning provisioning, ObjectNode proof, RuleContext context) {
    if (proof.member("method").isEmpty()) {
      return absent(context, document, proof, "method");
    }
    boolean manual = provisioning.form() == Form.MANUAL;
    return switch (provisioning.method()) {
      case "sas" -> manual ? absent(context, document, proof, "device_id_pk") : new ArrayList<>();
      case "symmetric_key" ->
          manual
              ? new ArrayList<>()
              : absent(context, document, proof, "registration_id", "symmetric_key");
      case "tpm" ->
          manual ? new ArrayList<>() : absent(context, document, proof, "registration_id");
      case "x509" ->
          proof.get("identity_cert") instanceof ScalarNode
              ? absent(context, document, proof, "identity_pk")
              : absent(context, document, proof, "identity_cert");
      default -> new ArrayList<>();
    };
  }

  /** Keys that are not there; one whose value is not typed yet is a matter of the syntax. */
  private static List<String> absent(
      RuleContext context, Document document, ObjectNode table, String... keys) {
    List<String> absent = new ArrayList<>();
    for (String key : keys) {
      if (table.member(key).isEmpty() && !Misspelling.isOff(document, table, key, context)) {
        absent.add(key);
      }
    }
    return absent;
  }

  private static Finding finding(Document document, Lack lack) {
    boolean choice = lack.missing().equals(List.of("connection_string"));
    Message message =
        Message.of(
            "Provisioning{of} needs {missing}{choice}; `iotedge config apply` reports only"
                + " `{generic}`, at line 1.",
            "of",
            lack.of().isEmpty() ? "" : " with " + lack.of(),
            "missing",
            Words.list(lack.missing()),
            "choice",
            choice ? ", or `iothub_hostname`, `device_id` and `authentication`" : "",
            "generic",
            lack.generic());
    return Finding.of(INFO, document, TableHeader.of(document.tree(), lack.node()), message)
        .withFix(fix(document, lack));
  }

  private static Fix fix(Document document, Lack lack) {
    String title = "Insert " + Words.list(lack.missing());
    if (lack.missing().equals(List.of("global_endpoint"))) {
      return Fix.unsafe(title, document, () -> new TomlEditor(document.tree()).put(wanted(lack)));
    }
    return Fix.placeholder(
        title, document, () -> new TomlEditor(document.tree()).put(wanted(lack)));
  }

  private static List<TomlEditor.Wanted> wanted(Lack lack) {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    for (String key : lack.missing()) {
      if (STAND_INS.containsKey(key)) {
        keys.put(key, STAND_INS.get(key));
      } else {
        List<String> table = new ArrayList<>(lack.table());
        table.add(key);
        wanted.add(new TomlEditor.Wanted(table, Map.of("method", STAND_INS.get("method"))));
      }
    }
    if (!keys.isEmpty()) {
      wanted.add(0, new TomlEditor.Wanted(lack.table(), keys));
    }
    return wanted;
  }
}
