package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanPartsTest {

  private static final List<String> MANIFESTS =
      List.of("deployment-manifest", "deployment-template", "layered-deployment");

  private static final CheckOptions OPTIONS = CheckOptions.STRICT.withIgnoreCase(true);

  private final CleanParts known = new CleanParts();

  @Property(tries = 100)
  void what_is_known_of_other_texts_changes_no_verdict(@ForAll long seed) {
    Random random = new Random(seed);
    String schema = MANIFESTS.get(random.nextInt(MANIFESTS.size()));
    RandomDocument documents = new RandomDocument(random, random.nextInt(3));
    String text = documents.of(Schemas.bundled().get(schema).root());
    for (int edit = 0; edit < 20; edit++) {
      for (String each : MANIFESTS) {
        compare(text, each);
      }
      text = edited(text, random);
    }
  }

  private static String edited(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(3));
    String typed = List.of("", " ", "x", "1", "\"", ",", "{", "}").get(random.nextInt(8));
    return text.substring(0, at) + typed + text.substring(end);
  }

  private void compare(String text, String name) {
    Schema schema = Schemas.bundled().get(name);
    ConfigTree tree = JsonParser.parse(SourceText.of(text), name.equals("deployment-template"));
    assertThat(places(SchemaCheck.problems(tree, schema, OPTIONS, known)))
        .as(text)
        .isEqualTo(places(SchemaCheck.problems(tree, schema, OPTIONS)));
  }

  private static List<String> places(List<SchemaProblem> problems) {
    List<String> places = new ArrayList<>();
    problems.forEach(problem -> places.add(problem.getClass() + " at " + problem.range()));
    return places;
  }

  private static String module(String name, String tag) {
    return """
        "%s": {"version": "1.0", "type": "docker", "status": "running", "restartPolicy": "always",
          "settings": {"image": "registry.example/%s:%s", "createOptions": "{}"}}
        """
        .formatted(name, name, tag);
  }

  private static String manifest(String... modules) {
    return """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {%s}}}}}
        """
        .formatted(String.join(",", modules));
  }

  @Test
  void a_module_that_is_as_before_is_not_looked_at_again() {
    List<String> read = new ArrayList<>();
    CheckOptions options =
        OPTIONS.withPlaceholders(
            text -> {
              read.add(text);
              return false;
            });
    Schema schema = Schemas.bundled().get("deployment-manifest");
    String before = manifest(module("camera", "1"), module("press", "1"));
    SchemaCheck.problems(JsonParser.parse(SourceText.of(before)), schema, options, known);
    assertThat(read).contains("registry.example/camera:1", "registry.example/press:1");
    read.clear();

    String after = manifest(module("camera", "2"), module("press", "1"));
    SchemaCheck.problems(JsonParser.parse(SourceText.of(after)), schema, options, known);

    assertThat(read)
        .contains("registry.example/camera:2")
        .doesNotContain("registry.example/press:1");
  }
}
