package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One mistake gives at most one error or warning. Sound files of many kinds are taken, and in each
 * everything that is written is got wrong in each way that people do it, one at a time.
 */
class SingleMistakesTest {

  private static final Path SOUND = Path.of("server/src/test/resources/sound");

  /** A way to get something wrong; none where it does not apply to a member. */
  private enum Way {
    LETTERS_SWAPPED((tree, member) -> name(member, swapped(member.name()))),
    LETTER_LEFT_OUT((tree, member) -> name(member, shortened(member.name()))),
    OTHER_LETTER_CASE((tree, member) -> name(member, recased(member.name()))),
    OTHER_CONVENTION((tree, member) -> name(member, converted(member.name()))),
    LEFT_OUT(Way::removal),
    HEADER_COMMENTED_OUT(Way::commentedHeader),
    WRITTEN_TWICE(Way::doubled),
    EMPTY((tree, member) -> text(member, "\"\"")),
    ANOTHER_TYPE((tree, member) -> value(member, otherType(member.value()))),
    VALUE_CUT_OFF((tree, member) -> text(member, cut(source(tree, member)))),
    VALUE_IN_OTHER_CASE((tree, member) -> text(member, recasedText(source(tree, member)))),
    VALUE_WITHOUT_QUOTES((tree, member) -> text(member, inside(source(tree, member)))),
    QUOTE_NOT_CLOSED((tree, member) -> text(member, unclosed(source(tree, member)))),
    SEPARATOR_LEFT_OUT(Way::withoutSeparator),
    COMMA_LEFT_OUT(Way::withoutComma),
    BRACE_LEFT_OUT(Way::withoutBrace);

    private final BiFunction<ConfigTree, Member, List<TextEdit>> edits;

    Way(BiFunction<ConfigTree, Member, List<TextEdit>> edits) {
      this.edits = edits;
    }

    List<TextEdit> of(ConfigTree tree, Member member) {
      return edits.apply(tree, member);
    }

    private static List<TextEdit> name(Member member, String name) {
      return name.isEmpty() || name.equals(member.name())
          ? List.of()
          : List.of(new TextEdit(nameRange(member), name));
    }

    private static TextRange nameRange(Member member) {
      TextRange range = member.key().range();
      int quote = (range.end() - range.start() - member.name().length()) / 2;
      return new TextRange(range.start() + quote, range.end() - quote);
    }

    private static String swapped(String name) {
      int middle = name.length() / 2;
      return name.length() < 4 || name.contains(".")
          ? ""
          : name.substring(0, middle - 1)
              + name.charAt(middle)
              + name.charAt(middle - 1)
              + name.substring(middle + 1);
    }

    private static String shortened(String name) {
      return name.length() < 4 ? "" : name.substring(0, name.length() - 1);
    }

    private static String recased(String name) {
      char first = name.charAt(0);
      char other =
          Character.isUpperCase(first)
              ? Character.toLowerCase(first)
              : Character.toUpperCase(first);
      return other + name.substring(1);
    }

