package io.github.edgelint.schema;

import io.github.edgelint.schema.JsonValue.Items;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a schema tells about a place beside what it demands. Read from the file when it is asked
 * for; a place that is only checked costs nothing.
 */
public final class Documentation {

  /** The object of our own annotations. Other tools pass over it. */
  static final String OURS = "x-edgelint";

  private final JsonReader file;
  private String[] keywords = new String[0];
  private int[] offsets = new int[0];

  Documentation(JsonReader file) {
    this.file = file;
  }

  /** Notes where the value of an annotation stands. */
  void note(String keyword, int offset) {
    int count = keywords.length;
    keywords = Arrays.copyOf(keywords, count + 1);
    offsets = Arrays.copyOf(offsets, count + 1);
    keywords[count] = keyword;
    offsets[count] = offset;
  }

  /** Plain text. */
  public Optional<String> description() {
    return text("description");
  }

  /** What an editor shows: {@code markdownDescription}, else {@code description}. */
  public Optional<String> markdown() {
    return text("markdownDescription").or(this::description);
  }

  /** What the runtime does as long as the key is absent. */
  public Optional<JsonValue> defaultValue() {
    return value("default");
  }

  public List<JsonValue> examples() {
    return items("examples");
  }

  public List<Snippet> snippets() {
    List<Snippet> snippets = new ArrayList<>();
    for (JsonValue snippet : items("defaultSnippets")) {
      snippet
          .get("body")
          .ifPresent(
              body ->
                  snippets.add(
                      new Snippet(
                          snippet.get("label").flatMap(JsonValue::asText).orElse(""),
                          snippet.get("description").flatMap(JsonValue::asText),
                          body)));
    }
    return snippets;
  }

  public boolean isDeprecated() {
    return value("deprecated").filter(JsonValue::isTrue).isPresent()
        || deprecationMessage().isPresent();
  }

  /** What to use instead, and why. */
  public Optional<String> deprecationMessage() {
    return text("deprecationMessage");
  }

  /** What to say about a text that does not match its pattern. */
  public Optional<String> patternMessage() {
    return text("patternErrorMessage");
  }

  /** What a reader does with a document that breaks the schema here. */
  public Optional<String> consequence() {
    return annotation("consequence").flatMap(JsonValue::asText);
  }

  /** Whether the value must never be shown. */
  public boolean isSecret() {
    return annotation("secret").filter(JsonValue::isTrue).isPresent();
  }

  /** The name of the format that a text has; what it means is known elsewhere. */
  public Optional<String> format() {
    return annotation("format").flatMap(JsonValue::asText);
  }

  /** The type to write, where the reader takes other types as well. */
  public Optional<ValueType> type() {
    return annotation("type").flatMap(JsonValue::asText).map(ValueType::ofKeyword);
  }

  /** The release that introduced the key. */
  public Optional<String> since() {
    return annotation("since").flatMap(JsonValue::asText);
  }

  /** The last release that knew the key. */
  public Optional<String> until() {
    return annotation("until").flatMap(JsonValue::asText);
  }

  /** An annotation of ours: a member of {@code x-edgelint}. */
  public Optional<JsonValue> annotation(String name) {
    return value(OURS).flatMap(ours -> ours.get(name));
  }

  /** What the value at {@code index} of {@code enum} means. */
  Optional<String> ofAllowedValue(int index) {
    return item("markdownEnumDescriptions", index).or(() -> item("enumDescriptions", index));
  }

  private Optional<String> item(String keyword, int index) {
    List<JsonValue> all = items(keyword);
    return index < all.size() ? all.get(index).asText() : Optional.empty();
  }

  private Optional<String> text(String keyword) {
    return value(keyword).flatMap(JsonValue::asText);
  }

  private List<JsonValue> items(String keyword) {
    return value(keyword)
        .map(value -> value instanceof Items array ? array.items() : List.<JsonValue>of())
        .orElse(List.of());
  }

  private Optional<JsonValue> value(String keyword) {
    for (int i = 0; i < keywords.length; i++) {
      if (keywords[i].equals(keyword)) {
        return Optional.of(file.at(offsets[i]).value());
      }
    }
    return Optional.empty();
  }
}
