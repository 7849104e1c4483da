package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our reader finds a problem exactly where a public validator refuses a document. */
class SchemaVerdictTest {

  // A value that a schema takes is made up by chance; four numbers in their bounds take a while.
  private static final int MANY = 2000;

  @net.jqwik.api.Property(tries = 300)
  void of_made_up_documents(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> names = BundledSchemasTest.names();
    String schema = names.get(random.nextInt(names.size()));
    String text =
        new RandomDocument(random, random.nextInt(4)).of(Schemas.bundled().get(schema).root());
    compare(Schemas.bundled(), JsonParser.parse(SourceText.of(text)), schema);
  }

  @net.jqwik.api.Property(tries = 200)
  void of_made_up_documents_with_all_that_our_reader_knows(@ForAll long seed) {
    Random random = new Random(seed);
    String text = new RandomDocument(random, random.nextInt(9)).of(TestSchemas.device().root());
    compare(TestSchemas.all(), JsonParser.parse(SourceText.of(text)), "device");
  }

  @net.jqwik.api.Property(tries = 150)
  void of_the_keys_that_completion_offers(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> names = BundledSchemasTest.names();
    String schema = names.get(random.nextInt(names.size()));
    RandomDocument documents = new RandomDocument(random, 0);
    String text = documents.of(Schemas.bundled().get(schema).root());
    ConfigTree tree = JsonParser.parse(SourceText.of(text));
    if (!isAccepted(tree, schema) || !(tree.root() instanceof ObjectNode)) {
      return;
    }
    List<ObjectNode> objects = new ArrayList<>();
    collect(tree.root(), objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    Lookup lookup = new Lookup(tree, Schemas.bundled().get(schema), CheckOptions.STRICT);
    NodePath path = tree.pathOf(object);
    Place place = lookup.at(object);
    for (Property offered : place.properties()) {
      String name = offered.name();
      if (object.member(name).isEmpty() && !lookup.isUnread(path.child(name))) {
        Place value = lookup.at(path.child(name));
        Stream<String> values =
            Stream.concat(
                RandomDocument.ANYTHING.stream(),
                Stream.generate(() -> documents.of(value)).limit(MANY));
        assertThat(values.anyMatch(some -> isAccepted(with(tree, object, name, some), schema)))
            .as(() -> name + " at " + path + " as " + schema + ": " + text)
            .isTrue();
      }
    }
    if (Keys.of(place.certain(), "zz-9") == null) {
      assertThat(RandomDocument.ANYTHING)
          .as(() -> "unknown at " + path + " as " + schema + ": " + text)
          .noneMatch(some -> isAccepted(with(tree, object, "zz-9", some), schema));
    }
  }

  private static boolean isAccepted(ConfigTree tree, String schema) {
    return SchemaVerdict.of(Schemas.bundled()).complaints(tree, schema).isEmpty();
  }

  private static void collect(ConfigNode node, List<ObjectNode> objects) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
    }
    node.members().forEach(member -> collect(member.value(), objects));
    node.items().forEach(item -> collect(item, objects));
  }

  private static ConfigTree with(ConfigTree tree, ObjectNode object, String name, String value) {
    String comma = object.members().isEmpty() ? "" : ", ";
    String member = JsonText.quote(name) + ": " + value + comma;
    TextEdit edit = TextEdit.insert(object.range().start() + 1, member);
    return JsonParser.parse(SourceText.of(TextEdit.apply(tree.text(), List.of(edit))));
  }

  @TestFactory
  Stream<DynamicTest> deployments_of_the_schema_store() throws IOException {
    return files("conformance/schemastore", ".json").flatMap(SchemaVerdictTest::manifest);
  }

  @TestFactory
  Stream<DynamicTest> deployments_from_public_repositories() throws IOException {
    return files("corpus/manifests", ".json").flatMap(SchemaVerdictTest::manifest);
  }

  @TestFactory
  Stream<DynamicTest> configurations_of_the_product_tests() throws IOException {
    return files("conformance/iotedge-config", "super-config.toml")
        .flatMap(file -> toml(file, "device-config"));
  }

  @TestFactory
  Stream<DynamicTest> configurations_from_public_repositories() throws IOException {
    return files("corpus/config-toml", ".toml").flatMap(file -> toml(file, "device-config"));
  }

  private static Stream<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(Shared.assumePresent(folder))) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    }
  }

  private static Stream<DynamicTest> manifest(Path file) {
    ConfigTree tree = JsonParser.parse(SourceText.of(read(file)));
    return tree.hasSyntaxErrors()
        ? Stream.of()
        : Stream.of(test(file, tree, "deployment-manifest"));
  }

  private static Stream<DynamicTest> toml(Path file, String schema) {
    ConfigTree tree = TomlParser.parse(SourceText.of(read(file)));
    return tree.hasSyntaxErrors() ? Stream.of() : Stream.of(test(file, tree, schema));
  }

  private static String read(Path file) {
    try {
      return SourceText.decode(Files.readAllBytes(file)).text();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DynamicTest test(Path file, ConfigTree tree, String schema) {
    return DynamicTest.dynamicTest(
        file.getFileName() + " as " + schema, () -> compare(Schemas.bundled(), tree, schema));
  }

  /** Fails where one of both refuses the document and the other does not. */
  static void compare(Schemas schemas, ConfigTree tree, String schema) {
    List<SchemaProblem> ours =
        SchemaCheck.problems(tree, schemas.get(schema), CheckOptions.STRICT).stream()
            .filter(SchemaProblem::refuses)
            .toList();
    List<String> theirs = SchemaVerdict.of(schemas).complaints(tree, schema);
    if (ours.isEmpty() != theirs.isEmpty()) {
      throw new AssertionError("ours: " + ours + "\ntheirs: " + theirs + "\n" + tree.text());
    }
  }
}
