package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** EDGE302: words of manual provisioning beside {@code source = "dps"}, or the other way round. */
final class ProvisioningVocabulary extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE302", "provisioning-vocabulary", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Provisioning.of(config)
        .ifPresent(
            provisioning -> {
              List<ForeignWord> ofProof = new ArrayList<>();
              for (ForeignWord word : ForeignWord.of(provisioning)) {
                if (word.partOfProof()) {
                  ofProof.add(word);
                } else {
                  context.report(finding(document, provisioning, List.of(word)));
                }
              }
              if (!ofProof.isEmpty()) {
                ofProof.sort(Comparator.comparing(ForeignWord::range));
                context.report(finding(document, provisioning, ofProof));
              }
            });
  }

  private static Finding finding(
      Document document, Provisioning provisioning, List<ForeignWord> words) {
    ForeignWord first = words.get(0);
    TextRange all = first.range().union(words.get(words.size() - 1).range());
    Finding finding =
        Finding.of(INFO, document, first.range(), message(provisioning, first)).about(all);
    for (ForeignWord other : words.subList(1, words.size())) {
      String right = other.right().isEmpty() ? "has no counterpart" : other.right();
      finding = finding.relatedTo(document, other.range(), "`" + other.word() + "`: " + right);
    }
    if (words.stream().anyMatch(word -> word.right().isEmpty())) {
      return finding;
    }
    if (first.word().equals("scope_id")) {
      return finding.withFix(
          Fix.safe("Rename to `id_scope`", document, () -> edits(document, words)));
    }
    List<String> names = words.stream().map(ForeignWord::right).distinct().toList();
    String verb = first.moves() ? "Move to " : "Rename to ";
    return finding.withFix(
        Fix.unsafe(verb + Words.list(names), document, () -> edits(document, words)));
  }

  private static Message message(Provisioning provisioning, ForeignWord word) {
    String source = provisioning.form().source();
    if (word.moves()) {
      return Message.of(
          "With `source = \"{source}\"`, `{word}` {place}; `iotedge config apply` refuses the"
              + " file.",
          "source",
          source,
          "word",
          word.partOfProof() ? "identity_cert" : word.word(),
          "place",
          word.partOfProof()
              ? "belongs into `[provisioning."
                  + word.right()
                  + "]`, not below `"
                  + word.word()
                  + "`"
              : "belongs into `[" + word.right() + "]`");
    }
    return Message.of(
        "`{word}` belongs to {other} provisioning; with `source = \"{source}\"` {instead}.",
        "word",
        word.word(),
        "other",
        word.word().equals("scope_id")
            ? "the config.yaml of IoT Edge 1.1, not to this"
            : other(provisioning),
        "source",
        source,
        "instead",
        word.right().isEmpty()
            ? "the methods are `sas` and `x509`"
            : "it is called `" + word.right() + "`");
  }

  private static String other(Provisioning provisioning) {
    return provisioning.form() == Provisioning.Form.DPS ? "manual" : "DPS";
  }

  private static List<TextEdit> edits(Document document, List<ForeignWord> words) {
    TomlEditor editor = new TomlEditor(document.tree());
    List<TextEdit> edits = new ArrayList<>();
    for (ForeignWord word : words) {
      List<TextEdit> repair = word.repair().apply(editor);
      if (repair.isEmpty()) {
        return List.of();
      }
      edits.addAll(repair);
    }
    return edits;
  }
}
