package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupTest {

  private CheckOptions options = CheckOptions.STRICT;

  private Place place(String json, String... path) {
    ConfigTree tree = JsonParser.parse(SourceText.of(json.replace('\'', '"')));
    return new Lookup(tree, TestSchemas.device(), options).at(NodePath.of(path));
  }

  private static List<String> names(Place place) {
    return place.properties().stream().map(Property::name).toList();
  }

  private static List<String> required(Place place) {
    return place.properties().stream().filter(Property::required).map(Property::name).toList();
  }

  private static List<String> values(Place place) {
    return place.allowedValues().stream().map(allowed -> allowed.value().display()).toList();
  }

  @Test
  void keys_come_in_the_order_of_the_schema() {
    assertThat(names(place("{}"))).startsWith("hostname", "retries").endsWith("level", "anything");
  }

  @Test
  void the_deciding_value_selects_keys_and_needs() {
    Place manual = place("{'provisioning': {'source': 'manual'}}", "provisioning");
    assertThat(names(manual)).containsExactly("source", "connection_string");
    assertThat(required(manual)).containsExactly("source", "connection_string");
  }

  @Test
  void without_the_deciding_value_every_variant_is_possible() {
    for (String json : List.of("{}", "{'provisioning': {}}", "{'provisioning': {'source': }}")) {
      Place place = place(json, "provisioning");
      assertThat(names(place))
          .containsExactly("source", "connection_string", "id_scope", "payload");
      assertThat(required(place)).containsExactly("source");
    }
  }

  @Test
  void a_variant_may_say_more_about_a_key_and_the_general_word_stays() {
    String dps = "{'provisioning': {'source': 'dps'}}";
    assertThat(names(place(dps, "provisioning", "payload"))).containsExactly("uri");
    assertThat(place(dps, "provisioning", "payload").markdown()).contains("Sent to the service.");
    assertThat(names(place("{}", "provisioning", "payload"))).containsExactly("uri");
  }

  @Test
  void a_key_that_only_another_variant_has_a_use_for_is_not_read() {
    String json = "{'hostname': 'a', 'provisioning': {'source': 'dps', 'authentication': {}}}";
    assertThat(isUnread(json, "provisioning", "authentication", "method")).isTrue();
    assertThat(isUnread(json, "provisioning", "connection_string")).isTrue();
    assertThat(isUnread(json, "provisioning", "id_scope")).isFalse();
    assertThat(isUnread(json, "hostname")).isFalse();
  }

  @Test
  void a_key_is_read_as_long_as_nobody_knows_the_variant() {
    assertThat(isUnread("{}", "provisioning", "attestation")).isFalse();
    assertThat(isUnread("{'provisioning': {}}", "provisioning", "attestation")).isFalse();
  }

  @Test
  void all_unread_members_of_an_object_are_told_at_once() {
    String json =
        "{'provisioning': {'source': 'dps', 'authentication': {'method': 'tpm'}, 'id_scope': 'a',"
            + " 'connection_string': 'b'}}";
    ConfigTree tree = JsonParser.parse(SourceText.of(json.replace('\'', '"')));
    ObjectNode provisioning = tree.root().get("provisioning").asObject().orElseThrow();
    ObjectNode unread = provisioning.get("authentication").asObject().orElseThrow();
    Lookup lookup = lookup(tree);
    assertThat(lookup.unreadMembers(provisioning))
        .extracting(Member::name)
        .containsExactly("authentication", "connection_string");
    assertThat(lookup.unreadMembers(unread)).extracting(Member::name).containsExactly("method");
  }

  private static boolean isUnread(String json, String... path) {
    return lookup(JsonParser.parse(SourceText.of(json.replace('\'', '"'))))
        .isUnread(NodePath.of(path));
  }

  private static Lookup lookup(ConfigTree tree) {
    return new Lookup(tree, Schemas.bundled().get("device-config"), CheckOptions.STRICT);
  }

  @Test
  void a_variant_that_was_not_chosen_still_has_words_about_its_keys() {
    Place uri = place("{'provisioning': {'source': 'manual'}}", "provisioning", "payload", "uri");
    assertThat(uri.isUnknown()).isTrue();
    assertThat(uri.markdown()).contains("Where the payload is.");
  }

  @Test
  void allowed_values_come_with_their_meaning() {
    Place source = place("{}", "provisioning", "source");
    assertThat(values(source)).containsExactly("manual", "dps");
    assertThat(source.allowedValues().get(0).markdown()).contains("From *this file*.");
  }

  @Test
  void alternatives_add_their_values_and_types() {
    Place mode = place("{}", "mode");
    assertThat(values(mode)).containsExactly("auto", "none");
    assertThat(mode.types()).containsExactlyInAnyOrder(ValueType.STRING, ValueType.INTEGER);
  }

  @Test
  void a_value_that_is_there_selects_the_alternative_of_its_type() {
    assertThat(names(place("{'key': {'uri': 'x'}}", "key"))).containsExactly("uri");
    assertThat(names(place("{'key': {}}", "key"))).containsExactly("uri", "value");
    assertThat(names(place("{'key': 'text'}", "key"))).isEmpty();
    assertThat(names(place("{}", "key"))).containsExactly("uri", "value");
  }

  @Test
  void what_stands_beside_a_reference_is_heard_before_what_it_leads_to() {
    assertThat(place("{}", "tree").markdown()).contains("A tree of trees.");
    assertThat(place("{}", "tree", "left").markdown()).contains("A tree.");
  }

  @Test
  void references_lead_to_other_files() {
    assertThat(names(place("{}", "modules", "anyName", "settings")))
        .containsExactly("image", "env");
  }

  @Test
  void items_of_arrays_are_found_by_index_whether_they_exist_or_not() {
    assertThat(names(place("{'ports': [{}]}", "ports", "0"))).containsExactly("port", "Port2");
    assertThat(names(place("{}", "ports", "3"))).containsExactly("port", "Port2");
  }

  @Test
  void a_free_map_says_so_and_knows_some_names() {
    Place env = place("{}", "env");
    assertThat(env.isFreeMap()).isTrue();
    assertThat(names(env)).containsExactly("https_proxy");
    assertThat(place("{}", "env", "ANY").types()).containsExactly(ValueType.STRING);
    assertThat(place("{}", "provisioning").isFreeMap()).isFalse();
  }

  @Test
  void defaults_examples_and_snippets_are_given() {
    assertThat(place("{}", "hostname").defaultValue()).contains(new JsonValue.Text("localhost"));
    assertThat(place("{}", "mode").examples()).containsExactly(new JsonValue.Text("custom-fast"));
    assertThat(place("{}", "mode").snippets())
        .extracting(Snippet::label, Snippet::body)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("own", new JsonValue.Text("custom-${1:name}")));
  }

  @Test
  void nothing_is_known_about_an_unknown_key() {
    assertThat(place("{}", "colour").isUnknown()).isTrue();
    assertThat(place("{}", "colour", "shade").isUnknown()).isTrue();
  }

  @Test
  void a_reader_without_letter_case_knows_a_key_in_any() {
    options = options.withIgnoreCase(true);
    assertThat(place("{'HOSTNAME': ''}", "HOSTNAME").markdown()).contains("Name of the host.");
  }

  @Test
  void a_value_of_the_tree_is_a_place() {
    ConfigTree tree = JsonParser.parse(SourceText.of("{\"content\": {\"left\": {\"leaf\": 3}}}"));
    Lookup lookup =
        new Lookup(
            tree,
            tree.root().get("content"),
            TestSchemas.device().definition("tree"),
            CheckOptions.STRICT);
    assertThat(lookup.at(tree.root().at("content", "left", "leaf")).types())
        .containsExactly(ValueType.INTEGER);
  }
}
