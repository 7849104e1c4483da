package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** EDGE445: a credential without one of its fields, or one where nobody looks for it. */
final class RegistryCredentialInvalid extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE445", "registry-credential-invalid", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final List<String> FIELDS = List.of("address", "username", "password");
  private static final Set<String> SETTINGS_KEYS =
      Set.of("mindockerversion", "loggingoptions", "registrycredentials");

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (RegistryCredential credential : manifest.registryCredentials()) {
      if (credential.value() instanceof ObjectNode object && !isComment(credential.name())) {
        for (String field : FIELDS) {
          checkField(document, credential, object, field, context);
        }
      }
    }
    if (manifest.agent("runtime", "settings") instanceof ObjectNode settings) {
      for (Member member : settings.members()) {
        if (!SETTINGS_KEYS.contains(member.name().toLowerCase(Locale.ROOT))
            && isCredential(member.value())) {
          misplaced(document, settings, member, context);
        }
      }
    }
  }

  private static void checkField(
      Document document,
      RegistryCredential credential,
      ObjectNode object,
      String field,
      RuleContext context) {
    Optional<Member> member = object.memberIgnoreCase(field);
    boolean blank =
        member.isEmpty() || member.get().value().asText().filter(String::isBlank).isPresent();
    if (!blank) {
      return;
    }
    String standIn = "<" + field + ">";
    JsonEditor editor = new JsonEditor(document.tree());
    context.report(
        Finding.of(
                INFO,
                document,
                member.map(m -> m.value().range()).orElse(credential.nameRange()),
                Message.of(
                    "`{field}` of credential `{name}` is {state}, and the agent refuses the whole"
                        + " deployment (400).",
                    "field",
                    field,
                    "name",
                    credential.name(),
                    "state",
                    member.isEmpty() ? "missing" : "blank"))
            .about(credential.member().range())
            .withFix(
                Fix.placeholder(
                    "Enter the " + field,
                    standIn,
                    document,
                    () ->
                        member.isEmpty()
                            ? editor.insert(object, field, NewValue.text(standIn))
                            : editor.set(member.get().value(), NewValue.text(standIn)))));
  }

  private static boolean isCredential(ConfigNode node) {
    for (Member member : node.members()) {
      if (FIELDS.contains(member.name().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static void misplaced(
      Document document, ObjectNode settings, Member member, RuleContext context) {
    JsonEditor editor = new JsonEditor(document.tree());
    Optional<Member> credentials = settings.memberIgnoreCase("registryCredentials");
    context.report(
        Finding.of(
                INFO,
                document,
                member.key().range(),
                Message.of(
                    "`{name}` is ignored outside `registryCredentials`, so images are pulled"
                        + " anonymously; move it there.",
                    "name",
                    member.name()))
            .withSeverity(Severity.WARNING)
            .withFix(
                Fix.safe(
                    "Move into `registryCredentials`",
                    document,
                    () -> {
                      if (credentials.isPresent()) {
                        return credentials.get().value() instanceof ObjectNode target
                            ? editor.move(member, target)
                            : List.of();
                      }
                      String value = member.range().of(document.source().text());
                      return List.of(
                          new TextEdit(
                              member.range(), "\"registryCredentials\": { " + value + " }"));
                    })));
  }

  private static boolean isComment(String name) {
    return name.startsWith("_") || name.startsWith("//") || name.startsWith("$comment");
  }
}
