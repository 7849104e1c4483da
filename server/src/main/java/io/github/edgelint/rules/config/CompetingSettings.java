package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Base64Key;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE304: two ways to say the same, of which one is ignored or both are refused. */
final class CompetingSettings extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE304", "competing-settings", Severity.ERROR, DEVICE_CONFIG);

  /** Keys whose value decides which others are read. */
  private static final Set<String> SELECTORS = Set.of("source", "method");

  private static final Set<String> METHODS = Set.of("sas", "symmetric_key", "tpm", "x509");

  /** The keys that a connection string stands for. */
  private static final List<String> EXPLICIT =
      List.of("iothub_hostname", "device_id", "authentication");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    parents(document, config, context);
    Provisioning.of(config)
        .ifPresent(
            provisioning -> {
              forms(document, provisioning, context);
              keys(document, provisioning, context);
              if (provisioning.form() != Form.UNKNOWN
                  && ProvisioningIncomplete.isComplete(document, provisioning, context)
                  && !ProvisioningNone.isTheMistake(config, provisioning)) {
                otherForms(document, provisioning, context);
                otherMethods(document, provisioning, context);
              }
            });
  }

  private static void parents(Document document, DeviceConfig config, RuleContext context) {
    Optional<Member> name = config.member("parent_hostname");
    Optional<Member> alias = config.member("local_gateway_hostname");
    if (name.isPresent() && alias.isPresent()) {
      boolean aliasLater = alias.get().key().range().start() > name.get().key().range().start();
      Member later = aliasLater ? alias.get() : name.get();
      Member earlier = aliasLater ? name.get() : alias.get();
      context.report(
          Finding.of(
                  INFO,
                  document,
                  later.key().range(),
                  Message.of(
                      "`parent_hostname` and `local_gateway_hostname` are the same setting, and"
                          + " `iotedge config apply` refuses both together."))
              .relatedTo(document, earlier.key().range(), "the same setting")
              .withFix(removal(document, List.of(alias.get()))));
    }
  }

  /** A connection string and the explicit keys. */
  private static void forms(Document document, Provisioning provisioning, RuleContext context) {
    ObjectNode table = provisioning.table();
    Optional<Member> string = table.member("connection_string");
    if (provisioning.form() != Form.MANUAL
        || string.isEmpty()
        || provisioning.connectionString().isEmpty()) {
      return;
    }
    List<Member> explicit = new ArrayList<>();
    for (String key : EXPLICIT) {
      table.member(key).ifPresent(explicit::add);
    }
    if (explicit.isEmpty()) {
      return;
    }
    if (provisioning.isByConnectionString()) {
      report(document, string, explicit, context);
    } else if (provisioning.isExplicit()) {
      reportFaulty(document, string.get(), explicit, context);
    }
  }

  /** A key that is given and said to be elsewhere. */
  private static void keys(Document document, Provisioning provisioning, RuleContext context) {
    for (String key : List.of("device_id_pk", "symmetric_key")) {
      if (provisioning.proof().get(key) instanceof ObjectNode table) {
        Optional<Member> value = table.member("value");
        Optional<Member> uri = table.member("uri");
        if (value.isPresent() && uri.isPresent()) {
          boolean decides =
              value
                  .get()
                  .value()
                  .asText()
                  .filter(t -> !Placeholders.find(t).isEmpty() || Base64Key.isValid(t))
                  .isPresent();
          if (decides) {
            report(document, value, List.of(uri.get()), context);
          } else {
            reportFaulty(document, value.get(), List.of(uri.get()), context);
          }
        }
      }
    }
  }

  /** Keys of a way of provisioning that {@code source} did not choose. */
  private static void otherForms(
      Document document, Provisioning provisioning, RuleContext context) {
    List<Member> ignored = unread(document, provisioning.table());
    if (provisioning.form() == Form.MANUAL) {
      ignored.removeIf(
          member -> EXPLICIT.contains(member.name()) || member.name().equals("connection_string"));
    }
    report(document, provisioning.table().member("source"), ignored, context);
  }

  /** Keys of a method that was not chosen. */
  private static void otherMethods(
      Document document, Provisioning provisioning, RuleContext context) {
    if (provisioning.proof() instanceof ObjectNode proof
        && METHODS.contains(provisioning.method())) {
      List<Member> ignored = unread(document, proof);
      List<Member> besideIssued = new ArrayList<>();
      if (provisioning.method().equals("x509")) {
        ignored.stream().filter(key -> key.name().equals("identity_pk")).forEach(besideIssued::add);
        ignored.removeAll(besideIssued);
      }
      report(document, proof.member("method"), ignored, context);
      report(document, proof.member("identity_cert"), besideIssued, context);
    }
  }

  private static List<Member> unread(Document document, ObjectNode table) {
    return document.schema().orElseThrow().lookup().unreadMembers(table);
  }

  private static void report(
      Document document, Optional<Member> decides, List<Member> losers, RuleContext context) {
    if (decides.isEmpty() || losers.isEmpty()) {
      return;
    }
    Member winner = decides.get();
    List<String> names = losers.stream().map(Member::name).toList();
    Finding finding =
        Finding.of(
                INFO,
                document,
                losers.get(0).key().range(),
                Message.of(
                    "`{winner}` decides, and {losers} {are} ignored.",
                    "winner",
                    SELECTORS.contains(winner.name())
                        ? winner.name() + " = \"" + winner.value().asText().orElse("") + '"'
                        : winner.name(),
                    "losers",
                    Words.list(names),
                    "are",
                    names.size() == 1 ? "is" : "are"))
            .withSeverity(Severity.WARNING)
            .relatedTo(document, winner.key().range(), "this decides");
    for (Member other : losers.subList(1, losers.size())) {
      finding = finding.relatedTo(document, other.key().range(), "ignored, too");
    }
    context.report(finding.withFix(removal(document, losers)));
  }

  /** A key that would decide if its value were one. */
  private static void reportFaulty(
      Document document, Member faulty, List<Member> winners, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                document,
                faulty.key().range(),
                Message.of(
                    "{faulty} is not valid and therefore ignored; {winners} {decide}.",
                    "faulty",
                    Words.list(List.of(faulty.name())),
                    "winners",
                    Words.list(winners.stream().map(Member::name).toList()),
                    "decide",
                    winners.size() == 1 ? "decides" : "decide"))
            .withSeverity(Severity.WARNING)
            .relatedTo(document, winners.get(0).key().range(), "this decides")
            .withFix(removal(document, List.of(faulty))));
  }

  private static Fix removal(Document document, List<Member> members) {
    List<String> names = members.stream().map(Member::name).toList();
    return Fix.unsafe("Remove " + Words.list(names), document, () -> Removal.of(document, members));
  }
}
