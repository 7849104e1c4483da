package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE105: a value of a type that its reader does not take. */
final class WrongType extends SchemaRule {

  private static final List<String> EMPTY_MAPS = List.of("registryCredentials", "env");

  WrongType() {
    super(
        RuleInfo.of(
            "EDGE105",
            "wrong-type",
            Severity.ERROR,
            DEVICE_CONFIG,
            MANIFEST,
            TEMPLATE,
            LAYERED,
            ENGINE_CONFIG));
  }

  @Override
  void check(SchemaProblem problem, Document document, RuleContext context) {
    if (problem instanceof SchemaProblem.WrongType type
        && !isComment(type, document)
        && !isNothing(type, document)
        && !isEmptyMap(type, document)) {
      context.report(finding(type, document));
    } else if (problem instanceof SchemaProblem.BadFormat format
        && isNumberInText(format)
        && ValueOutOfRange.brokenByText(format, document).isEmpty()
        && !isForAnother(format)) {
      context.report(finding(format, document));
    }
  }

  /** Whether a text stands where a number would, and only some texts may stand beside numbers. */
  private static boolean isNumberInText(SchemaProblem.BadFormat problem) {
    Set<ValueType> types = problem.place().types();
    return problem.format().isEmpty()
        && (types.contains(ValueType.INTEGER) || types.contains(ValueType.NUMBER));
  }

  private static boolean isComment(SchemaProblem.WrongType problem, Document document) {
    return !Words.isToml(document)
        && problem.member().filter(m -> CommentName.isCommentInMap(m.name())).isPresent();
  }

  /** Whether it is the null of a {@code daemon.json}, which leaves the setting as it is. */
  private static boolean isNothing(SchemaProblem.WrongType problem, Document document) {
    return document.kind() == ENGINE_CONFIG && problem.actual() == ValueType.NULL;
  }

  /**
   * Whether it is empty text for a map that may be left out: the agent's reader makes nothing of it
   * (JamesNK/Newtonsoft.Json:Src/Newtonsoft.Json/Serialization/JsonSerializerInternalReader.cs).
   */
  static boolean isEmptyMap(SchemaProblem.WrongType problem, Document document) {
    return document.manifest().isPresent()
        && problem.value().asText().filter(String::isEmpty).isPresent()
        && problem
            .member()
            .filter(m -> EMPTY_MAPS.stream().anyMatch(m.name()::equalsIgnoreCase))
            .isPresent();
  }

  private Finding finding(SchemaProblem.WrongType problem, Document document) {
    List<String> words =
        problem.allowed().stream().map(allowed -> Words.quoted(allowed.value().display())).toList();
    String expected =
        words.isEmpty()
            ? expected(document, problem.expected(), problem.place())
            : Words.either(words);
    return finding(problem, problem.value(), problem.member(), expected, problem.actual(), document)
        .withFix(
            TypeConversion.fix(
                document, problem.value(), problem.member(), problem.expected(), problem.place()));
  }

  private Finding finding(SchemaProblem.BadFormat problem, Document document) {
    Set<ValueType> expected = Set.of(ValueType.INTEGER);
    return finding(
            problem,
            problem.value(),
            problem.member(),
            word(problem.place())
                .map(word -> numberOr(document, word))
                .orElseGet(() -> Words.types(document, expected)),
            ValueType.STRING,
            document)
        .withFix(
            TypeConversion.fix(
                document, problem.value(), problem.member(), expected, problem.place()));
  }

  private static String expected(Document document, Set<ValueType> types, Place place) {
    boolean both = types.contains(ValueType.INTEGER) && types.contains(ValueType.STRING);
    return word(place)
        .filter(word -> both)
        .map(word -> numberOr(document, word))
        .orElseGet(() -> Words.types(document, types));
  }

  /** The one text that stands for a number, such as {@code infinite}. */
  private static Optional<String> word(Place place) {
    return place.defaultValue().flatMap(JsonValue::asText);
  }

  private static String numberOr(Document document, String word) {
    return Words.types(document, Set.of(ValueType.INTEGER)) + " or `\"" + word + "\"`";
  }

  private Finding finding(
      SchemaProblem problem,
      ConfigNode value,
      Optional<Member> member,
      String expected,
      ValueType actual,
      Document document) {
    return Finding.of(
            info(),
            document,
            rangeOf(value, member),
            Message.of(
                "`{key}` must be {expected} but is {actual}; {consequence}.",
                "key",
                Words.key(document, value),
                "expected",
                expected,
                "actual",
                Words.actual(document, actual),
                "consequence",
                Words.consequence(problem, document)))
        .withSeverity(Words.severity(problem));
  }

  // A table is underlined where it begins: its key or header.
  private static TextRange rangeOf(ConfigNode value, Optional<Member> member) {
    if (!(value instanceof ObjectNode object) || object.form() == ObjectNode.Form.BRACES) {
      return value.range();
    }
    return object.header().isEmpty()
        ? member.map(m -> m.key().range()).orElse(object.header())
        : object.header();
  }
}
