package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.SETTINGS;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentSchema;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE910: a part of the settings that does not fit. */
final class SettingsInvalid implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE910", "settings-invalid", Severity.ERROR, SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (document.source().isUtf16()) {
      context.report(
          Finding.of(
              INFO,
              document,
              new TextRange(0, 1),
              Message.of(
                  "The file is UTF-16, so all of `.edgelint.toml` is ignored; save it as"
                      + " UTF-8.")));
      return;
    }
    for (SyntaxProblem problem : document.tree().problems()) {
      String what = "This is no TOML (" + problem.detail() + ")";
      context.report(finding(document, problem.range(), what));
    }
    for (SchemaProblem problem :
        document.schema().map(DocumentSchema::problems).orElse(List.of())) {
      check(problem, document, context);
    }
    checkExtended(document, context);
  }

  private static void checkExtended(Document document, RuleContext context) {
    ConfigNode extend = document.tree().root().get("extend");
    Optional<DocPath> target = Settings.extendedBy(document);
    if (target.isEmpty()) {
      return;
    }
    if (!target.get().name().endsWith(Settings.FILE_NAME)) {
      String what = "`extend` must name a file whose name ends in `" + Settings.FILE_NAME + "`";
      context.report(finding(document, extend.range(), what));
    } else if (context.snapshot().document(target.get()).isEmpty()
        && !FileScanner.exists(target.get())) {
      context.report(finding(document, extend.range(), "`extend` names a file that is not there"));
    } else if (Settings.isInCircle(document, context.snapshot())) {
      context.report(finding(document, extend.range(), "`extend` leads back to this file"));
    }
  }

  // What else the schema asks for has rules of its own.
  private static void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.UnknownKey unknown) {
      List<String> known = unknown.place().properties().stream().map(Property::name).toList();
      Optional<String> near = NearestName.of(unknown.member().name(), known);
      context.report(unknownKey(document, unknown.member(), unknown.object(), near, known));
    } else if (problem instanceof SchemaProblem.KeyLetterCase key) {
      Optional<String> near = Optional.of(key.canonical());
      context.report(unknownKey(document, key.member(), key.object(), near, List.of()));
    } else if (problem instanceof SchemaProblem.WrongType type) {
      String what = "`" + path(document, type.value()) + "` must be " + words(type.expected());
      context.report(finding(document, type.range(), what));
    } else if (problem instanceof SchemaProblem.NotAllowedValue value) {
      List<String> allowed =
          value.allowed().stream().map(AllowedValue::value).map(v -> v.display()).toList();
      String what =
          "`%s` has another value than those allowed (%s)"
              .formatted(path(document, value.value()), String.join(", ", allowed));
      context.report(finding(document, value.range(), what));
    }
  }

  private static Finding unknownKey(
      Document document,
      Member member,
      ConfigNode object,
      Optional<String> near,
      List<String> known) {
    String prefix = path(document, object);
    String name = (prefix.isEmpty() ? "" : prefix + ".") + member.name();
    TextRange range = member.key().range();
    if (near.isEmpty()) {
      String what =
          "`%s` is no setting (there are %s)"
              .formatted(name, String.join(", ", known.stream().sorted().toList()));
      return finding(document, range, what);
    }
    String what = "`%s` is no setting (did you mean `%s`?)".formatted(name, near.get());
    return finding(document, range, what)
        .withFix(
            Fix.unsafe(
                "Rename to `" + near.get() + "`",
                document,
                () -> List.of(new TextEdit(range, near.get()))));
  }

  private static Finding finding(Document document, TextRange range, String what) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of("{what}; this part of `.edgelint.toml` is ignored.", "what", what));
  }

  /** The dotted name of a setting; items of arrays have that of their array. */
  private static String path(Document document, ConfigNode value) {
    List<String> steps = document.tree().pathOf(value).steps();
    return String.join(".", steps.stream().filter(step -> !step.matches("\\d+")).toList());
  }

  private static String words(Set<ValueType> types) {
    if (types.contains(ValueType.BOOLEAN)) {
      return "`true` or `false`";
    }
    if (types.contains(ValueType.STRING)) {
      return "a string";
    }
    return types.contains(ValueType.ARRAY) ? "an array" : "a table";
  }
}
