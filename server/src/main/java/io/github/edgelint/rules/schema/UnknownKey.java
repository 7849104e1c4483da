package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE100: a key that nobody reads. */
final class UnknownKey extends SchemaRule {

  UnknownKey() {
    super(
        RuleInfo.of(
            "EDGE100",
            "unknown-key",
            Severity.WARNING,
            DEVICE_CONFIG,
            MANIFEST,
            TEMPLATE,
            LAYERED));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.UnknownKey unknown
        && !CommentName.isComment(unknown.member().name())
        && !KeyNames.isPieceOfCreateOptions(unknown, document)
        && BetterPlace.of(unknown, document).isEmpty()) {
      context.report(finding(unknown, document));
    }
  }

  private Finding finding(SchemaProblem.UnknownKey unknown, Document document) {
    String key = unknown.member().name();
    Optional<String> near = NearestName.of(key, absentKeys(unknown));
    Finding finding =
        Finding.of(
            info(),
            document,
            unknown.range(),
            Message.of(
                "`{key}` is not a setting of {table}, and {reader} ignores it without a message"
                    + (near.isPresent() ? "; did you mean `{near}`?" : "."),
                "key",
                key,
                "table",
                Words.table(document, unknown.object()),
                "reader",
                Words.reader(document, unknown.object()),
                "near",
                near.orElse("")));
    return finding.withFix(
        near.map(
            name ->
                Fix.unsafe(
                    "Rename to `" + name + "`",
                    document,
                    () -> DocumentEditor.of(document).rename(unknown.member(), name))));
  }

  private static List<String> absentKeys(SchemaProblem.UnknownKey unknown) {
    return unknown.place().properties().stream()
        .map(Property::name)
        .filter(name -> unknown.object().memberIgnoreCase(name).isEmpty())
        .toList();
  }
}
