package io.github.edgelint.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.json.JsonParser;
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
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every edit must keep, tried at many places of real manifests. */
class JsonEditorLawsTest {

  private static final NewValue VALUE =
      NewValue.object("value", NewValue.array(NewValue.text("a\"b"), NewValue.literal("1")));

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Shared.assumePresent("corpus"))) {
      found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
    }
    // Every third file: they are alike.
    return Stream.iterate(0, i -> i < files.size(), i -> i + 3).map(files::get);
  }

  private static ConfigTree parse(String text) {
    return JsonParser.parse(SourceText.of(text), true);
  }

  private static List<ConfigNode> nodes(ConfigNode from) {
    List<ConfigNode> all = new ArrayList<>(List.of(from));
    for (int i = 0; i < all.size(); i++) {
      all.get(i).members().forEach(member -> all.add(member.value()));
      all.addAll(all.get(i).items());
    }
    return all;
  }

  private static List<ConfigNode> sample(ConfigTree tree) {
    List<ConfigNode> all = nodes(tree.root());
    Random random = new Random(all.size());
    return Stream.generate(() -> all.get(random.nextInt(all.size()))).limit(12).toList();
  }

  /** Applies edits and checks what holds for all of them. */
  private static ConfigTree applied(ConfigTree tree, List<TextEdit> edits) {
    ConfigTree result = parse(TextEdit.apply(tree.text(), edits));
    assertThat(kinds(result)).isSubsetOf(kinds(tree));
    assertThat(result.problems().size()).isLessThanOrEqualTo(tree.problems().size());
    assertThat(result.comments())
        .extracting(Comment::text)
        .containsExactlyElementsOf(tree.comments().stream().map(Comment::text).toList());
    return result;
  }

  private static List<SyntaxProblem.Kind> kinds(ConfigTree tree) {
    return tree.problems().stream().map(SyntaxProblem::kind).toList();
  }

  /** All tokens that say something, commas left out. */
  private static List<String> words(ConfigTree tree, int from, int to) {
    List<String> words = new ArrayList<>();
    for (int i = tree.tokens().indexAt(from); i < tree.tokens().size(); i++) {
      TokenKind kind = tree.tokens().kind(i);
      String word = tree.tokens().range(i).of(tree.text());
      boolean silent =
          kind == TokenKind.WHITESPACE || kind == TokenKind.LINE_BREAK || kind == TokenKind.COMMENT;
      if (!silent && !word.equals(",") && tree.tokens().end(i) <= to) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String> words(ConfigTree tree) {
    return words(tree, 0, tree.text().length());
  }

  private static List<String> without(ConfigTree tree, int start, int end) {
    List<String> words = words(tree, 0, start);
    words.addAll(words(tree, end, tree.text().length()));
    return words;
  }

  @ParameterizedTest
  @MethodSource("files")
  void an_inserted_member_is_there_and_nothing_else_has_changed(Path file) throws IOException {
    ConfigTree tree = parse(Files.readString(file));
    for (ConfigNode node : sample(tree)) {
      List<TextEdit> edits =
          node instanceof ObjectNode object
              ? new JsonEditor(tree).insert(object, "x new", VALUE)
              : node instanceof ArrayNode array
                  ? new JsonEditor(tree).append(array, VALUE)
                  : List.of();
      if (!edits.isEmpty()) {
        ConfigTree result = applied(tree, edits);
        List<String> words = words(result);
        assertThat(words).containsSubsequence(words(tree));
        boolean object = node instanceof ObjectNode;
        assertThat(words.size() - words(tree).size()).isEqualTo(object ? 10 : 8);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_removed_member_is_gone_and_nothing_else_with_it(Path file) throws IOException {
    ConfigTree tree = parse(Files.readString(file));
    for (ConfigNode node : sample(tree)) {
      Member member = tree.memberOf(node).orElse(null);
      if (member != null && !holdsComment(tree, member)) {
        List<TextEdit> edits = new JsonEditor(tree).remove(member);
        if (!edits.isEmpty()) {
          ConfigTree result = applied(tree, edits);
          assertThat(words(result))
              .isEqualTo(without(tree, member.range().start(), member.range().end()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_moved_member_says_the_same_in_its_new_place(Path file) throws IOException {
    ConfigTree tree = parse(Files.readString(file));
    List<ConfigNode> places = sample(tree);
    for (int i = 0; i + 1 < places.size(); i++) {
      Member member = tree.memberOf(places.get(i)).orElse(null);
      if (member != null
          && places.get(i + 1) instanceof ObjectNode target
          && target.member(member.name()).isEmpty()) {
        List<TextEdit> edits = new JsonEditor(tree).move(member, target);
        if (!edits.isEmpty()) {
          ConfigTree result = applied(tree, edits);
          assertThat(words(result)).containsExactlyInAnyOrderElementsOf(words(tree));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_member_that_was_inserted_and_removed_leaves_no_trace(Path file) throws IOException {
    ConfigTree tree = parse(Files.readString(file));
    // A trailing comma would not come back.
    List<ConfigNode> places = tree.problems().isEmpty() ? sample(tree) : List.of();
    for (ConfigNode node : places) {
      if (node instanceof ObjectNode object && !object.members().isEmpty()) {
        List<TextEdit> edits = new JsonEditor(tree).insert(object, "x new", VALUE);
        if (!edits.isEmpty()) {
          ConfigTree result = applied(tree, edits);
          Member added =
              nodes(result.root()).stream()
                  .flatMap(parent -> parent.members().stream())
                  .filter(member -> member.name().equals("x new"))
                  .findFirst()
                  .orElseThrow();
          List<TextEdit> back = new JsonEditor(result).remove(added);
          // Blanks at the end of a line go with it.
          assertThat(TextEdit.apply(result.text(), back).replaceAll("(?m)[ \t]+$", ""))
              .isEqualTo(tree.text().replaceAll("(?m)[ \t]+$", ""));
        }
      }
    }
  }

  @Property(tries = 2000)
  void comments_and_layout_of_any_kind_survive_every_edit(
      @ForAll @IntRange(max = 1_000_000) int seed) {
    ConfigTree tree = parse(new RandomJson(new Random(seed)).document());
    for (ConfigNode node : sample(tree)) {
      JsonEditor editor = new JsonEditor(tree);
      if (node instanceof ObjectNode object) {
        ConfigTree result = applied(tree, editor.insert(object, "x new", VALUE));
        assertThat(words(result)).hasSize(words(tree).size() + 10);
      }
      if (node instanceof ArrayNode array) {
        ConfigTree result = applied(tree, editor.append(array, VALUE));
        assertThat(words(result)).hasSize(words(tree).size() + 8);
      }
      tree.memberOf(node)
          .filter(member -> !holdsComment(tree, member))
          .ifPresent(
              member ->
                  assertThat(words(applied(tree, editor.remove(member))))
                      .isEqualTo(without(tree, member.range().start(), member.range().end())));
    }
  }

  private static boolean holdsComment(ConfigTree tree, Member member) {
    return tree.comments().stream().anyMatch(c -> member.range().contains(c.range()));
  }

  /** Documents with anything between their tokens that is no token. */
  private record RandomJson(Random random) {

    String document() {
      return gap() + value(3) + gap();
    }

    private String value(int depth) {
      int kind = random.nextInt(depth == 0 ? 2 : 6);
      if (kind < 2) {
        return kind == 0 ? "1" : "\"s\"";
      }
      StringBuilder text = new StringBuilder(kind < 4 ? "{" : "[");
      int size = random.nextInt(4);
      for (int i = 0; i < size; i++) {
        text.append(gap());
        if (kind < 4) {
          text.append("\"k").append(i).append('"').append(gap()).append(':').append(gap());
        }
        text.append(value(depth - 1)).append(gap()).append(i + 1 < size ? "," : "");
      }
      return text.append(gap()).append(kind < 4 ? '}' : ']').toString();
    }

    private String gap() {
      String[] gaps = {
        "", "", "", " ", "\n", "\n  ", "\n    ", " // c\n", " /* c */ ", "/*\n*/", "\r\n"
      };
      return gaps[random.nextInt(gaps.length)];
    }
  }
}
