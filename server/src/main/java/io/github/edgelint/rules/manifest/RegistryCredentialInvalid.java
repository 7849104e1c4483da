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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        List<String> blank = FIELDS.stream().filter(field -> isBlank(object, field)).toList();
        if (!blank.isEmpty()) {
          context.report(finding(document, credential, object, blank));
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

  private static boolean isBlank(ObjectNode credential, String field) {
    Optional<Member> member = credential.memberIgnoreCase(field);
    return member.isEmpty() || member.get().value().asText().filter(String::isBlank).isPresent();
  }

  private static Finding finding(
      Document document, RegistryCredential credential, ObjectNode object, List<String> fields) {
    List<Member> there =
        fields.stream().flatMap(field -> object.memberIgnoreCase(field).stream()).toList();
    String state =
        there.size() == fields.size() ? "blank" : there.isEmpty() ? "missing" : "blank or missing";
    int last = fields.size() - 1;
    return Finding.of(
            INFO,
            document,
            there.isEmpty() ? credential.nameRange() : there.get(0).value().range(),
            Message.of(
                "{fields} of credential `{name}` "
                    + (last == 0 ? "is" : "are")
                    + " {state}, and the agent refuses the whole deployment (400).",
                "fields",
                listed(fields.stream().map(field -> "`" + field + "`").toList()),
                "name",
                credential.name(),
                "state",
                state))
        .about(credential.member().range())
        .withFix(
            Fix.placeholder(
                "Enter the " + listed(fields), document, () -> enter(document, object, fields)));
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String standIn(String field) {
    return "<" + field + ">";
  }

  private static List<TextEdit> enter(
      Document document, ObjectNode credential, List<String> fields) {
    JsonEditor editor = new JsonEditor(document.tree());
    List<TextEdit> edits = new ArrayList<>();
    Map<String, NewValue> missing = new LinkedHashMap<>();
    for (String field : fields) {
      NewValue value = NewValue.text(standIn(field));
      credential
          .memberIgnoreCase(field)
          .ifPresentOrElse(
              member -> edits.addAll(editor.set(member.value(), value)),
              () -> missing.put(field, value));
    }
    if (!missing.isEmpty()) {
      edits.addAll(editor.insert(credential, missing));
    }
    return edits;
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
                      return editor.nest(member, "registryCredentials");
                    })));
  }

  private static boolean isComment(String name) {
    return name.startsWith("_") || name.startsWith("//") || name.startsWith("$comment");
  }
}
