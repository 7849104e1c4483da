package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE329: an {@code [edge_ca]} with keys of two forms, of which one is ignored. */
final class EdgeCaMixed extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE329", "edge-ca-mixed", Severity.WARNING, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    EdgeCa.of(config)
        // Whether such a method decides, nobody knows yet.
        .filter(edgeCa -> !edgeCa.hasUnknownMethod())
        .ifPresent(
            edgeCa ->
                winner(edgeCa)
                    .ifPresent(
                        winner -> {
                          List<Member> ignored = ignored(edgeCa, winner);
                          if (!ignored.isEmpty()) {
                            context.report(finding(document, winner, ignored));
                          }
                        }));
  }

  /** The key that decides on the form. */
  private static Optional<Member> winner(EdgeCa edgeCa) {
    return edgeCa.member(edgeCa.isIssued() ? "method" : edgeCa.hasFiles() ? "cert" : EdgeCa.EXPIRY);
  }

  private static List<Member> ignored(EdgeCa edgeCa, Member winner) {
    List<Member> ignored = new ArrayList<>();
    boolean fromFiles = winner.name().equals("cert");
    if (!fromFiles && (edgeCa.hasFiles() || edgeCa.hasExpiry())) {
      edgeCa.member("cert").ifPresent(ignored::add);
      edgeCa.member("pk").ifPresent(ignored::add);
    }
    for (String other : List.of("method", EdgeCa.EXPIRY)) {
      edgeCa.member(other).filter(member -> member != winner).ifPresent(ignored::add);
    }
    return ignored;
  }

  private static Finding finding(Document document, Member winner, List<Member> ignored) {
    List<String> names = ignored.stream().map(Member::name).toList();
    Finding finding =
        Finding.of(
                INFO,
                document,
                ignored.get(0).key().range(),
                Message.of(
                    "The Edge CA comes from {winner}; {ignored} {are} ignored.",
                    "winner",
                    switch (winner.name()) {
                      case "method" -> "the issuer of `method`";
                      case "cert" -> "the files `cert` and `pk`";
                      default -> "the quickstart that `" + EdgeCa.EXPIRY + "` asks for";
                    },
                    "ignored",
                    Words.list(names),
                    "are",
                    names.size() == 1 ? "is" : "are"))
            .about(ignored.get(0).range())
            .relatedTo(document, winner.key().range(), "this decides");
    for (Member other : ignored.subList(1, ignored.size())) {
      finding = finding.relatedTo(document, other.key().range(), "ignored, too");
    }
    return finding.withFix(
        Fix.unsafe("Remove " + Words.list(names), document, () -> Removal.of(document, ignored)));
  }
}
