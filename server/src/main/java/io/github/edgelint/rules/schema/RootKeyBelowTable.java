package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** EDGE103: a key of the root that stands below a header and so belongs to that table. */
final class RootKeyBelowTable implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE103", "root-key-below-table", Severity.ERROR, DEVICE_CONFIG);

  // A map whose reader knows all of its keys.
  private static final NodePath KEYD = NodePath.of("aziot_keys");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    // A table may have several headers, through tables below it.
    Map<ObjectNode, TextRange> tables = new LinkedHashMap<>();
    for (Section section : document.tree().sections()) {
      if (!section.header().isEmpty()) {
        tables.putIfAbsent(section.table(), section.header());
      }
    }
    tables.forEach((table, header) -> check(document, table, header, context));
  }

  private static void check(
      Document document, ObjectNode table, TextRange header, RuleContext context) {
    for (Member member : table.members()) {
      if (RootKeys.isOne(document, member.name()) && member.key().range().start() >= header.end()) {
        Place place = document.schema().orElseThrow().lookup().at(table);
        boolean known =
            place.properties().stream().anyMatch(key -> key.name().equals(member.name()));
        if (!known) {
          // As long as the map takes it, the file stays a good one.
          boolean taken =
              place.isFreeMap() && fits(document, document.tree().pathOf(table), member);
          context.report(finding(document, table, header, member, taken));
        }
      }
    }
  }

  private static Finding finding(
      Document document, ObjectNode table, TextRange header, Member member, boolean taken) {
    String key = member.name();
    ObjectNode root = rootOf(document);
    boolean keyd = document.tree().pathOf(table).equals(KEYD);
    Optional<Member> before = root.member(key);
    Finding finding =
        Finding.of(
                INFO,
                document,
                member.key().range(),
                Message.of(
                    "`{key}` stands below {table} and therefore belongs to that table; {consequence}.",
                    "key",
                    key,
                    "table",
                    Words.table(document, table),
                    "consequence",
                    keyd ? "aziot-keyd does not start with it" : "the device never sees it"))
            .about(member.range())
            .withSeverity(taken && !keyd ? Severity.WARNING : Severity.ERROR)
            .relatedTo(document, header, "This header begins the table");
    String title = "Move above the first table";
    DocumentEditor editor = DocumentEditor.of(document);
    // Below the table a bad value does no harm.
    boolean fits =
        document
            .schema()
            .orElseThrow()
            .lookup()
            .problemsOf(member.value(), NodePath.ROOT.child(key))
            .isEmpty();
    return finding.withFix(
        before.isEmpty() && fits
            ? Fix.safe(title, document, () -> editor.move(member, root))
            : Fix.unsafe(
                title,
                document,
                () ->
                    before
                        .map(known -> editor.replace(known, member))
                        .orElseGet(() -> editor.move(member, root))));
  }

  private static ObjectNode rootOf(Document document) {
    return document.tree().root().asObject().orElseThrow();
  }

  // In [agent.env] everything is text, at the root it may have to be a number.
  private static boolean fits(Document document, NodePath table, Member member) {
    return document
        .schema()
        .orElseThrow()
        .lookup()
        .at(table.child(member.name()))
        .types()
        .contains(ValueType.of(member.value(), true));
  }
}
