package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static List<String> placesOf(String key) {
    return TestSchemas.device().placesOf(key).stream()
        .map(place -> String.join(".", place.path()))
        .toList();
  }

  @Test
  void the_places_of_a_key_are_found_through_variants_alternatives_and_references() {
    assertThat(placesOf("hostname")).containsExactly("");
    assertThat(placesOf("uri")).containsExactlyInAnyOrder("provisioning.payload", "key");
    assertThat(placesOf("image")).containsExactly("modules.*.settings");
    assertThat(placesOf("port")).containsExactly("ports.*");
    assertThat(placesOf("colour")).isEmpty();
  }

  @Test
  void a_key_of_several_variants_has_one_place() {
    assertThat(placesOf("id_scope")).containsExactly("provisioning");
  }

  @Test
  void a_structure_that_repeats_itself_is_walked_once() {
    assertThat(placesOf("leaf")).containsExactly("tree");
  }

  @Test
  void a_schema_is_read_once() {
    assertThat(TestSchemas.get("module")).isSameAs(TestSchemas.get("module"));
  }

  @Test
  void a_reference_gives_the_same_schema_each_time() {
    SchemaNode tree = TestSchemas.device().definition("tree");
    assertThat(tree.properties().get("left").target()).isSameAs(tree);
  }

  @Test
  void a_node_tells_where_it_stands() {
    assertThat(TestSchemas.device().definition("tree").properties().get("leaf").location())
        .isEqualTo("device#/definitions/tree/properties/leaf");
  }

  @Test
  void a_keyword_that_would_be_passed_over_is_refused() {
    assertThatThrownBy(TestSchemas.of("{\"properties\": {\"a\": {\"oneOf\": []}}}")::properties)
        .hasMessageContaining("inline#/properties/a uses oneOf");
  }

  @Test
  void a_demand_beside_a_reference_is_refused_because_validators_pass_over_it() {
    assertThatThrownBy(() -> TestSchemas.of("{\"$ref\": \"#\", \"type\": \"string\"}"))
        .hasMessageContaining("beside $ref");
  }

  @Test
  void a_reference_to_nowhere_is_refused() {
    SchemaNode schema = TestSchemas.of("{\"$ref\": \"#/definitions/none\"}");
    assertThatThrownBy(schema::target).hasMessageContaining("#/definitions/none");
  }
}
