package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.CleanParts;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Schema;
import io.github.edgelint.schema.SchemaCheck;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.Schemas;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.Lazy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document beside the schema of its kind, read the way its reader reads it: the agent and edgeHub
 * take keys in any letter case
 * (Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/serde/TypeSpecificSerDe.cs),
 * {@code iotedge config apply} and dockerd do not. What holds a placeholder is not judged.
 */
public final class DocumentSchema {

  /** Manifests change with every keystroke, and grow to many modules. */
  private static final CleanParts CLEAN = new CleanParts();

  private final Schema schema;
  private final ConfigTree tree;
  private final CheckOptions options;
  private final Lazy<List<SchemaProblem>> problems;
  private final Lazy<Map<ObjectNode, List<SchemaProblem>>> ofKeys;

  private DocumentSchema(Schema schema, ConfigTree tree, CheckOptions options, boolean manifest) {
    this.schema = schema;
    this.tree = tree;
    this.options = options;
    this.problems =
        new Lazy<>(
            () ->
                manifest
                    ? SchemaCheck.problems(tree, schema, options, CLEAN)
                    : SchemaCheck.problems(tree, schema, options));
    this.ofKeys = new Lazy<>(() -> byObject(problems()));
  }

  /** The schema of a document; empty for kinds that have none. */
  static Optional<DocumentSchema> of(DocumentKind kind, ConfigTree tree) {
    return nameOf(kind)
        .map(
            name ->
                new DocumentSchema(
                    Schemas.bundled().get(name),
                    tree,
                    CheckOptions.STRICT
                        .withIgnoreCase(kind.isManifest())
                        .withPlaceholders(text -> !Placeholders.find(text).isEmpty())
                        .withFormats(ValueFormats::complaint),
                    kind.isManifest()));
  }

  private static Optional<String> nameOf(DocumentKind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case DEVICE_CONFIG -> "device-config";
          case MANIFEST -> "deployment-manifest";
          case TEMPLATE -> "deployment-template";
          case LAYERED -> "layered-deployment";
          case ENGINE_CONFIG -> "engine-config";
          case SETTINGS -> "settings";
          case UNIT, DAEMON_FILE, OTHER -> null;
        });
  }

  public Schema schema() {
    return schema;
  }

  /** Where the document breaks the schema, in no particular order. */
  public List<SchemaProblem> problems() {
    return problems.get();
  }

  /** The keys of an object that are unknown or missing. */
  public List<SchemaProblem> keyProblemsOf(ObjectNode object) {
    return ofKeys.get().getOrDefault(object, List.of());
  }

  private static IdentityHashMap<ObjectNode, List<SchemaProblem>> byObject(
      List<SchemaProblem> problems) {
    IdentityHashMap<ObjectNode, List<SchemaProblem>> byObject = new IdentityHashMap<>();
    for (SchemaProblem problem : problems) {
      ObjectNode object =
          problem instanceof SchemaProblem.UnknownKey unknown
              ? unknown.object()
              : problem instanceof SchemaProblem.MissingKeys missing ? missing.object() : null;
      if (object != null) {
        byObject.computeIfAbsent(object, key -> new ArrayList<>()).add(problem);
      }
    }
    return byObject;
  }

  /** Answers what the schema says about a place of the document. */
  public Lookup lookup() {
    return new Lookup(tree, schema, options);
  }
}
