package io.github.edgelint.schema;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a schema tells about a place beside what it demands. Read from the file on demand; a place
 * that is only checked costs nothing.
 */
public final class Documentation {

  /** The object of our own annotations. Other tools pass over it. */
  static final String OURS = "x-edgelint";

  private final Map<String, JsonValue> keywords;

  Documentation(Map<String, JsonValue> keywords) {
    this.keywords = keywords;
  }

  public Optional<String> title() {
    return text("title");
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
    return Optional.ofNullable(keywords.get("default"));
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
    return keywords.containsKey("deprecationMessage")
        || Optional.ofNullable(keywords.get("deprecated")).filter(JsonValue::isTrue).isPresent();
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
    return Optional.ofNullable(keywords.get(OURS)).flatMap(ours -> ours.get(name));
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
    return Optional.ofNullable(keywords.get(keyword)).flatMap(JsonValue::asText);
  }

  private List<JsonValue> items(String keyword) {
    return keywords.get(keyword) instanceof Items array ? array.items() : List.of();
  }

  static Documentation of(JsonValue schema) {
    return new Documentation(schema instanceof Members object ? object.members() : Map.of());
  }
}
