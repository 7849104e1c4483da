package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.SchemaProblem.OtherSpelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * EDGE111: what the runtime takes and the published schema refuses. One finding per kind and file,
 * at the first place; its fix mends all of them.
 */
final class StricterPublishedSchema implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE111", "stricter-published-schema", Severity.INFO, MANIFEST, TEMPLATE, LAYERED);

  private static final List<String> NOT_FOR_EDGE_AGENT =
      List.of("status", "restartPolicy", "startupOrder");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document.manifest().ifPresent(manifest -> new Check(document, manifest, context).run());
  }

  private record Check(Document document, DeploymentManifest manifest, RuleContext context) {

    void run() {
      spellings();
      if (document.kind() == LAYERED) {
        return;
      }
      emptyMaps();
      restartPolicies();
      if (document.kind() == DocumentKind.MANIFEST) {
        runtimeSettings();
        startupOrders();
        keysOfEdgeAgent();
        versionNumbers();
        schemaKey();
        hubMissing();
      }
    }

    private void spellings() {
      List<OtherSpelling> words = new ArrayList<>();
      List<OtherSpelling> others = new ArrayList<>();
      document.schema().orElseThrow().problems().stream()
          .filter(OtherSpelling.class::isInstance)
          .map(OtherSpelling.class::cast)
          .filter(spelling -> !isVersion(spelling))
          .sorted(Comparator.comparing(OtherSpelling::range))
          .forEach(spelling -> (canonical(spelling).isPresent() ? words : others).add(spelling));
      if (!words.isEmpty()) {
        String word = canonical(words.get(0)).orElseThrow().value().display();
        context.report(
            finding(words.get(0))
                .withFix(Fix.safe("Write `" + word + "`", document, () -> canonicalAll(words))));
      }
      if (!others.isEmpty()) {
        context.report(finding(others.get(0)));
      }
    }

    private Finding finding(OtherSpelling spelling) {
      String key = Words.key(document, spelling.value());
      return finding(spelling.range(), "`" + spelling.value().text() + "` as `" + key + "`");
    }

    private static boolean isVersion(OtherSpelling spelling) {
      return spelling.member().filter(m -> m.name().equalsIgnoreCase("schemaVersion")).isPresent();
    }

    private List<TextEdit> canonicalAll(List<OtherSpelling> spellings) {
      List<TextEdit> edits = new ArrayList<>();
      for (OtherSpelling spelling : spellings) {
        canonical(spelling)
            .ifPresent(
                word ->
                    edits.addAll(
                        new JsonEditor(document.tree())
                            .set(spelling.value(), WrittenValue.of(word.value()))));
      }
      return edits;
    }

    // Always, OnFailure, onfailure: letter case and hyphens.
    private static Optional<AllowedValue> canonical(OtherSpelling spelling) {
      String word = bare(spelling.value().text());
      return spelling.allowed().stream()
          .filter(allowed -> bare(allowed.value().display()).equalsIgnoreCase(word))
          .findFirst();
    }

    private static String bare(String word) {
      return word.replace("-", "");
    }

    private void emptyMaps() {
      List<SchemaProblem.WrongType> texts =
          document.schema().orElseThrow().problems().stream()
              .filter(SchemaProblem.WrongType.class::isInstance)
              .map(SchemaProblem.WrongType.class::cast)
              .filter(problem -> WrongType.isEmptyMap(problem, document))
              .sorted(Comparator.comparing(problem -> problem.value().range()))
              .toList();
      if (!texts.isEmpty()) {
        ConfigNode first = texts.get(0).value();
        context.report(
            finding(first.range(), "empty text as `" + Words.key(document, first) + "`")
                .withFix(Fix.safe("Write `{}`", document, () -> emptyEach(texts))));
      }
    }

    private List<TextEdit> emptyEach(List<SchemaProblem.WrongType> texts) {
      List<TextEdit> edits = new ArrayList<>();
      for (SchemaProblem.WrongType text : texts) {
        edits.addAll(new JsonEditor(document.tree()).set(text.value(), NewValue.literal("{}")));
      }
      return edits;
    }

    private void restartPolicies() {
      List<Module> without = new ArrayList<>();
      for (Module module : manifest.modules()) {
        boolean wanted = !module.isAgent() && !module.isLayered();
        if (wanted
            && !module.restartPolicy().isPresent()
            && module.node() instanceof ObjectNode object
            && !isMisspelt(object, "restartPolicy")) {
          without.add(module);
        }
      }
      if (!without.isEmpty()) {
        context.report(
            finding(
                    without.get(0).nameRange(),
                    "`" + without.get(0).name() + "` without `restartPolicy`")
                .withFix(
                    Fix.safe(
                        "Add `restartPolicy` with its default",
                        document,
                        () -> addPolicies(without))));
      }
    }

    private List<TextEdit> addPolicies(List<Module> modules) {
      List<TextEdit> edits = new ArrayList<>();
      JsonEditor editor = new JsonEditor(document.tree());
      for (Module module : modules) {
        NewValue policy = NewValue.text(module.isHub() ? "always" : "on-unhealthy");
        Optional<Member> status = module.member("status");
        edits.addAll(
            status.isPresent()
                ? editor.insertAfter(status.get(), "restartPolicy", policy)
                : editor.insert(module.node().asObject().orElseThrow(), "restartPolicy", policy));
      }
      return edits;
    }

    private void runtimeSettings() {
      manifest
          .edgeAgent()
          .flatMap(agent -> agent.entry("runtime"))
          .filter(
              runtime ->
                  runtime.value() instanceof ObjectNode object
                      && object.memberIgnoreCase("settings").isEmpty()
                      && !isMisspelt(object, "settings"))
          .ifPresent(
              runtime ->
                  context.report(finding(runtime.nameRange(), "`runtime` without `settings`")));
    }

    /** Whether a key is there under a name of which another rule says what becomes of it. */
    private boolean isMisspelt(ObjectNode object, String key) {
      return Misspelling.of(document, object, key)
          .filter(misspelling -> misspelling.isReported(context))
          .isPresent();
    }

    private void startupOrders() {
      boolean old =
          manifest.agent("schemaVersion").asText().filter(v -> v.startsWith("1.0")).isPresent();
      List<Member> orders = new ArrayList<>();
      for (Module module : manifest.modules()) {
        if (old && !module.isAgent()) {
          module.member("startupOrder").ifPresent(orders::add);
        }
      }
      if (!orders.isEmpty()) {
        context.report(
            finding(
                    orders.get(0).key().range(),
                    "`startupOrder` with schema version "
                        + manifest.agent("schemaVersion").asText().orElse(""))
                // The agent orders modules whatever the version says, so its absence is felt.
                .withFix(Fix.unsafe("Remove the key", document, () -> removeEach(orders))));
      }
    }

    private List<TextEdit> removeEach(List<Member> members) {
      List<TextEdit> edits = new ArrayList<>();
      members.forEach(member -> edits.addAll(new JsonEditor(document.tree()).remove(member)));
      return edits;
    }

    private void keysOfEdgeAgent() {
      Optional<Module> module = manifest.agentModule();
      Optional<ObjectNode> object = module.flatMap(agent -> agent.node().asObject());
      List<Member> keys = new ArrayList<>();
      if (object.isPresent()) {
        NOT_FOR_EDGE_AGENT.forEach(key -> module.get().member(key).ifPresent(keys::add));
        keys.sort(Comparator.comparing(key -> key.key().range()));
      }
      if (!keys.isEmpty()) {
        String name = keys.get(0).name();
        context.report(
            finding(keys.get(0).key().range(), "`" + name + "` on edgeAgent and ignores it")
                .about(keys.get(0).value().range())
                .withFix(
                    Fix.safe("Remove the key", document, () -> removeAll(object.get(), keys))));
      }
    }

    private List<TextEdit> removeAll(ObjectNode parent, List<Member> members) {
      return new JsonEditor(document.tree()).remove(parent, members);
    }

    private void versionNumbers() {
      List<ConfigNode> versions = new ArrayList<>();
      manifest.edgeAgent().ifPresent(agent -> versions.add(agent.get("schemaVersion")));
      manifest.modules().forEach(module -> versions.add(module.version()));
      List<ScalarNode> numbers =
          versions.stream()
              .flatMap(version -> version.asScalar().stream())
              .filter(
                  scalar ->
                      scalar.type() == ScalarNode.Type.INTEGER
                          || scalar.type() == ScalarNode.Type.FLOAT)
              .sorted(Comparator.comparing(ScalarNode::range))
              .toList();
      if (!numbers.isEmpty()) {
        context.report(
            finding(numbers.get(0).range(), "the version as a number")
                .withFix(Fix.safe("Quote", document, () -> quoteAll(numbers))));
      }
    }

    private List<TextEdit> quoteAll(List<ScalarNode> numbers) {
      List<TextEdit> edits = new ArrayList<>();
      for (ScalarNode number : numbers) {
        edits.addAll(new JsonEditor(document.tree()).set(number, NewValue.text(number.text())));
      }
      return edits;
    }

    private void schemaKey() {
      document
          .tree()
          .root()
          .asObject()
          .filter(root -> root.member("modulesContent").isPresent())
          .flatMap(root -> root.member("$schema"))
          .ifPresent(
              key ->
                  context.report(
                      finding(key.key().range(), "`$schema` beside `modulesContent`")
                          // Editors may need it.
                          .withFix(
                              Fix.unsafe(
                                  "Remove the key", document, () -> removeEach(List.of(key))))));
    }

    private void hubMissing() {
      Optional<Member> content = manifest.modulesContent();
      if (manifest.isFullManifest() && manifest.edgeHub().isEmpty() && content.isPresent()) {
        Finding finding = finding(content.get().key().range(), "a manifest without `$edgeHub`");
        context.report(misspeltHub().map(key -> finding.about(key.range())).orElse(finding));
      }
    }

    private Optional<Key> misspeltHub() {
      return manifest.sections().stream()
          .filter(
              section ->
                  NearestName.of(section.id(), List.of(DeploymentManifest.HUB_ID)).isPresent())
          .map(section -> section.member().key())
          .findFirst();
    }

    private Finding finding(TextRange range, String what) {
      return Finding.of(
          INFO,
          document,
          range,
          Message.of(
              "The runtime accepts {what}, but the published schema does not, so `az iot edge` and"
                  + " schema-checking editors refuse the file.",
              "what",
              what));
    }
  }
}
