package io.github.edgelint.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every edit must keep, tried at many places of real files and of random ones. */
class TomlEditorLawsTest {

  private static final NewValue VALUE = NewValue.text("a \"b\" 'c' \\ \n");

  static Stream<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template"));
    try (Stream<Path> found = Files.walk(Shared.assumePresent("corpus"))) {
      found.filter(file -> file.toString().endsWith(".toml")).sorted().forEach(files::add);
    }
    return Stream.iterate(0, i -> i < files.size(), i -> i + 2).map(files::get);
  }

  private static ConfigTree parse(String text) {
    return TomlParser.parse(SourceText.of(text));
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
    TreeLaws.check(result);
    String change = tree.text() + "\nbecomes\n" + result.text() + edits;
    assertThat(kinds(result)).as(change).isSubsetOf(kinds(tree));
    assertThat(errors(result)).as(change).isLessThanOrEqualTo(errors(tree));
    return result;
  }

  private static List<Kind> kinds(ConfigTree tree) {
    return tree.problems().stream().map(SyntaxProblem::kind).toList();
  }

  private static long errors(ConfigTree tree) {
    return kinds(tree).stream().filter(kind -> kind != Kind.TOML_NEWER_SYNTAX).count();
  }

  private static void hasSameComments(ConfigTree result, ConfigTree tree) {
    assertThat(result.comments())
        .extracting(Comment::text)
        .containsExactlyElementsOf(tree.comments().stream().map(Comment::text).toList());
  }

  /** All tokens that say something, commas left out. */
  private static List<String> words(ConfigTree tree) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tree.tokens().size(); i++) {
      TokenKind kind = tree.tokens().kind(i);
      String word = tree.tokens().range(i).of(tree.text());
      boolean silent =
          kind == TokenKind.WHITESPACE || kind == TokenKind.LINE_BREAK || kind == TokenKind.COMMENT;
      if (!silent && !word.equals(",")) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether some words are among others in the same order. */
  private static boolean isWithin(List<String> some, List<String> all) {
    int next = 0;
    for (String word : all) {
      next += next < some.size() && some.get(next).equals(word) ? 1 : 0;
    }
    return next == some.size();
  }

  private static List<String> written(ConfigNode node) {
    List<String> all = new ArrayList<>();
    for (ConfigNode value : nodes(node)) {
      value.asScalar().map(ScalarNode::text).ifPresent(all::add);
    }
    return all;
  }

  private static void insert(ConfigTree tree, ConfigNode node) {
    if (node instanceof ObjectNode table) {
      List<TextEdit> edits = new TomlEditor(tree).insert(table, "x new", VALUE);
      if (!edits.isEmpty()) {
        ConfigTree result = applied(tree, edits);
        hasSameComments(result, tree);
        assertThat(isWithin(words(tree), words(result))).as(result.text()).isTrue();
        ConfigNode parent = result.root();
        for (String step : tree.pathOf(table).steps()) {
          parent =
              parent instanceof ArrayNode ? parent.get(Integer.parseInt(step)) : parent.get(step);
        }
        assertThat(parent.get("x new").asText()).as(result.text()).contains("a \"b\" 'c' \\ \n");
        assertThat(written(result.root())).hasSize(written(tree.root()).size() + 1);
      }
    }
    if (node instanceof ArrayNode array) {
      List<TextEdit> edits = new TomlEditor(tree).append(array, VALUE);
      if (!edits.isEmpty()) {
        ConfigTree result = applied(tree, edits);
        hasSameComments(result, tree);
        assertThat(words(result)).hasSize(words(tree).size() + 1);
      }
    }
  }

  private static void set(ConfigTree tree, ConfigNode node) {
    List<TextEdit> edits = new TomlEditor(tree).set(node, VALUE);
    if (!edits.isEmpty()) {
      ConfigTree result = applied(tree, edits);
      assertThat(written(result.root()))
          .hasSize(written(tree.root()).size() - written(node).size() + 1)
          .contains("a \"b\" 'c' \\ \n");
    }
  }

  private static void remove(ConfigTree tree, ConfigNode node) {
    Member member = tree.memberOf(node).orElse(null);
    if (member == null) {
      return;
    }
    List<TextEdit> edits = new TomlEditor(tree).remove(member);
    if (!edits.isEmpty()) {
      ConfigTree result = applied(tree, edits);
      assertThat(written(result.root()))
          .as(member.name() + " out of " + tree.text() + "\nleaves " + result.text())
          .hasSize(written(tree.root()).size() - written(node).size());
      assertThat(isWithin(words(result), words(tree))).as(result.text()).isTrue();
    }
  }

  private static void move(ConfigTree tree, ConfigNode node, ConfigNode to) {
    Member member = tree.memberOf(node).orElse(null);
    if (member == null
        || !(to instanceof ObjectNode target)
        || target.member(member.name()).isPresent()) {
      return;
    }
    List<TextEdit> edits = new TomlEditor(tree).move(member, target);
    if (!edits.isEmpty()) {
      ConfigTree result = applied(tree, edits);
      assertThat(written(result.root()))
          .as(member.name() + " in " + tree.text() + "\nbecomes " + result.text())
          .containsExactlyInAnyOrderElementsOf(written(tree.root()));
    }
  }

  private static void rename(ConfigTree tree, ConfigNode node) {
    Member member = tree.memberOf(node).orElse(null);
    if (member != null) {
      List<TextEdit> edits = new TomlEditor(tree).rename(member, "x.new");
      if (!edits.isEmpty()) {
        ConfigTree result = applied(tree, edits);
        hasSameComments(result, tree);
        assertThat(words(result)).hasSameSizeAs(words(tree));
        assertThat(written(result.root())).hasSameSizeAs(written(tree.root()));
      }
    }
  }

  private static void put(ConfigTree tree, ConfigNode node) {
    List<String> path = tree.pathOf(node).steps();
    List<TextEdit> edits =
        new TomlEditor(tree)
            .put(new TomlEditor.Wanted(path, Map.of("x new", VALUE, "method", VALUE)));
    if (!edits.isEmpty()) {
      ConfigNode table = applied(tree, edits).root().at(path.toArray(String[]::new));
      assertThat(table.get("x new").asText()).isPresent();
      assertThat(table.get("method").asText()).isPresent();
    }
  }

  private static void everyEdit(ConfigTree tree) {
    if (tree.problems().stream().anyMatch(p -> p.kind() == Kind.TOML_DEFINED_TWICE)) {
      return; // of two members of one name only the first is found again
    }
    List<ConfigNode> places = sample(tree);
    for (int i = 0; i < places.size(); i++) {
      set(tree, places.get(i));
      insert(tree, places.get(i));
      remove(tree, places.get(i));
      rename(tree, places.get(i));
      put(tree, places.get(i));
      move(tree, places.get(i), places.get((i + 1) % places.size()));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void an_edit_does_what_it_says_and_nothing_else(Path file) throws IOException {
    String text = Files.readString(file);
    everyEdit(parse(text));
    everyEdit(parse(text.replace("\n", "\r\n")));
  }

  @Property(tries = 300)
  void layout_of_any_kind_survives_every_edit(@ForAll @IntRange(max = 1_000_000) int seed) {
    ConfigTree tree = parse(new RandomToml(new Random(seed)).document());
    assertThat(tree.hasSyntaxErrors()).as(tree.text()).isFalse();
    everyEdit(tree);
  }

  /** Documents with anything between their statements that is none. */
  private static final class RandomToml {
    private final Random random;
    private int names;

    RandomToml(Random random) {
      this.random = random;
    }

    String document() {
      StringBuilder text = new StringBuilder(gap());
      entries(text);
      for (int i = random.nextInt(4); i > 0; i--) {
        String name = "t" + names++;
        int kind = random.nextInt(4);
        text.append(indent())
            .append(kind == 0 ? "[[" + name + "]]" : "[" + name + "]")
            .append(end());
        entries(text);
        if (kind > 1) {
          text.append("[" + name + " . u.v]").append(end());
          entries(text);
        }
        if (kind == 0) {
          text.append("[[" + name + "]]").append(end());
          entries(text);
          text.append("[" + name + ".w]").append(end());
          entries(text);
        }
      }
      String all = text.toString();
      return random.nextBoolean() ? all.stripTrailing() : all;
    }

    private void entries(StringBuilder text) {
      int dotted = names++;
      for (int i = random.nextInt(4); i > 0; i--) {
        String name = "k" + names++;
        String key = random.nextInt(3) == 0 ? "d" + dotted + ".e." + name : name;
        text.append(indent()).append(key).append(" = ").append(value(2)).append(end());
      }
    }

    private String value(int depth) {
      int kind = random.nextInt(depth == 0 ? 3 : 6);
      if (kind < 3) {
        return new String[] {"1", "'s'", "\"\"\"\nx\n[y]\n\"\"\""}[kind];
      }
      StringBuilder text = new StringBuilder(kind == 3 ? "[" : "{");
      int size = random.nextInt(3);
      for (int i = 0; i < size; i++) {
        text.append(inner())
            .append(kind == 3 ? "" : random.nextBoolean() ? "f.g" + i + "=" : "h" + i + " = ");
        text.append(value(depth - 1)).append(inner());
        text.append(i + 1 < size || random.nextInt(3) == 0 ? "," : "");
      }
      return text.append(inner()).append(kind == 3 ? "]" : "}").toString();
    }

    private String inner() {
      return pick("", "", " ", "\n  ", " # c\n");
    }

    private String indent() {
      return pick("", "", "  ");
    }

    private String end() {
      return pick("\n", "\n", " # c\n", "\n\n", "\n# c\n", "\n\n# [c]\n# method = 1\n\n", "\r\n")
          + pick("", gap());
    }

    private String gap() {
      return pick("", "", "# c\n", "\n");
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
