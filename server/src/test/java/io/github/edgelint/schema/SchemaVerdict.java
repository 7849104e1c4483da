package io.github.edgelint.schema;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The word of a validator that everybody uses. It is asked in tests only: it needs a third of a
 * second to get ready, more than a whole run of the command line takes.
 */
final class SchemaVerdict {

  private static final String BASE = "https://edgelint.test/schemas/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<Schemas, SchemaVerdict> ALL = new ConcurrentHashMap<>();

  private final Map<String, com.networknt.schema.Schema> compiled = new ConcurrentHashMap<>();
  private final SchemaRegistry registry;
  private final Schemas schemas;

  private SchemaVerdict(Schemas schemas) {
    this.schemas = schemas;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder ->
                builder.schemas(
                    iri ->
                        iri.startsWith(BASE)
                            ? text(Schemas.nameOf(iri.substring(BASE.length())))
                            : null));
  }

  static SchemaVerdict of(Schemas schemas) {
    return ALL.computeIfAbsent(schemas, SchemaVerdict::new);
  }

  /** What is wrong with a document, in the validator's words; empty when it is accepted. */
  java.util.List<String> complaints(ConfigTree tree, String schema) {
    return compiled
        .computeIfAbsent(
            schema, name -> registry.getSchema(SchemaLocation.of(BASE + Schemas.fileOf(name))))
        .validate(json(tree.root()))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** What is wrong with a schema by the schema of draft-07 schemas. */
  static java.util.List<String> ofDraft07(byte[] schema) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
        .validate(JsonMapper.shared().readTree(schema))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private String text(String schema) {
    return new String(schemas.bytes(schema), StandardCharsets.UTF_8);
  }

  private static JsonNode json(ConfigNode value) {
    if (value instanceof io.github.edgelint.syntax.ObjectNode) {
      ObjectNode object = NODES.objectNode();
      for (Member member : value.members()) {
        object.set(member.name(), json(value.get(member.name())));
      }
      return object;
    }
    if (value instanceof io.github.edgelint.syntax.ArrayNode) {
      ArrayNode array = NODES.arrayNode();
      value.items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (!(value instanceof ScalarNode scalar)) {
      throw new IllegalArgumentException("the document is damaged");
    }
    return switch (scalar.type()) {
      case STRING, PLACEHOLDER, DATE_TIME -> NODES.stringNode(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.text().equals("true"));
      case NULL -> NODES.nullNode();
      case INTEGER, FLOAT ->
          Numbers.valueOf(scalar)
              .<JsonNode>map(
                  number ->
                      Numbers.isWhole(number) && scalar.type() == ScalarNode.Type.INTEGER
                          ? NODES.numberNode(number.toBigInteger())
                          : NODES.numberNode(number))
              .orElseGet(() -> NODES.numberNode(Double.NaN));
    };
  }
}
