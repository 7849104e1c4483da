package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.workspace.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** EDGE104: an object without a key that its reader needs. */
final class MissingKey extends SchemaRule {

  MissingKey() {
    super(
        RuleInfo.of(
                "EDGE104",
                "missing-key",
                Severity.ERROR,
                DEVICE_CONFIG,
                MANIFEST,
                TEMPLATE,
                LAYERED)
            .ofAbsence());
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.MissingKeys missing
        && !isForAnother(missing)
        && !isEmptyForAnother(missing, document, context)) {
      List<Property> keys =
          missing.missing().stream()
              .filter(key -> !Misspelling.isOff(document, missing.object(), key.name(), context))
              .filter(key -> text(key, "absentRule").isEmpty())
              .toList();
      if (!keys.isEmpty()) {
        context.report(finding(missing, keys, document));
      }
    }
  }

  /** Whether another rule speaks of an object that has nothing at all. */
  private static boolean isEmptyForAnother(
      SchemaProblem.MissingKeys missing, Document document, RuleContext context) {
    return missing.object().members().isEmpty()
        && document.schema().orElseThrow().keyProblemsOf(missing.object()).stream()
            .flatMap(
                problem ->
                    problem instanceof SchemaProblem.MissingKeys other
                        ? other.missing().stream()
                        : Stream.empty())
            .flatMap(key -> text(key, "absentRule").stream())
            .flatMap(code -> RuleCatalog.find(code).stream())
            .anyMatch(context::isOn);
  }

  private Finding finding(
      SchemaProblem.MissingKeys missing, List<Property> keys, Document document) {
    List<String> names = keys.stream().map(Property::name).map(Words::quoted).toList();
    String object = Words.table(document, missing.object());
    Finding finding =
        Finding.of(
                info(),
                document,
                missing.range(),
                Message.of(
                    "{object} has no {keys}; {consequence}.",
                    "object",
                    object.startsWith("the ") ? "The" + object.substring(3) : object,
                    "keys",
                    Words.either(names),
                    "consequence",
                    consequence(missing, keys, document)))
            .withSeverity(Words.severity(missing));
    return finding.withFix(fix(missing, keys, document));
  }

  // Not every absent key makes the reader refuse the document.
  private static String consequence(
      SchemaProblem.MissingKeys missing, List<Property> keys, Document document) {
    List<String> absent = keys.stream().flatMap(key -> text(key, "absent").stream()).toList();
    return absent.size() == keys.size() ? Words.all(absent) : Words.consequence(missing, document);
  }

  /** What follows from the absence of one of the missing keys. */
  static String consequence(SchemaProblem.MissingKeys missing, String key, Document document) {
    return consequence(
        missing,
        missing.missing().stream().filter(each -> each.name().equals(key)).toList(),
        document);
  }

  private static Optional<String> text(Property key, String annotation) {
    return key.place()
        .said(documentation -> documentation.annotation(annotation))
        .flatMap(JsonValue::asText);
  }

  private static Fix fix(
      SchemaProblem.MissingKeys missing, List<Property> keys, Document document) {
    Map<String, NewValue> values = new LinkedHashMap<>();
    boolean certain = true;
    for (Property key : keys) {
      StandIn standIn = StandIn.of(key);
      values.put(key.name(), standIn.value());
      certain &= standIn.certain();
    }
    String title =
        "Insert " + Words.all(keys.stream().map(Property::name).map(Words::quoted).toList());
    DocumentEditor editor = DocumentEditor.of(document);
    return certain
        ? Fix.safe(title, document, () -> editor.insert(missing.object(), values))
        : Fix.placeholder(title, document, () -> editor.insert(missing.object(), values));
  }
}
