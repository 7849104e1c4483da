package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Reads TOML 1.1, and what people type on the way to it. What TOML 1.0 lacks is read and reported
 * as such. After a mistake it goes on with the next line. Never throws; time is linear in the
 * length of the text.
 *
 * <p>Tables are objects, whatever they are written with; see {@link ObjectNode.Form}. What is
 * defined twice is there twice, and the first counts.
 *
 * <p>Source: toml.io/en/v1.1.0; where it leaves a choice, the crate {@code toml} 1.1 that IoT Edge
 * 1.6 reads with.
 */
public final class TomlParser {

  private static final int NONE = -1;

  private final SourceText source;
  private final boolean template;
  private final TomlScanner scanner;
  private final TomlHeaders headers;
  private final TomlTables tables;
  private final TomlEntries entries;
  private final TomlValues values;
  private final List<Part> parts = new ArrayList<>();
  private final List<TextRange> conflicts = new ArrayList<>(0);
  private int conflict = NONE;
  private boolean directed;

  /** A header with the table that the lines below it fill. */
  private record Part(
      List<String> path,
      TextRange header,
      OpenTable table,
      List<TextRange> entries,
      int doubtfulSince) {}

  private TomlParser(SourceText source, boolean template) {
    this.source = source;
    this.template = template;
    this.scanner = new TomlScanner(source.text());
    TomlStrings strings = new TomlStrings(scanner, template);
    TomlKeys keys = new TomlKeys(scanner, strings);
    this.headers = new TomlHeaders(scanner, strings, keys);
    this.tables = new TomlTables(scanner.problems());
    this.entries = new TomlEntries(scanner, strings, keys, tables);
    this.values = new TomlValues(scanner, strings, entries, template);
  }

  /** Reads a file that no tool changes before its reader gets it. */
  public static ConfigTree parse(SourceText source) {
    return parse(source, false);
  }

  /**
   * Reads a file, or a template for one.
   *
   * @param template whether a placeholder without quotes may stand where a value is expected, and
   *     directives around lines, of which some may then exclude each other
   */
  public static ConfigTree parse(SourceText source, boolean template) {
    return new TomlParser(source, template).parseDocument();
  }

  private ConfigTree parseDocument() {
    part(List.of(), TextRange.at(0), tables.document(), TomlHeaders.NO_DOUBT);
    while (scanner.peek() != TomlScanner.END) {
      line();
    }
    scanner.finish();
    TextRange whole = new TextRange(0, source.length());
    ObjectNode root = tables.document().close(ObjectNode.Form.DOCUMENT, whole);
    List<Section> sections = sections(root);
    List<SyntaxProblem> problems = scanner.problems();
    problems.removeIf(this::isOfTwoSides);
    if (problems.stream().anyMatch(p -> p.kind() == Kind.TOML_DEFINED_TWICE)) {
      List<DefinedTwice.Block> blocks =
          parts.stream()
              .map(part -> new DefinedTwice.Block(part.path(), part.header(), part.entries()))
              .toList();
      new DefinedTwice(source, root, blocks).repair(problems);
    }
    problems.sort(Comparator.comparing(SyntaxProblem::range));
    return new ConfigTree(
        Language.TOML, source, scanner.tokens(), root, sections, scanner.comments(), problems);
  }

