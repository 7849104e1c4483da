package io.github.edgelint.schema;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our reader finds a problem exactly where a public validator refuses a document. */
class SchemaVerdictTest {

  @Property(tries = 300)
  void of_made_up_documents(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> names = BundledSchemasTest.names();
    String schema = names.get(random.nextInt(names.size()));
    String text =
        new RandomDocument(random, random.nextInt(4)).of(Schemas.bundled().get(schema).root());
    compare(Schemas.bundled(), JsonParser.parse(SourceText.of(text)), schema);
  }

  @Property(tries = 200)
  void of_made_up_documents_with_all_that_our_reader_knows(@ForAll long seed) {
    Random random = new Random(seed);
    String text = new RandomDocument(random, random.nextInt(9)).of(TestSchemas.device().root());
    compare(TestSchemas.all(), JsonParser.parse(SourceText.of(text)), "device");
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
