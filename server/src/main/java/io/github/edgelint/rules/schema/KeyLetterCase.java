package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE101: a key that is known in another spelling. */
final class KeyLetterCase extends SchemaRule {

  static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE101", "key-letter-case", Severity.ERROR, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED);

  KeyLetterCase() {
    super(INFO);
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.KeyLetterCase spelling
        && (Words.isToml(document) || spelling.object() != document.tree().root())) {
      context.report(finding(spelling, document));
    }
    if (problem instanceof SchemaProblem.UnknownKey unknown) {
      MissingDot.of(unknown, document)
          .ifPresent(meant -> context.report(finding(unknown, meant, document)));
    }
  }

  private Finding finding(SchemaProblem.UnknownKey unknown, MissingDot meant, Document document) {
    ObjectNode root = document.tree().root().asObject().orElseThrow();
    List<String> above = meant.path().subList(0, meant.path().size() - 1);
    boolean needed =
        root.at(above.toArray(String[]::new))
            .asObject()
            .flatMap(table -> Misspelling.demandOf(document, table, meant.last()))
            .isPresent();
    return finding(
            needed ? Reading.NEEDED_WITH_DOT : Reading.NO_DOT,
            unknown.member().name(),
            meant.dotted(),
            unknown.range(),
            document)
        .withFix(fix(document, unknown.member(), meant));
  }

  static Fix fix(Document document, Member member, MissingDot meant) {
    return Fix.safe(
        "Rename to `" + meant.dotted() + "`", document, () -> meant.repair(member, document));
  }

  static Fix fix(Document document, Member member, String canonical) {
    return Fix.safe(
        "Rename to `" + canonical + "`",
        document,
        () -> DocumentEditor.of(document).rename(member, canonical));
  }

  private Finding finding(SchemaProblem.KeyLetterCase spelling, Document document) {
    String key = spelling.member().name();
    String canonical = spelling.canonical();
    boolean both =
        spelling.object().member(canonical).isPresent()
            && !SplitTable.isPart(spelling.object().get(canonical), spelling.member().value());
    Reading reading =
        Words.isToml(document)
                && Misspelling.needOf(document, spelling.object(), spelling.member(), canonical)
                    .isPresent()
            ? Reading.NEEDED
            : reading(spelling, document);
    Finding finding = finding(reading, key, canonical, spelling.range(), document);
    return both ? finding : finding.withFix(fix(document, spelling.member(), canonical));
  }

  private Finding finding(
      Reading reading, String key, String canonical, TextRange range, Document document) {
    return Finding.of(
            info(),
            document,
            range,
            Message.of(
                reading.sentence + "; write `{canonical}`.", "key", key, "canonical", canonical))
        .withSeverity(reading.severity);
  }

  private static Reading reading(SchemaProblem.KeyLetterCase spelling, Document document) {
    boolean sameWord = spelling.member().name().equalsIgnoreCase(spelling.canonical());
    if (Words.isToml(document)) {
      return sameWord ? Reading.CASE_SENSITIVE : Reading.OTHER_WORD;
    }
    if (!sameWord || spelling.canonical().equals("properties.desired")) {
      return Reading.OTHER_WORD;
    }
    boolean hub = document.tree().pathOf(spelling.object()).steps().contains("$edgeHub");
    return hub && spelling.canonical().equals("schemaVersion")
        ? Reading.NO_VERSION
        : Reading.TOLERATED;
  }

  /** What its reader makes of the key. */
  private enum Reading {
    CASE_SENSITIVE(Severity.WARNING, "`{key}` is not read, because keys are case-sensitive here"),
    NEEDED(
        Severity.ERROR,
        "`{key}` is not read, because keys are case-sensitive here, and `iotedge config apply`"
            + " refuses the file without the right one"),
    NO_DOT(Severity.WARNING, "`{key}` is not read, because a dot parts the names of tables"),
    NEEDED_WITH_DOT(
        Severity.ERROR,
        "`{key}` is not read, because a dot parts the names of tables, and `iotedge config apply`"
            + " refuses the file without the right one"),
    OTHER_WORD(Severity.WARNING, "`{key}` is not read"),
    NO_VERSION(
        Severity.ERROR, "edgeHub finds no `schemaVersion` and refuses its whole configuration"),
    TOLERATED(
        Severity.INFO,
        "The runtime accepts `{key}`, but the published schema and the Azure CLI do not");

    private final Severity severity;
    private final String sentence;

    Reading(Severity severity, String sentence) {
      this.severity = severity;
      this.sentence = sentence;
    }
  }
}