  private List<Section> sections(ObjectNode root) {
    List<Section> sections = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int end = i + 1 < parts.size() ? parts.get(i + 1).header().start() : source.length();
      TextRange range = new TextRange(part.header().start(), end);
      sections.add(new Section(part.header(), range, i == 0 ? root : part.table().close()));
      if (part.doubtfulSince() != TomlHeaders.NO_DOUBT) {
        // Nobody knows which table these lines were meant for.
        List<SyntaxProblem> problems = scanner.problems();
        SyntaxProblem problem = problems.get(part.doubtfulSince());
        problems.set(part.doubtfulSince(), problem.withRegion(range));
      }
    }
    return sections;
  }

  private void part(List<String> path, TextRange header, OpenTable table, int doubtfulSince) {
    parts.add(new Part(path, header, table, new ArrayList<>(), doubtfulSince));
  }

  // --- lines ---------------------------------------------------------------------------------

  private void line() {
    scanner.blanks();
    if (template && TomlPlaceholders.isKey(source.text(), scanner.at())) {
      scanner.take(TokenKind.COMMENT, scanner.lineEnd(scanner.at()));
    }
    directives();
    int start = scanner.at();
    int c = scanner.peek();
    if (c == '[' || c == '{') {
      headerOrValue();
    } else if (!scanner.isAtLineEnd() && c != '#' && !conflictMarker() && !foreignComment()) {
      entry();
    }
    // A value without its closing bracket ends where the next line begins.
    if (scanner.at() == start || !scanner.isFirstOnLine()) {
      endOfLine();
    }
  }

  private void entry() {
    int start = scanner.at();
    Part part = parts.get(parts.size() - 1);
    if (entries.line(part.table(), values)) {
      part.table().extendTo(scanner.lastEnd());
      part.entries().add(new TextRange(start, scanner.lastEnd()));
    }
  }

  /** Reads what may follow a header or an entry on its line, and the line end. */
  private void endOfLine() {
    scanner.blanks();
    directives();
    if (!scanner.isAtLineEnd() && scanner.peek() != '#' && !foreignComment()) {
      junk();
      scanner.blanks();
    }
    if (scanner.peek() == '#') {
      scanner.comment();
    }
    if (scanner.peek() != TomlScanner.END) {
      scanner.lineBreak();
    }
  }

  private void junk() {
    String text = source.text();
    int before = scanner.lastEnd();
    int start = scanner.at();
    int end = start + 1;
    while (!TomlScanner.isLineEnd(end < text.length() ? text.charAt(end) : TomlScanner.END)
        && !(text.charAt(end) == '#' && TomlScanner.isBlank(text.charAt(end - 1)))) {
      end++;
    }
    while (end > start + 1 && TomlScanner.isBlank(text.charAt(end - 1))) {
      end--;
    }
    TextRange range = new TextRange(start, end);
    String junk = range.of(text);
    boolean entry = TomlLines.isEntry(text, start);
    scanner.take(TokenKind.ERROR, end);
    if (junk.equals(",") || junk.equals(";")) {
      scanner.report(
          range,
          "no " + (junk.equals(",") ? "comma" : "semicolon") + " stands at the end of a line",
          Repair.safe("Remove it", TextEdit.delete(range)));
    } else if (entry) {
      scanner.report(
          range,
          "each key stands on a line of its own",
          Repair.unsafe(
              "Start a new line", new TextEdit(new TextRange(before, start), source.lineBreak())));
    } else {
      scanner.report(range, "only a comment may follow on this line");
    }
  }

  /** Passes over what tells a template which lines to write. */
  private void directives() {
    while (template && TomlPlaceholders.directiveEnd(source.text(), scanner.at()) > scanner.at()) {
      scanner.take(TokenKind.COMMENT, TomlPlaceholders.directiveEnd(source.text(), scanner.at()));
      scanner.blanks();
      directed = true;
    }
  }

  /** Passes over a comment of another language, which is reported. */
  private boolean foreignComment() {
    int start = scanner.at();
    int length = scanner.looksAt("//") || scanner.looksAt("/*") ? 2 : scanner.peek() == ';' ? 1 : 0;
    int end = scanner.lineEnd(start);
    String rest = source.text().substring(start, end);
    if (length == 0 || (length == 1 && rest.substring(1).isBlank())) {
      return false;
    }
    int textEnd = start + rest.stripTrailing().length();
    List<TextEdit> edits = new ArrayList<>(2);
    edits.add(new TextEdit(TextRange.ofLength(start, length), "#"));
    if (scanner.looksAt("/*") && textEnd > start + 3 && rest.stripTrailing().endsWith("*/")) {
      int last = start + rest.substring(0, textEnd - 2 - start).stripTrailing().length();
      edits.add(TextEdit.delete(new TextRange(last, textEnd)));
    }
    scanner.take(TokenKind.ERROR, textEnd);
    scanner.report(
        new TextRange(start, textEnd),
        "a comment starts with `#`, not with `" + rest.substring(0, length) + "`",
        new Repair("Use `#`", rest.chars().noneMatch(TomlText::isControl), edits));
    return true;
  }

  /** Passes over a line that a version control system left behind. */
  private boolean conflictMarker() {
    int start = scanner.at();
    int end = scanner.lineEnd(start);
    boolean marker =
        scanner.looksAt("<<<<<<< ")
            || scanner.looksAt(">>>>>>> ")
            || scanner.looksAt("||||||| ")
            || (scanner.looksAt("=======") && end == start + 7);
    if (!marker) {
      return false;
    }
    boolean opens = scanner.looksAt("<");
    boolean closes = scanner.looksAt(">");
    scanner.take(TokenKind.ERROR, end);
    scanner.report(new TextRange(start, end), "a merge conflict marker stands here");
    if (opens) {
      conflict = scanner.problems().size() - 1;
    } else if (closes && conflict != NONE) {
      closeConflict(end);
    }
    return true;
  }

  private void closeConflict(int end) {
    SyntaxProblem opening = scanner.problems().get(conflict);
    TextRange region = new TextRange(opening.range().start(), end);
    scanner.problems().set(conflict, opening.withRegion(region));
    conflicts.add(region);
    conflict = NONE;
  }

  /** Whether two sides of a merge or of a template define a thing, which is no mistake. */
  private boolean isOfTwoSides(SyntaxProblem problem) {
    if (problem.kind() != Kind.TOML_DEFINED_TWICE) {
      return false;
    }
    if (directed) {
      return true;
    }
    TextRange place = new TextRange(problem.range().start(), Integer.MAX_VALUE);
    int before = -Collections.binarySearch(conflicts, place) - 2;
    return before >= 0 && conflicts.get(before).contains(problem.range());
  }

  // --- headers -------------------------------------------------------------------------------

  private void headerOrValue() {
    String text = source.text();
    int start = scanner.at();
    String line = text.substring(start, scanner.lineEnd(start));
    int comma = line.indexOf(',');
    int close = line.indexOf(']');
    if (line.charAt(0) == '[' && (comma < 0 || (close >= 0 && close < comma))) {
      header();
      return;
    }
    // Left of an array or of pasted JSON; the lines below still belong to the table above.
    int before = scanner.problems().size();
    values.read(1, true);
    scanner.forgetSince(before);
    TextRange range = new TextRange(start, scanner.lastEnd());
    scanner
        .problems()
        .add(
            SyntaxProblem.of(
                    Kind.SYNTAX, TextRange.ofLength(start, 1), "no key stands before this value")
                .withRegion(range));
  }

  private void header() {
    TomlHeaders.Header header = headers.read();
    List<Key> path = header.path();
    OpenTable table =
        header.element()
            ? tables.element(path, header.range())
            : tables.table(path, header.range());
    part(path.stream().map(Key::name).toList(), header.range(), table, header.doubtfulSince());
  }
}
