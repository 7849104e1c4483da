package io.github.edgelint.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.Map;
import java.util.Optional;

/**
 * The section {@code edgelint} of the client's settings, put into the words of {@code
 * .edgelint.toml}. What a file says goes before.
 *
 * @param format whether the server is to lay out files; no file says this
 */
record ClientSettings(String toml, boolean format) {

  /**
   * Reads the section. Null and values of another type count as not said; so do unknown values, as
   * in a file.
   */
  static ClientSettings of(JsonElement section) {
    StringBuilder toml = new StringBuilder();
    text(section, "version").ifPresent(version -> line(toml, "version", version));
    text(section, "profile").ifPresent(profile -> line(toml, "profile", profile));
    JsonElement proxy = member(section, "proxy").orElse(null);
    toml.append("[proxy]\n");
    member(proxy, "required")
        .filter(required -> required instanceof JsonPrimitive value && value.isBoolean())
        .ifPresent(required -> toml.append("required = ").append(required).append('\n'));
    text(proxy, "url").ifPresent(url -> line(toml, "url", url));
    toml.append("[rules]\n");
    if (member(section, "rules").orElse(null) instanceof JsonObject rules) {
      for (Map.Entry<String, JsonElement> rule : rules.entrySet()) {
        text(rules, rule.getKey()).ifPresent(level -> line(toml, quoted(rule.getKey()), level));
      }
    }
    boolean format =
        member(section, "format")
            .filter(value -> value instanceof JsonPrimitive flag && flag.isBoolean())
            .filter(JsonElement::getAsBoolean)
            .isPresent();
    return new ClientSettings(toml.toString(), format);
  }

  private static void line(StringBuilder toml, String key, String value) {
    toml.append(key).append(" = ").append(quoted(value)).append('\n');
  }

  // What JSON escapes in a text, TOML reads as well.
  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  private static Optional<JsonElement> member(JsonElement element, String name) {
    return element instanceof JsonObject object
        ? Optional.ofNullable(object.get(name))
        : Optional.empty();
  }

  /** A text that says something: clients send an empty one for what nobody has set. */
  private static Optional<String> text(JsonElement element, String name) {
    return member(element, name)
        .filter(value -> value instanceof JsonPrimitive primitive && primitive.isString())
        .map(JsonElement::getAsString)
        .filter(value -> !value.isEmpty());
  }

  /** The same documents under these settings; the same snapshot where nothing changes. */
  Snapshot applyTo(Snapshot snapshot) {
    SourceText source = SourceText.of(toml);
    Optional<SourceText> before = snapshot.document(Settings.OF_EDITOR).map(Document::source);
    boolean same = before.map(source::equals).orElse(toml.equals(of(null).toml));
    return same
        ? snapshot
        : snapshot.with(Document.of(Settings.OF_EDITOR, source).from(Origin.COMPANION));
  }
}
