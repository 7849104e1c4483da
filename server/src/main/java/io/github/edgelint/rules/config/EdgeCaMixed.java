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
        .filter(edgeCa -> edgeCa.isIssued() || edgeCa.hasFiles())
        // Whether such a method decides, nobody knows yet.
        .filter(edgeCa -> !edgeCa.hasUnknownMethod())
        .ifPresent(
            edgeCa -> {
              List<Member> ignored = ignored(edgeCa);
              if (!ignored.isEmpty()) {
                context.report(finding(document, edgeCa, ignored));
              }
            });
  }

  private static List<Member> ignored(EdgeCa edgeCa) {
    List<Member> ignored = new ArrayList<>();
    if (edgeCa.isIssued() && edgeCa.hasFiles()) {
      edgeCa.member("cert").ifPresent(ignored::add);
      edgeCa.member("pk").ifPresent(ignored::add);
    } else if (!edgeCa.isIssued()) {
      edgeCa.member("method").ifPresent(ignored::add);
    }
    edgeCa.member(EdgeCa.EXPIRY).ifPresent(ignored::add);
    return ignored;
  }

  private static Finding finding(Document document, EdgeCa edgeCa, List<Member> ignored) {
    Member winner = edgeCa.member(edgeCa.isIssued() ? "method" : "cert").orElseThrow();
    List<String> names = ignored.stream().map(Member::name).toList();
    Finding finding =
        Finding.of(
                INFO,
                document,
                ignored.get(0).key().range(),
                Message.of(
                    "The Edge CA comes from {winner}; {ignored} {are} ignored.",
                    "winner",
                    edgeCa.isIssued() ? "the issuer of `method`" : "the files `cert` and `pk`",
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
