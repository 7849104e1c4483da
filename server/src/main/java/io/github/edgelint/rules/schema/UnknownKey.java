package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE100: a key that nobody reads. */
final class UnknownKey extends SchemaRule {

  static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE100", "unknown-key", Severity.WARNING, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED);

  UnknownKey() {
    super(INFO);
  }

  @Override
  public void check(Document document, RuleContext context) {
    super.check(document, context);
    document
        .manifest()
        .filter(manifest -> manifest.edgeHub().isEmpty())
        .ifPresent(
            manifest -> {
              for (Member member : manifest.modulesContentNode().members()) {
                if (isMeantForHub(member.name())) {
                  context.report(ofHub(member, document));
                }
              }
            });
  }

  private static boolean isMeantForHub(String name) {
    return name.equalsIgnoreCase("edgeHub")
        || (name.startsWith("$")
            && NearestName.of(name, List.of(DeploymentManifest.HUB_ID)).isPresent());
  }

  private Finding ofHub(Member member, Document document) {
    String name = DeploymentManifest.HUB_ID;
    return Finding.of(
            info(),
            document,
            member.key().range(),
            Message.of(
                "`{key}` is taken for the twin of a module, and edgeHub gets nothing of what stands"
                    + " there; did you mean `{near}`?",
                "key",
                member.name(),
                "near",
                name))
        .withFix(fix(document, member, name));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.UnknownKey unknown && reports(unknown, document)) {
      context.report(finding(unknown, document));
    } else if (problem instanceof SchemaProblem.MissingKeys missing) {
      for (Property key : missing.missing()) {
        Misspelling.amongFreeNames(document, missing.object(), key.name())
            .ifPresent(
                misspelling ->
                    context.report(
                        finding(
                            misspelling.member(),
                            missing.object(),
                            Optional.of(key.name()),
                            Optional.of(new Misspelling.Need(missing, key.name())),
                            document)));
      }
    }
  }

  /** Whether the key is of nobody's else business. */
  static boolean reports(SchemaProblem.UnknownKey unknown, Document document) {
    return !CommentName.isComment(unknown.member().name())
        && !KeyNames.isPieceOfCreateOptions(unknown, document)
        && MissingDot.of(unknown, document).isEmpty()
        && BetterPlace.of(unknown, document).isEmpty();
  }

  private Finding finding(SchemaProblem.UnknownKey unknown, Document document) {
    Optional<String> near = Misspelling.meant(unknown);
    Optional<Misspelling.Need> need =
        near.flatMap(
            name -> Misspelling.needOf(document, unknown.object(), unknown.member(), name));
    return finding(unknown.member(), unknown.object(), near, need, document);
  }

  private Finding finding(
      Member member,
      ObjectNode object,
      Optional<String> near,
      Optional<Misspelling.Need> need,
      Document document) {
    Message message =
        need.isPresent()
            ? Message.of(
                "`{key}` is not a setting of {table}, and without `{near}`, which it seems to mean,"
                    + " {consequence}.",
                "key",
                member.name(),
                "table",
                Words.table(document, object),
                "near",
                near.orElseThrow(),
                "consequence",
                MissingKey.consequence(need.get().missing(), need.get().key(), document))
            : Message.of(
                "`{key}` is not a setting of {table}, and {reader} ignores it without a message"
                    + (near.isPresent() ? "; did you mean `{near}`?" : "."),
                "key",
                member.name(),
                "table",
                Words.table(document, object),
                "reader",
                Words.reader(document, object),
                "near",
                near.orElse(""));
    Finding finding = Finding.of(info(), document, member.key().range(), message);
    return need.map(each -> finding.withSeverity(Words.severity(each.missing())))
        .orElse(finding)
        .withFix(near.map(name -> fix(document, member, name)));
  }

  static Fix fix(Document document, Member member, String name) {
    return Fix.unsafe(
        "Rename to `" + name + "`",
        document,
        () ->
            Misspelling.nestedDesired(member)
                .filter(desired -> name.endsWith(".desired"))
                .map(desired -> List.of(unwrapped(document, member, name, desired)))
                .orElseGet(() -> DocumentEditor.of(document).rename(member, name)));
  }

  private static TextEdit unwrapped(
      Document document, Member member, String name, ConfigNode desired) {
    String value = desired.range().of(document.source().text());
    return new TextEdit(member.range(), JsonText.quote(name) + ": " + value);
  }
}
