package io.github.edgelint.cli;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes {@code docs/settings.md} of the schema of {@code .edgelint.toml}. */
final class SettingsPage {

  private static final String SCHEMA = "schemas/settings.schema.json";

  private final StringBuilder page = new StringBuilder();
  private final JsonNode schema;

  private SettingsPage(JsonNode schema) {
    this.schema = schema;
  }

  static String text() throws IOException {
    String text = Files.readString(Repository.root().resolve(SCHEMA));
    return new SettingsPage(JsonMapper.shared().readTree(text)).make();
  }

  private String make() {
    page.append("# All settings\n\nMade of `")
        .append(SCHEMA)
        .append("`; what they are for is told");
    page.append(" in `configuration.md`.\n\n## At the top of `.edgelint.toml`\n");
    table("", schema);
    return page.toString();
  }

  /** The keys of a table, then the tables in it. */
  private void table(String path, JsonNode table) {
    page.append("\n| key | value | what it does |\n|---|---|---|\n");
    List<Runnable> inner = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : resolved(table).path("properties").properties()) {
      JsonNode value = resolved(member.getValue());
      String key = path + member.getKey();
      String description = description(member.getValue());
      if (isTable(value)) {
        inner.add(() -> section("[" + key + "]", description, key, value));
      } else if (isTable(value.path("items"))) {
        inner.add(() -> section("[[" + key + "]]", description, key, value.get("items")));
      } else {
        row('`' + member.getKey() + '`', value, description);
      }
    }
    JsonNode others = resolved(table).path("additionalProperties");
    if (others.isObject()) {
      row("any", others, description(others));
    }
    inner.forEach(Runnable::run);
  }

  private void section(String header, String description, String path, JsonNode table) {
    page.append("\n## `").append(header).append("`\n\n").append(description).append('\n');
    table(path + ".", table);
  }

  private void row(String key, JsonNode value, String description) {
    page.append("| ").append(key).append(" | ").append(values(value)).append(" | ");
    page.append(description.replace("|", "\\|")).append(" |\n");
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.at("/allOf/0/$ref").asString("");
    return reference.isEmpty() ? node : schema.at(reference.substring(1));
  }

  private static boolean isTable(JsonNode value) {
    return value.has("properties") || value.path("additionalProperties").isObject();
  }

  private static String values(JsonNode value) {
    if (value.has("enum")) {
      List<String> words = new ArrayList<>();
      value.get("enum").forEach(word -> words.add("`\"" + word.asString() + "\"`"));
      return String.join(", ", words);
    }
    return switch (value.get("type").asString()) {
      case "array" -> "list of texts";
      case "boolean" -> "`true`, `false`";
      default -> "text";
    };
  }

  private static String description(JsonNode node) {
    String text = node.path("markdownDescription").asString(node.path("description").asString(""));
    StringBuilder all = new StringBuilder(text.replaceAll("\\s+", " "));
    JsonNode meanings = node.path("markdownEnumDescriptions");
    for (int i = 0; i < meanings.size(); i++) {
      all.append(" `").append(node.get("enum").get(i).asString()).append("`: ");
      all.append(meanings.get(i).asString());
    }
    return all.toString();
  }
}
