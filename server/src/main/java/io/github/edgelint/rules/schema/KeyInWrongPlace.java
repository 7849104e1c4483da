package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE102: a key that is read elsewhere. */
final class KeyInWrongPlace extends SchemaRule {

  // More names than these make a sentence nobody reads.
  private static final int MOST_NAMED = 3;

  KeyInWrongPlace() {
    super(
        RuleInfo.of(
            "EDGE102",
            "key-in-wrong-place",
            Severity.WARNING,
            DEVICE_CONFIG,
            MANIFEST,
            TEMPLATE,
            LAYERED));
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (document.kind() == DEVICE_CONFIG) {
      for (StrandedKeys stranded : StrandedKeys.of(document)) {
        context.report(finding(stranded, document));
      }
    }
    super.check(document, context);
  }

  private Finding finding(StrandedKeys stranded, Document document) {
    String name = Words.table(document, stranded.header().path());
    List<Member> keys = stranded.keys();
    return Finding.of(
            info(),
            document,
            stranded.header().range(),
            Message.of(
                "{name} is commented out, so {keys} below it become{s} {what} of {here}; uncomment"
                    + " the header.",
                "name",
                name,
                "keys",
                keys.size() > MOST_NAMED
                    ? "the " + keys.size() + " keys"
                    : Words.all(keys.stream().map(Member::name).map(Words::quoted).toList()),
                "s",
                keys.size() == 1 ? "s" : "",
                "what",
                keys.size() == 1 ? "a key" : "keys",
                "here",
                Words.table(document, stranded.table())))
        .withFix(Fix.unsafe("Uncomment " + name, document, () -> stranded.header().uncomment()))
        .withFix(
            Fix.unsafe(
                "Comment out what stands below it",
                document,
                () -> new TomlEditor(document.tree()).commentOut(stranded.range())));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.UnknownKey unknown
        && MissingDot.of(unknown, document).isEmpty()) {
      BetterPlace.of(unknown, document)
          .ifPresent(place -> context.report(finding(unknown, place, document)));
    }
  }

  private Finding finding(SchemaProblem.UnknownKey unknown, BetterPlace place, Document document) {
    String there = Words.table(document, place.path());
    Finding finding =
        Finding.of(
            info(),
            document,
            unknown.range(),
            Message.of(
                place.spread()
                    ? "`{key}` has no effect in {here}; its keys belong in {there} itself."
                    : "`{key}` has no effect in {here}; it belongs in {there}.",
                "key",
                unknown.member().name(),
                "here",
                Words.table(document, unknown.object()),
                "there",
                there));
    return finding.withFix(fix(unknown, place, there, document));
  }

  private static Optional<Fix> fix(
      SchemaProblem.UnknownKey unknown, BetterPlace place, String there, Document document) {
    Member member = unknown.member();
    DocumentEditor editor = DocumentEditor.of(document);
    if (place.spread()) {
      return Optional.of(
          Fix.unsafe(
              "Move its keys to " + there,
              document,
              () -> editor.spread(member, unknown.object())));
    }
    Optional<ObjectNode> target = place.target(document);
    if (target.isPresent()) {
      return target
          .filter(object -> object.memberIgnoreCase(member.name()).isEmpty())
          .map(object -> move(document, member, object, place.path(), there));
    }
    return Optional.of(
        Fix.unsafe("Move to " + there, document, () -> editor.moveInto(member, place.path())));
  }

  private static Fix move(
      Document document, Member member, ObjectNode object, List<String> path, String there) {
    DocumentEditor editor = DocumentEditor.of(document);
    NodePath place = new NodePath(path).child(member.name());
    String title = "Move to " + there;
    // Where nobody reads it, a bad value does no harm.
    return document.schema().orElseThrow().lookup().problemsOf(member.value(), place).isEmpty()
        ? Fix.safe(title, document, () -> editor.move(member, object))
        : Fix.unsafe(title, document, () -> editor.move(member, object));
  }
}