    private static String converted(String name) {
      int bar = name.indexOf('_');
      if (bar > 0 && bar + 1 < name.length()) {
        return name.substring(0, bar)
            + Character.toUpperCase(name.charAt(bar + 1))
            + name.substring(bar + 2);
      }
      return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static List<TextEdit> removal(ConfigTree tree, Member member) {
      return tree.language() == Language.TOML
          ? new TomlEditor(tree).remove(member)
          : new JsonEditor(tree).remove(member);
    }

    private static List<TextEdit> commentedHeader(ConfigTree tree, Member member) {
      return tree.language() == Language.TOML
              && member.value() instanceof ObjectNode table
              && (table.form() == ObjectNode.Form.TABLE)
          ? List.of(TextEdit.insert(table.header().start(), "# "))
          : List.of();
    }

    private static List<TextEdit> doubled(ConfigTree tree, Member member) {
      TextRange range = member.range();
      String text = tree.text().substring(range.start(), range.end());
      return member.value() instanceof ScalarNode
          ? List.of(TextEdit.insert(range.start(), text + (isOnLine(tree, member) ? "\n" : ", ")))
          : List.of();
    }

    /** Whether an entry of TOML has its line for itself. */
    private static boolean isOnLine(ConfigTree tree, Member member) {
      ConfigNode parent = tree.parentOf(member.value()).orElseThrow();
      return tree.language() == Language.TOML
          && parent instanceof ObjectNode object
          && object.form() != ObjectNode.Form.BRACES;
    }

    private static List<TextEdit> text(Member member, String text) {
      return member.value().asText().isPresent() ? value(member, text) : List.of();
    }

    private static List<TextEdit> value(Member member, String text) {
      return text.isEmpty() ? List.of() : List.of(new TextEdit(member.value().range(), text));
    }

    private static String otherType(ConfigNode value) {
      if (value instanceof ScalarNode scalar) {
        return switch (scalar.type()) {
          case STRING -> "5";
          case BOOLEAN -> "\"yes\"";
          default -> "\"many\"";
        };
      }
      boolean header =
          value instanceof ObjectNode object
              ? object.form() != ObjectNode.Form.BRACES
              : value.get(0) instanceof ObjectNode item && item.form() == ObjectNode.Form.ELEMENT;
      boolean variable = value.get("value").isPresent();
      return header ? "" : variable ? "[]" : "\"text\"";
    }

    private static String source(ConfigTree tree, Member member) {
      TextRange range = member.value().range();
      return tree.text().substring(range.start(), range.end());
    }

    private static String inside(String quoted) {
      return quoted.length() < 3 ? "" : quoted.substring(1, quoted.length() - 1);
    }

    private static String cut(String quoted) {
      String inside = inside(quoted);
      return inside.length() < 3 || inside.endsWith("\\\"")
          ? ""
          : "\"" + inside.substring(0, inside.length() - 1) + "\"";
    }

    private static String recasedText(String quoted) {
      String inside = inside(quoted);
      return inside.isEmpty() || recased(inside).equals(inside)
          ? ""
          : "\"" + recased(inside) + "\"";
    }

    private static String unclosed(String quoted) {
      return quoted.length() < 3 ? "" : quoted.substring(0, quoted.length() - 1);
    }

    private static List<TextEdit> withoutSeparator(ConfigTree tree, Member member) {
      int from = member.key().range().end();
      int to = member.value().range().start();
      if (to < from) {
        return List.of();
      }
      int sign = tree.text().indexOf(tree.language() == Language.TOML ? '=' : ':', from);
      return sign < 0 || sign >= to
          ? List.of()
          : List.of(TextEdit.delete(new TextRange(sign, sign + 1)));
    }

    private static List<TextEdit> withoutComma(ConfigTree tree, Member member) {
      int end = member.value().range().end();
      return tree.text().startsWith(",", end)
          ? List.of(TextEdit.delete(new TextRange(end, end + 1)))
          : List.of();
    }

    private static List<TextEdit> withoutBrace(ConfigTree tree, Member member) {
      int end = member.value().range().end();
      return member.value() instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES
          ? List.of(TextEdit.delete(new TextRange(end - 1, end)))
          : List.of();
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(Repository.root().resolve(SOUND))) {
      return all.sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> the_files_are_sound() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      List<Finding> findings =
                          findings(file.getFileName().toString(), Files.readString(file));
                      assertThat(findings).as(() -> Findings.list(findings)).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> one_mistake_is_one_finding() throws IOException {
    return files().stream()
        .flatMap(
            file ->
                Stream.of(Way.values())
                    .map(
                        way ->
                            DynamicTest.dynamicTest(
                                file.getFileName() + " " + way, () -> eachMistake(file, way))));
  }

  private static void eachMistake(Path file, Way way) throws IOException {
    String name = file.getFileName().toString();
    String text = Files.readString(file);
    Document document = document(name, text);
    List<Member> members = new ArrayList<>();
    collect(document.tree().root(), members);
    StringBuilder found = new StringBuilder();
    for (Member member : members) {
      List<TextEdit> edits = way.of(document.tree(), member);
      if (edits.isEmpty()) {
        continue;
      }
      String mistaken = TextEdit.apply(text, edits);
      List<Finding> findings = findings(name, mistaken);
      String place = name + " " + document.tree().pathOf(member.value());
      if (findings.size() > 1) {
        found.append(place).append(" ").append(way).append("\n").append(Findings.list(findings));
      }
    }
    assertThat(found.toString()).isEmpty();
  }

  private static void collect(ConfigNode node, List<Member> into) {
    for (Member member : node.members()) {
      into.add(member);
      collect(member.value(), into);
    }
    node.items().forEach(item -> collect(item, into));
  }

  private static Document document(String name, String text) {
    return Project.of(Map.of(path(name), text)).documents().iterator().next();
  }

  private static String path(String name) {
    return name.endsWith(".toml") ? name + "/config.toml" : name;
  }

  private static List<Finding> findings(String name, String text) {
    return new Analyzer()
        .analyze(Project.of(Map.of(path(name), text))).findings().stream()
            .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
            .toList();
  }
}
