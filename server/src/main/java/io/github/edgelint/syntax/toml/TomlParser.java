package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
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

  private final SourceText source;
  private final TomlScanner scanner;
  private final TomlKeys keys;
  private final TomlTables tables;
  private final TomlEntries entries;
  private final TomlValues values;
  private final List<Part> parts = new ArrayList<>();

  /** A header with the table that the lines below it fill. */
  private record Part(TextRange header, int start, OpenTable table, int doubtfulSince) {}

  private TomlParser(SourceText source, boolean template) {
    this.source = source;
    this.scanner = new TomlScanner(source.text());
    TomlStrings strings = new TomlStrings(scanner);
    this.keys = new TomlKeys(scanner, strings);
    this.tables = new TomlTables(scanner.problems());
    this.entries = new TomlEntries(scanner, keys, tables);
    this.values = new TomlValues(scanner, strings, entries, template);
  }

  /** Reads a file that no tool changes before its reader gets it. */
  public static ConfigTree parse(SourceText source) {
    return parse(source, false);
  }

  /**
   * Reads a file, or a template for one.
   *
   * @param template whether a placeholder without quotes may stand where a value is expected
   */
  public static ConfigTree parse(SourceText source, boolean template) {
    return new TomlParser(source, template).parseDocument();
  }

  private ConfigTree parseDocument() {
    parts.add(new Part(TextRange.at(0), 0, tables.document(), -1));
    while (scanner.peek() != TomlScanner.END) {
      line();
    }
    scanner.finish();
    TextRange whole = new TextRange(0, source.length());
    ObjectNode root = tables.document().close(ObjectNode.Form.DOCUMENT, whole);
    List<Section> sections = sections(root);
    List<SyntaxProblem> problems = scanner.problems();
    problems.sort(Comparator.comparing(SyntaxProblem::range));
    return new ConfigTree(
        Language.TOML, source, scanner.tokens(), root, sections, scanner.comments(), problems);
  }

  private List<Section> sections(ObjectNode root) {
    List<Section> sections = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int end = i + 1 < parts.size() ? parts.get(i + 1).start() : source.length();
      TextRange range = new TextRange(part.start(), end);
      sections.add(new Section(part.header(), range, i == 0 ? root : part.table().close()));
      if (part.doubtfulSince() >= 0) {
        // Nobody knows which table these lines were meant for.
        List<SyntaxProblem> problems = scanner.problems();
        SyntaxProblem problem = problems.get(part.doubtfulSince());
        problems.set(part.doubtfulSince(), problem.withRegion(range));
      }
    }
    return sections;
  }

  private OpenTable table() {
    return parts.get(parts.size() - 1).table();
  }

  // --- lines ---------------------------------------------------------------------------------

  private void line() {
    scanner.blanks();
    if (scanner.peek() == '[') {
      headerOrValue();
      endOfLine();
    } else if (!scanner.isAtLineEnd()
        && scanner.peek() != '#'
        && !conflictMarker()
        && !foreignComment()) {
      entries.line(table(), values);
      endOfLine();
    } else {
      endOfLine();
    }
  }

  /** Reads what may follow a header or an entry on its line, and the line end. */
  private void endOfLine() {
    scanner.blanks();
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
          Repair.unsafe("Start a new line", TextEdit.insert(start, source.lineBreak())));
    } else {
      scanner.report(range, "only a comment may follow on this line");
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
      edits.add(TextEdit.delete(new TextRange(textEnd - 2, textEnd)));
    }
    scanner.take(TokenKind.ERROR, textEnd);
    scanner.report(
        new TextRange(start, textEnd),
        "a comment starts with `#`, not with `" + rest.substring(0, length) + "`",
        new Repair("Use `#`", true, edits));
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
    scanner.take(TokenKind.ERROR, end);
    scanner.report(new TextRange(start, end), "a merge conflict marker stands here");
    return true;
  }

  // --- headers -------------------------------------------------------------------------------

  private void headerOrValue() {
    String text = source.text();
    int start = scanner.at();
    int lineEnd = scanner.lineEnd(start);
    int close = text.indexOf(']', start);
    int comma = text.indexOf(',', start);
    boolean value = comma > start && comma < lineEnd && (close < 0 || comma < close);
    if (value) {
      // What is left of an array; the lines below still belong to the table above.
      scanner.take(TokenKind.ERROR, lineEnd);
      scanner.report(new TextRange(start, lineEnd), "no key stands before this value");
      return;
    }
    header();
  }

  private void header() {
    int start = scanner.at();
    int before = scanner.problems().size();
    boolean element = scanner.peek(1) == '[';
    scanner.punctuation(1);
    if (element) {
      scanner.punctuation(1);
    }
    scanner.blanks();
    TomlKeys.Path path = keys.read();
    boolean sound = path.sound();
    if (sound && scanner.peek() != ']' && !scanner.isAtLineEnd() && scanner.peek() != '#') {
      path = blanksInName(path);
      sound = false;
    }
    int end = closing(element, sound);
    TextRange header = new TextRange(start, end);
    int doubtful = sound || scanner.problems().size() == before ? -1 : before;
    List<Key> names = path.keys();
    OpenTable table = element ? tables.element(names, header) : tables.table(names, header);
    parts.add(new Part(header, start, table, doubtful));
  }

  /** A name goes on behind its first word. */
  private TomlKeys.Path blanksInName(TomlKeys.Path path) {
    String text = source.text();
    int start = path.range().start();
    int end = scanner.at();
    while (!TomlScanner.isLineEnd(end < text.length() ? text.charAt(end) : TomlScanner.END)
        && "]#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    int nameEnd = start + text.substring(start, end).stripTrailing().length();
    scanner.take(TokenKind.ERROR, nameEnd);
    TextRange range = new TextRange(start, nameEnd);
    String name = range.of(text);
    scanner.report(
        range,
        "a table name with blanks or signs must stand in quotes",
        new Repair("Quote the name", false, List.of(new TextEdit(range, TomlText.quote(name)))));
    scanner.blanks();
    return new TomlKeys.Path(List.of(Key.bare(name, range)), false);
  }

  /** Reads the closing brackets of a header; gives where the header ends. */
  private int closing(boolean element, boolean sound) {
    int wanted = element ? 2 : 1;
    int found = 0;
    while (found < wanted && scanner.peek(found) == ']') {
      found++;
    }
    scanner.punctuation(found);
    int end = scanner.lastEnd();
    if (found < wanted && sound) {
      String missing = "]".repeat(wanted - found);
      scanner.report(
          TextRange.at(end),
          "`" + missing + "` is missing",
          Repair.safe("Insert `" + missing + "`", TextEdit.insert(end, missing)));
    } else if (found == wanted && scanner.peek() == ']') {
      TextRange more = TextRange.ofLength(scanner.at(), 1);
      scanner.take(TokenKind.ERROR, more.end());
      scanner.report(
          more, "one `]` too many stands here", Repair.unsafe("Remove it", TextEdit.delete(more)));
    }
    return end;
  }
}
