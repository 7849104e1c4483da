package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every schema that we ship keeps to, since our readers rely on it. */
class BundledSchemasTest {

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(Repository.root().resolve("schemas"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".schema.json"))
          .map(Schemas::nameOf)
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_schemas() throws IOException {
    assertThat(names()).contains("device-config", "deployment-manifest", "create-options");
  }

  @ParameterizedTest
  @MethodSource("names")
  void our_reader_reads_what_jackson_reads(String name) {
    byte[] file = Schemas.bundled().bytes(name);
    assertThat(toJackson(JsonReader.of(file).lastValue()))
        .isEqualTo(JsonMapper.shared().readTree(file));
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_keyword_is_understood_and_every_reference_leads_somewhere(String name) {
    assertThat(allSchemasOf(name)).isNotEmpty();
  }

  // An editor that knows the address of a schema looks for its neighbours there, in the network,
  // and
  // not beside the file that it was given.
  @ParameterizedTest
  @MethodSource("names")
  void no_schema_sends_its_reader_elsewhere(String name) {
    JsonNode schema = JsonMapper.shared().readTree(Schemas.bundled().bytes(name));
    assertThat(schema.has("$id")).isFalse();
    assertThat(schema.findValues("$ref"))
        .extracting(JsonNode::asString)
        .allMatch(reference -> reference.matches("([a-z-]+\\.schema\\.json)?(#/.*)?"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void not_stands_in_conditions_only(String name) {
    assertThat(allSchemasOf(name)).filteredOn(schema -> schema.not() != null).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_definition_is_used(String name) {
    JsonValue text = JsonReader.of(Schemas.bundled().bytes(name)).value();
    Set<String> defined =
        text.get("definitions")
            .map(definitions -> ((JsonValue.Members) definitions).members().keySet())
            .orElse(Set.of());
    List<String> everything = new ArrayList<>();
    try {
      for (String other : names()) {
        everything.add(new String(Schemas.bundled().bytes(other), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(defined)
        .allSatisfy(
            definition ->
                assertThat(everything)
                    .anyMatch(file -> file.contains("#/definitions/" + definition + '"')));
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_key_is_described(String name) {
    List<String> silent = new ArrayList<>();
    describe(Set.of(Schemas.bundled().get(name).root()), "", new HashSet<>(), silent);
    assertThat(silent).isEmpty();
  }

  /** Looks at a value as hover does: all schemas that may hold for it speak about its keys. */
  private static void describe(
      Set<SchemaNode> schemas, String path, Set<Set<SchemaNode>> seen, List<String> silent) {
    Set<SchemaNode> all = new HashSet<>();
    schemas.forEach(schema -> addMadeOf(schema, all));
    if (!seen.add(all)) {
      return;
    }
    Map<String, Set<SchemaNode>> keys = new TreeMap<>();
    for (SchemaNode schema : all) {
      schema
          .properties()
          .forEach((key, value) -> keys.computeIfAbsent(key, k -> new HashSet<>()).add(value));
    }
    keys.forEach(
        (key, values) -> {
          Set<SchemaNode> heard = new HashSet<>();
          values.forEach(value -> addMadeOf(value, heard));
          if (heard.stream().allMatch(value -> value.documentation().description().isEmpty())) {
            silent.add(path + "/" + key);
          }
          describe(values, path + "/" + key, seen, silent);
        });
    for (SchemaNode schema : all) {
      schema.patterns().forEach(value -> describe(Set.of(value), path + "/~", seen, silent));
      schema.additionalProperties().ifPresent(v -> describe(Set.of(v), path + "/*", seen, silent));
      schema.items().ifPresent(item -> describe(Set.of(item), path + "/0", seen, silent));
    }
  }

  private static void addMadeOf(SchemaNode schema, Set<SchemaNode> all) {
    if (all.add(schema)) {
      schema.madeOf().forEach(part -> addMadeOf(part, all));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_schema_is_one_of_draft_07(String name) {
    assertThat(SchemaVerdict.ofDraft07(Schemas.bundled().bytes(name))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void every_file_that_a_schema_refers_to_lies_beside_it(String name) throws IOException {
    Matcher reference =
        Pattern.compile("\"\\$ref\": \"([^\"#]*)#")
            .matcher(new String(Schemas.bundled().bytes(name), StandardCharsets.UTF_8));
    while (reference.find()) {
      assertThat(
              reference.group(1).isEmpty() || names().contains(Schemas.nameOf(reference.group(1))))
          .as(reference.group())
          .isTrue();
    }
  }

  /** All schemas that a document can be measured by; conditions are none of them. */
  private static Set<SchemaNode> allSchemasOf(String name) {
    Set<SchemaNode> seen = new HashSet<>();
    visit(Schemas.bundled().get(name).root(), seen);
    return seen;
  }

  private static void visit(SchemaNode schema, Set<SchemaNode> seen) {
    if (seen.add(schema)) {
      schema.madeOf().forEach(part -> visit(part, seen));
      schema.properties().values().forEach(property -> visit(property, seen));
      schema.patterns().forEach(property -> visit(property, seen));
      schema.additionalProperties().ifPresent(free -> visit(free, seen));
      schema.items().ifPresent(item -> visit(item, seen));
    }
  }

  private static JsonNode toJackson(JsonValue value) {
    JsonMapper mapper = JsonMapper.shared();
    if (value instanceof JsonValue.Members object) {
      var node = mapper.createObjectNode();
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        node.set(member.getKey(), toJackson(member.getValue()));
      }
      return node;
    }
    if (value instanceof JsonValue.Items array) {
      var node = mapper.createArrayNode();
      array.items().forEach(item -> node.add(toJackson(item)));
      return node;
    }
    return value instanceof JsonValue.Text text
        ? mapper.getNodeFactory().stringNode(text.text())
        : mapper.readTree(value.display());
  }
}
