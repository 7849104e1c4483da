package io.github.edgelint.rules.schema;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.json.JsonVerdict;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a value in the type that its place wants, where that leaves no doubt. */
final class TypeConversion {

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9A-Fa-f](_?[0-9A-Fa-f]){0,14}");

  private final Document document;
  private final ConfigNode value;
  private final Set<ValueType> expected;
  private final Place place;

  private TypeConversion(
      Document document, ConfigNode value, Set<ValueType> expected, Place place) {
    this.document = document;
    this.value = value;
    this.expected = expected;
    this.place = place;
  }

  /**
   * @param member whose value it is; empty for items of arrays
   * @param place what the schema says about the value
   */
  static Optional<Fix> fix(
      Document document,
      ConfigNode value,
      Optional<Member> member,
      Set<ValueType> expected,
      Place place) {
    TypeConversion conversion = new TypeConversion(document, value, expected, place);
    if (value instanceof ScalarNode scalar) {
      return conversion.ofScalar(scalar);
    }
    if (value instanceof ObjectNode object) {
      return conversion.ofObject(object, member);
    }
    return Optional.empty();
  }

  private Optional<Fix> ofScalar(ScalarNode scalar) {
    if (scalar.type() == ScalarNode.Type.STRING) {
      return ofText(scalar.text());
    }
    boolean quotable =
        scalar.type() != ScalarNode.Type.NULL
            && expected.contains(ValueType.STRING)
            && place.takesText(scalar.text());
    return quotable
        ? safe("Quote", NewValue.text(scalar.text()))
        : wrapped(NewValue.literal(scalar.text()));
  }

  private Optional<Fix> ofText(String text) {
    if (isUnquotable(text)) {
      return safe("Remove the quotes", NewValue.literal(text.strip()));
    }
    if (expected.contains(ValueType.OBJECT)) {
      return objectOf(text)
          .flatMap(
              object ->
                  safe(
                      "Convert JSON to " + (Words.isToml(document) ? "a TOML table" : "an object"),
                      object))
          .or(() -> asUri(text));
    }
    return wrapped(NewValue.text(text));
  }

  private boolean isUnquotable(String text) {
    String bare = text.strip();
    boolean number =
        DECIMAL.matcher(bare).matches()
            || (Words.isToml(document) && HEXADECIMAL.matcher(bare).matches());
    return (number && (expected.contains(ValueType.INTEGER) || expected.contains(ValueType.NUMBER)))
        || (expected.contains(ValueType.BOOLEAN) && (bare.equals("true") || bare.equals("false")));
  }

  private Optional<NewValue> objectOf(String text) {
    if (!text.strip().startsWith("{") || JsonVerdict.isRefused(text)) {
      return Optional.empty();
    }
    ConfigNode root = JsonParser.parse(SourceText.of(text)).root();
    // TOML has no null.
    return Words.isToml(document) && holdsNull(root) ? Optional.empty() : WrittenValue.of(root);
  }

  private static boolean holdsNull(ConfigNode node) {
    return node.asScalar().filter(s -> s.type() == ScalarNode.Type.NULL).isPresent()
        || node.items().stream().anyMatch(TypeConversion::holdsNull)
        || node.members().stream().anyMatch(member -> holdsNull(member.value()));
  }

  // payload = "file:///x" was meant as payload = { uri = "file:///x" }.
  private Optional<Fix> asUri(String text) {
    List<Property> properties = place.properties();
    boolean uri = properties.size() == 1 && properties.get(0).name().equals("uri");
    return uri && text.contains(":")
        ? safe("Wrap in `{ uri = … }`", NewValue.object("uri", NewValue.text(text)))
        : Optional.empty();
  }

  private Optional<Fix> wrapped(NewValue item) {
    return expected.contains(ValueType.ARRAY) && expected.size() == 1
        ? safe("Wrap in `[ ]`", NewValue.array(item))
        : Optional.empty();
  }

  private Optional<Fix> ofObject(ObjectNode object, Optional<Member> member) {
    Optional<ScalarNode> only = onlyValue(object);
    if (expected.contains(ValueType.STRING)
        && object.form() == ObjectNode.Form.BRACES
        && only.isPresent()) {
      return safe("Unwrap `value`", NewValue.text(only.get().text()));
    }
    if (expected.contains(ValueType.ARRAY) && object.form() == ObjectNode.Form.TABLE) {
      return Optional.of(
          Fix.safe(
              "Write `[[…]]`",
              document,
              () ->
                  List.of(
                      TextEdit.insert(object.header().start(), "["),
                      TextEdit.insert(object.header().end(), "]"))));
    }
    return expected.contains(ValueType.STRING) && object.form() == ObjectNode.Form.IMPLICIT
        ? member.flatMap(this::dottedName)
        : Optional.empty();
  }

  private static Optional<ScalarNode> onlyValue(ObjectNode object) {
    return object.members().size() == 1 && object.members().get(0).name().equalsIgnoreCase("value")
        ? object.members().get(0).value().asScalar()
        : Optional.empty();
  }

  // A.B = "x" is a table A to TOML; the name of the variable needs quotes.
  private Optional<Fix> dottedName(Member member) {
    StringBuilder name = new StringBuilder(member.name());
    Member last = member;
    while (last.value() instanceof ObjectNode object
        && object.form() == ObjectNode.Form.IMPLICIT
        && object.members().size() == 1) {
      last = object.members().get(0);
      name.append('.').append(last.name());
    }
    int start = member.key().range().start();
    int end = last.key().range().end();
    boolean oneKey =
        last.value() instanceof ScalarNode
            && member.key().quote() == Quote.NONE
            && end > start
            && document.source().lines().lineOf(start) == document.source().lines().lineOf(end);
    return oneKey
        ? Optional.of(
            Fix.safe(
                "Quote the dotted name",
                document,
                () ->
                    List.of(
                        new TextEdit(new TextRange(start, end), TomlText.quote(name.toString())))))
        : Optional.empty();
  }

  private Optional<Fix> safe(String title, NewValue replacement) {
    boolean written = !(value instanceof ArrayNode);
    return written
        ? Optional.of(
            Fix.safe(title, document, () -> DocumentEditor.of(document).set(value, replacement)))
        : Optional.empty();
  }
}
