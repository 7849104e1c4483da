package io.github.edgelint.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UnitEditorTest {

  private static final String PROXY = "\"HTTPS_PROXY=http://proxy:3128\"";

  private static String edited(
      String text, BiFunction<UnitEditor, ConfigTree, List<TextEdit>> edit) {
    ConfigTree tree = UnitParser.parse(SourceText.of(text));
    return TextEdit.apply(text, edit.apply(new UnitEditor(tree), tree));
  }

  private static String inserted(String text) {
    return edited(text, (editor, tree) -> editor.insert("Service", "Environment", PROXY));
  }

  private static Member first(ConfigTree tree, String section) {
    return tree.root().get(section).members().get(0);
  }

  @Test
  void an_assignment_follows_the_last_one_of_its_section() {
    assertThat(inserted("[Service]\nUser=u\n\n# about\n[Install]\n"))
        .isEqualTo("[Service]\nUser=u\nEnvironment=" + PROXY + "\n\n# about\n[Install]\n");
  }

  @Test
  void an_empty_section_gets_its_first_assignment() {
    assertThat(inserted("[Service]")).isEqualTo("[Service]\nEnvironment=" + PROXY);
  }

  @Test
  void indentation_and_line_ends_are_those_of_the_file() {
    assertThat(inserted("[Service]\r\n  User=u\r\n"))
        .isEqualTo("[Service]\r\n  User=u\r\n  Environment=" + PROXY + "\r\n");
  }

  @Test
  void a_section_that_is_missing_is_added_at_the_end() {
    assertThat(inserted("[Unit]\nAfter=x\n"))
        .isEqualTo("[Unit]\nAfter=x\n\n[Service]\nEnvironment=" + PROXY + "\n");
    assertThat(inserted("")).isEqualTo("[Service]\nEnvironment=" + PROXY + "\n");
    assertThat(inserted("# off")).isEqualTo("# off\n\n[Service]\nEnvironment=" + PROXY + "\n");
  }

  @Test
  void an_assignment_never_ends_up_in_joined_lines() {
    assertThat(inserted("[Service]\nA=1 \\\n# why\n 2\nB=3\\\n"))
        .isEqualTo("[Service]\nA=1 \\\n# why\n 2\nB=3\\\n\nEnvironment=" + PROXY);
    assertThat(inserted("[Service]\nA=1 \\"))
        .isEqualTo("[Service]\nA=1 \\\n\nEnvironment=" + PROXY);
  }

  @Test
  void an_assignment_goes_with_all_its_lines() {
    assertThat(
            edited(
                "[Service]\n A=1 \\\n 2\nB=3\n",
                (editor, tree) -> editor.remove(first(tree, "Service"))))
        .isEqualTo("[Service]\nB=3\n");
  }

  @Test
  void an_assignment_moves_to_another_section() {
    assertThat(
            edited(
                "[Unit]\nEnvironment=x \\\n y\n[Service]\nUser=u\n",
                (editor, tree) -> editor.move(first(tree, "Unit"), "Service")))
        .isEqualTo("[Unit]\n[Service]\nUser=u\nEnvironment=x \\\n y\n");
  }

  @Test
  void a_header_is_put_above_an_assignment() {
    assertThat(
            edited(
                "\uFEFF  A=1\n",
                (editor, tree) -> editor.insertHeader("Service", tree.root().members().get(0))))
        .isEqualTo("\uFEFF[Service]\n  A=1\n");
  }

  @Property(tries = 2000)
  void an_inserted_assignment_changes_no_other(@ForAll("units") String text) {
    ConfigTree tree = UnitParser.parse(SourceText.of(text));
    List<TextEdit> edits = new UnitEditor(tree).insert("Service", "New", "x");
    ConfigTree result = UnitParser.parse(SourceText.of(TextEdit.apply(text, edits)));

    List<String> expected = new ArrayList<>(assignments(tree));
    List<String> found = assignments(result);
    assertThat(found).contains("Service.New=x");
    found.remove("Service.New=x");
    assertThat(found).isEqualTo(expected);
    assertThat(result.comments()).hasSameSizeAs(tree.comments());
  }

  @Property(tries = 2000)
  void a_removed_assignment_takes_no_other_along(@ForAll("units") String text) {
    ConfigTree tree = UnitParser.parse(SourceText.of(text));
    for (Member section : tree.root().members()) {
      for (Member member : section.value().members()) {
        List<TextEdit> edits = new UnitEditor(tree).remove(member);
        ConfigTree result = UnitParser.parse(SourceText.of(TextEdit.apply(text, edits)));
        assertThat(assignments(result)).hasSize(assignments(tree).size() - 1);
      }
    }
  }

  private static List<String> assignments(ConfigTree tree) {
    List<String> all = new ArrayList<>();
    for (Member section : tree.root().members()) {
      all.add(section.name() + section.value().asText().orElse(""));
      for (Member member : section.value().members()) {
        all.add(section.name() + "." + member.name() + "=" + member.value().asText().orElse("?"));
      }
    }
    all.removeIf(line -> line.equals("Service"));
    return all;
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of(
            "[Service]\n",
            "[Service]",
            "[Unit]\r\n",
            "A=1",
            "B = 2 ",
            "=",
            "word",
            "\\",
            "\\\n",
            " ",
            "\n",
            "\r\n",
            "# c",
            "; c\n",
            "\\\n# c\n")
        .list()
        .ofMaxSize(12)
        .map(pieces -> String.join("", pieces));
  }
}
