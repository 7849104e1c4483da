package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.schema.SchemaProblem.BadFormat;
import io.github.edgelint.schema.SchemaProblem.DeprecatedKey;
import io.github.edgelint.schema.SchemaProblem.KeyLetterCase;
import io.github.edgelint.schema.SchemaProblem.MissingKeys;
import io.github.edgelint.schema.SchemaProblem.NotAllowedValue;
import io.github.edgelint.schema.SchemaProblem.OtherSpelling;
import io.github.edgelint.schema.SchemaProblem.OutOfRange;
import io.github.edgelint.schema.SchemaProblem.UnknownKey;
import io.github.edgelint.schema.SchemaProblem.WrongType;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

  private static final String SOUND =
      "'provisioning': {'source': 'manual', 'connection_string': 'c'}";

  private CheckOptions options = CheckOptions.STRICT;
  private ConfigTree tree;

  /** The problems of a document with a sound identity and this beside it. */
  private List<SchemaProblem> with(String members) {
    return in("{" + SOUND + ", " + members + "}");
  }

  private List<SchemaProblem> in(String json) {
    tree = JsonParser.parse(SourceText.of(json.replace('\'', '"')), true);
    return SchemaCheck.problems(tree, TestSchemas.device(), options);
  }

  private <T extends SchemaProblem> T only(Class<T> kind, List<SchemaProblem> problems) {
    assertThat(problems).singleElement().isInstanceOf(kind);
    return kind.cast(problems.get(0));
  }

  private String textOf(SchemaProblem problem) {
    return problem.range().of(tree.text()).replace('"', '\'');
  }

  private static String names(MissingKeys problem) {
    return problem.missing().stream().map(Property::name).collect(Collectors.joining(" "));
  }

  @Test
  void a_sound_document_has_no_problems() {
    assertThat(with("'retries': 3, 'env': {'A': 'b'}, 'modules': {}, 'key': 'abcd'")).isEmpty();
  }

  @Test
  void a_key_that_its_table_does_not_have_is_unknown() {
    assertThat(textOf(only(UnknownKey.class, with("'colour': 'red'")))).isEqualTo("'colour'");
  }

  @Test
  void a_key_in_other_letter_case_is_not_unknown_but_misspelt() {
    KeyLetterCase problem = only(KeyLetterCase.class, with("'Hostname': 'HOST'"));
    assertThat(problem.canonical()).isEqualTo("hostname");
    assertThat(textOf(problem)).isEqualTo("'Hostname'");
  }

  @Test
  void underscores_and_camel_case_are_spellings_of_one_name() {
    assertThat(only(KeyLetterCase.class, with("'auto_renew': 7")).canonical())
        .isEqualTo("autoRenew");
  }

  @Test
  void a_reader_without_letter_case_reads_the_value_of_a_misspelt_key() {
    options = options.withIgnoreCase(true);
    assertThat(with("'HOSTNAME': 5, 'auto_renew': 5"))
        .extracting(problem -> problem.getClass().getSimpleName())
        .containsExactlyInAnyOrder("KeyLetterCase", "WrongType", "KeyLetterCase");
  }

  @Test
  void a_reader_without_letter_case_finds_a_needed_key_in_any() {
    options = options.withIgnoreCase(true);
    only(
        KeyLetterCase.class,
        in("{'provisioning': {'Source': 'manual', 'connection_string': 'c'}}"));
  }

  @Test
  void a_reader_without_letter_case_decides_by_a_key_in_any() {
    options = options.withIgnoreCase(true);
    assertThat(in("{'provisioning': {'Source': 'dps'}}"))
        .anySatisfy(p -> assertThat(p).isInstanceOf(MissingKeys.class))
        .hasSize(2);
  }

  @Test
  void all_missing_keys_of_an_object_are_one_problem_at_its_key() {
    MissingKeys problem = only(MissingKeys.class, with("'modules': {'m': {}}"));
    assertThat(names(problem)).isEqualTo("type settings");
    assertThat(textOf(problem)).isEqualTo("'m'");
  }

  @Test
  void keys_missing_from_an_item_are_reported_at_its_brace() {
    assertThat(textOf(only(MissingKeys.class, with("'ports': [{'port': 1}, {}]")))).isEqualTo("{");
  }

  @Test
  void keys_missing_from_the_document_are_reported_at_its_start() {
    assertThat(only(MissingKeys.class, in("{}")).range().start()).isZero();
  }

  @Test
  void a_missing_key_comes_with_what_the_schema_says_about_it() {
    MissingKeys problem = only(MissingKeys.class, in("{'provisioning': {'source': 'manual'}}"));
    assertThat(problem.missing().get(0).place().isSecret()).isTrue();
  }

  @Test
  void the_chosen_variant_decides_which_keys_are_needed() {
    assertThat(names(only(MissingKeys.class, in("{'provisioning': {'source': 'dps'}}"))))
        .isEqualTo("id_scope");
  }

  @Test
  void a_key_of_another_variant_is_unknown() {
    UnknownKey problem =
        only(
            UnknownKey.class,
            in("{'provisioning': {'source': 'manual', 'connection_string': '', 'id_scope': ''}}"));
    assertThat(textOf(problem)).isEqualTo("'id_scope'");
  }

  @Test
  void a_wrong_choice_is_one_problem_and_no_variant_is_asked_for_its_keys() {
    NotAllowedValue problem =
        only(NotAllowedValue.class, in("{'provisioning': {'source': 'Manual', 'id_scope': 'i'}}"));
    assertThat(problem.allowed())
        .extracting(allowed -> allowed.value().display())
        .containsExactly("manual", "dps");
  }

  @Test
  void a_missing_choice_is_one_problem() {
    assertThat(names(only(MissingKeys.class, in("{'provisioning': {'id_scope': 'i'}}"))))
        .isEqualTo("source");
  }

  @Test
  void nothing_is_said_about_variants_when_a_placeholder_decides() {
    options = options.withPlaceholders(text -> text.startsWith("${"));
    assertThat(in("{'provisioning': {'source': '${SOURCE}', 'id_scope': 'i'}}")).isEmpty();
  }

  @Test
  void a_value_of_another_type_is_wrong_whatever_else_it_may_be() {
    WrongType problem = only(WrongType.class, with("'retries': '99'"));
    assertThat(problem.expected()).containsExactly(ValueType.INTEGER);
    assertThat(problem.actual()).isEqualTo(ValueType.STRING);
    assertThat(textOf(problem)).isEqualTo("'99'");
  }

  @Test
  void a_whole_number_is_an_integer_however_it_is_written() {
    assertThat(with("'retries': 1e0")).isEmpty();
    assertThat(only(WrongType.class, with("'retries': 1.5")).actual()).isEqualTo(ValueType.NUMBER);
  }

  @Test
  void an_integer_is_a_number() {
    assertThat(
            with(
                "'modules': {'m': {'type': 'docker', 'settings': {'image': 'i', 'env': {'A':"
                    + " 1}}}}"))
        .isEmpty();
  }

  @Test
  void alternatives_are_named_together_when_no_one_has_the_type() {
    assertThat(only(WrongType.class, with("'key': 5")).expected())
        .containsExactlyInAnyOrder(ValueType.STRING, ValueType.OBJECT);
  }

  @Test
  void a_value_is_measured_by_the_alternative_of_its_type() {
    assertThat(names(only(MissingKeys.class, with("'key': {}")))).isEqualTo("value");
    only(OutOfRange.class, with("'key': 'abc'"));
  }

  @Test
  void one_of_several_alternatives_of_a_type_is_enough() {
    assertThat(with("'mode': 'custom-x'")).isEmpty();
    assertThat(with("'mode': 'none'")).isEmpty();
    assertThat(with("'mode': 'other'")).hasSize(1);
  }

  @Test
  void a_condition_may_ask_which_keys_there_are() {
    assertThat(textOf(only(UnknownKey.class, with("'key': {'uri': 'u', 'value': 'v'}"))))
        .isEqualTo("'value'");
  }

  @Test
  void a_number_beyond_a_bound_comes_with_the_bound() {
    OutOfRange problem = only(OutOfRange.class, with("'retries': 11"));
    assertThat(problem.broken().kind()).isEqualTo(Limit.Kind.MAXIMUM);
    assertThat(problem.broken().bound()).isEqualByComparingTo("10");
  }

  @Test
  void exclusive_bounds_are_outside() {
    only(OutOfRange.class, with("'share': 0"));
    only(OutOfRange.class, with("'share': 1.0"));
    assertThat(with("'share': 0.5")).isEmpty();
  }

  @Test
  void sizes_are_bounded_like_numbers() {
    assertThat(only(OutOfRange.class, with("'ports': []")).broken().kind())
        .isEqualTo(Limit.Kind.MIN_ITEMS);
    assertThat(only(OutOfRange.class, with("'hostname': ''")).broken().kind())
        .isEqualTo(Limit.Kind.MIN_LENGTH);
  }

  @Test
  void a_text_beside_its_pattern_comes_with_the_message_of_the_schema() {
    BadFormat problem = only(BadFormat.class, with("'hostname': 'HOST'"));
    assertThat(problem.detail()).isEqualTo("Lower-case letters only.");
    assertThat(problem.demand().consequence()).contains("nothing finds the device");
  }

  @Test
  void the_judge_of_formats_is_asked_about_texts_that_have_one() {
    options =
        options.withFormats(
            (format, text) -> Optional.of(format + " " + text.text()).filter(t -> t.endsWith(".")));
    BadFormat problem = only(BadFormat.class, with("'hostname': 'host.'"));
    assertThat(problem.detail()).isEqualTo("host-name host.");
    assertThat(problem.format()).contains("host-name");
  }

  @Test
  void a_text_beside_pattern_and_format_is_one_problem() {
    options = options.withFormats((format, text) -> Optional.of("judged"));
    assertThat(only(BadFormat.class, with("'hostname': 'HOST'")).detail()).isEqualTo("judged");
  }

  @Test
  void a_key_past_its_time_is_deprecated() {
    DeprecatedKey problem = only(DeprecatedKey.class, with("'oldName': 'n'"));
    assertThat(problem.place().said(Documentation::deprecationMessage)).contains("Use `hostname`.");
  }

  @Test
  void names_in_a_free_map_are_free_and_their_values_are_not() {
    assertThat(with("'env': {'HTTPS_PROXY': 'p', 'any thing': ''}")).isEmpty();
    assertThat(textOf(only(WrongType.class, with("'env': {'A': 1}")))).isEqualTo("1");
  }

  @Test
  void a_pattern_may_name_keys() {
    assertThat(with("'modules': {'m': {'type': 'docker', 'settings': {'image': 'i', 'x1': 1}}}"))
        .singleElement()
        .isInstanceOf(WrongType.class);
    assertThat(with("'modules': {'m': {'type': 'docker', 'settings': {'image': 'i', 'x10': 1}}}"))
        .singleElement()
        .isInstanceOf(UnknownKey.class);
  }

  @Test
  void schemas_may_refer_to_themselves() {
    UnknownKey problem =
        only(UnknownKey.class, with("'tree': {'left': {'right': {'left': {'twig': 1}}}}"));
    assertThat(textOf(problem)).isEqualTo("'twig'");
  }

  @Test
  void a_pattern_may_let_comments_in() {
    assertThat(with("'_note': 1, '//': 2")).isEmpty();
    only(UnknownKey.class, in("{'provisioning': {'source': 'dps', 'id_scope': '', '_note': 1}}"));
  }

  @Test
  void a_word_that_is_read_although_nobody_else_knows_it_is_another_spelling() {
    OtherSpelling problem = only(OtherSpelling.class, with("'status': 'Running'"));
    assertThat(problem.allowed()).hasSize(2);
    only(OtherSpelling.class, with("'status': 3"));
    assertThat(with("'status': 'running'")).isEmpty();
  }

  @Test
  void a_word_that_is_not_read_in_any_spelling_is_not_allowed() {
    only(NotAllowedValue.class, with("'status': 'started'"));
    only(OutOfRange.class, with("'status': 7"));
  }

  @Test
  void any_word_will_do_where_the_schema_only_suggests_some() {
    assertThat(with("'level': 'info'")).isEmpty();
    assertThat(with("'level': 'loud'")).isEmpty();
    only(WrongType.class, with("'level': 3"));
  }

  @Test
  void what_follows_is_told_by_the_schema_that_is_broken_or_by_what_leads_to_it() {
    assertThat(only(NotAllowedValue.class, with("'status': 'x'")).demand().consequence())
        .contains("nothing runs");
    assertThat(only(WrongType.class, with("'retries': 'x'")).demand().consequence())
        .contains("the device does not start");
  }

  @Test
  void what_one_variant_annotates_does_not_reach_the_others() {
    MissingKeys manual = only(MissingKeys.class, in("{'provisioning': {'source': 'manual'}}"));
    MissingKeys dps = only(MissingKeys.class, in("{'provisioning': {'source': 'dps'}}"));
    assertThat(manual.demand().annotation("rule")).contains("ID1");
    assertThat(dps.demand().annotation("rule")).isEmpty();
  }

  @Test
  void of_equal_names_the_one_that_counts_is_judged() {
    assertThat(with("'retries': 'x', 'retries': 3")).isEmpty();
    only(WrongType.class, with("'retries': 3, 'retries': 'x'"));
  }

  @Test
  void placeholders_are_not_judged_as_keys_nor_as_values() {
    options = options.withPlaceholders(text -> text.startsWith("${"));
    assertThat(with("'${NAME}': 1, 'retries': '${N}', 'share': $SHARE")).isEmpty();
  }

  @Test
  void a_value_not_typed_yet_is_not_judged_and_its_key_is_there() {
    assertThat(in("{'provisioning': {'source': }}")).isEmpty();
  }

  @Test
  void a_damaged_part_is_not_judged() {
    assertThat(in("{'provisioning': {'source' 'manual'}}")).isEmpty();
  }

  @Test
  void what_the_schema_leaves_open_is_not_judged() {
    assertThat(with("'anything': {'goes': [1, {'x': null}]}")).isEmpty();
  }

  @Test
  void a_part_of_a_document_is_measured_by_a_part_of_a_schema() {
    ConfigTree wrapped =
        JsonParser.parse(SourceText.of("{\"content\": {\"leaf\": \"x\"}, \"other\": 1}"));
    assertThat(
            SchemaCheck.problems(
                wrapped,
                wrapped.root().get("content"),
                TestSchemas.device().definition("tree"),
                CheckOptions.STRICT))
        .singleElement()
        .isInstanceOf(WrongType.class);
  }
}
