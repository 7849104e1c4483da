package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlPlaces.Place;
import io.github.edgelint.edit.TomlStatements.Statement;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.CommentedLines;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edits a TOML file the way its author would: keys below their header and above the comments of the
 * next one, new tables beside their relatives, same indentation, quotes and line ends. Comments
 * stay, apart from one behind an entry that goes, and so does every token that was not named.
 *
 * <p>All edits refer to the text of the tree. There are none where an edit is not possible, or
 * where a syntax error makes the place doubtful.
 */
public final class TomlEditor {

  private final ConfigTree tree;
  private final String text;
  private final LineIndex lines;
  private final TomlStyle style;
  private final TomlStatements statements;
  private final TomlPlaces places;
  private final TomlStructure structure;

  public TomlEditor(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.source().lines();
    this.style = new TomlStyle(tree);
    this.statements = new TomlStatements(tree);
    this.places = new TomlPlaces(tree, style, statements);
    this.structure = new TomlStructure(tree, style, statements);
  }

  // --- values --------------------------------------------------------------------------------

  /**
   * Writes another value in the place of one, on one line, or behind an equals sign that has none.
   * Tables with headers are no values.
   */
  public List<TextEdit> set(ConfigNode existing, NewValue value) {
    TextRange range = existing.range();
    if (existing instanceof MissingNode) {
      return fill(range.start(), style.value(value, Quote.DOUBLE));
    }
    boolean inPlace =
        existing instanceof ScalarNode
            || (existing instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES)
            || (existing instanceof ArrayNode array && !array.ofTables());
    if (!inPlace || tree.isDamaged(range)) {
      return List.of();
    }
    Quote quote = existing.asScalar().map(ScalarNode::quote).orElse(Quote.DOUBLE);
    return List.of(new TextEdit(range, style.value(value, quote)));
  }

  private List<TextEdit> fill(int offset, String value) {
    if (offset == 0 || statements.at(offset).isEmpty()) {
      return List.of();
    }
    String sign = text.charAt(offset - 1) == '=' ? " " : " = ";
    int next = style.skipBlanks(offset);
    boolean atEnd = next == text.length() || style.isLineEnd(next);
    TextRange blanks = atEnd ? new TextRange(offset, next) : TextRange.at(offset);
    return List.of(new TextEdit(blanks, sign + value));
  }

  /** Adds an item as the last one. An array of tables takes none. */
  public List<TextEdit> append(ArrayNode array, NewValue item) {
    if (array.ofTables() || !structure.isWhole(array)) {
      return List.of();
    }
    Quote quote = Quote.DOUBLE;
    for (ConfigNode other : array.items()) {
      quote = other.asScalar().map(ScalarNode::quote).orElse(quote);
    }
    return structure.elements(array).append(style.value(item, quote));
  }

  /** Removes an item of an array; of an array of tables the element with its lines. */
  public List<TextEdit> remove(ArrayNode array, int index) {
    ConfigNode item = array.get(index);
    if (!item.isPresent()) {
      return List.of();
    }
    if (array.ofTables()) {
      return removed(structure.linesOf(item));
    }
    return structure.isWhole(array) ? structure.elements(array).remove(index) : List.of();
  }

  // --- keys ----------------------------------------------------------------------------------

  /**
   * Adds a key as the last one of a table, above blank lines and comments that belong to what
   * follows. The caller knows that there is none of this name.
   */
  public List<TextEdit> insert(ObjectNode table, String key, NewValue value) {
    return insertWritten(table, key, List.of(style.entry(table, key, value)));
  }

  /** Adds several keys, in order; see {@link #insert(ObjectNode, String, NewValue)}. */
  public List<TextEdit> insert(ObjectNode table, Map<String, NewValue> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> entries = new ArrayList<>(keys.size());
    keys.forEach((key, value) -> entries.add(style.entry(table, key, value)));
    return insertWritten(table, keys.keySet().iterator().next(), entries);
  }

  List<TextEdit> insertWritten(ObjectNode table, String firstKey, List<String> entries) {
    Optional<ObjectNode> inline = structure.inlineFor(table);
    if (inline.isPresent()) {
      List<String> names = places.namesOf(table);
      names = names.subList(places.namesOf(inline.get()).size(), names.size());
      String prefix = names.isEmpty() ? "" : TomlText.path(names) + ".";
      return structure.isWhole(inline.get())
          ? insertInBraces(inline.get(), prefix, entries)
          : List.of();
    }
    Optional<Place> place = places.forKey(table, firstKey);
    if (place.isPresent()) {
      return List.of(lines(place.get(), entries));
    }
    boolean named = table.form() == ObjectNode.Form.IMPLICIT && !structure.isBelowElement(table);
    return named ? List.of(newTable(places.namesOf(table), entries)) : List.of();
  }

  private List<TextEdit> insertInBraces(ObjectNode inline, String prefix, List<String> entries) {
    Elements elements = structure.elements(inline);
    String comma = elements.isMultiLine() ? "," + style.lineBreak() + elements.indent() : ", ";
    return elements.append(prefix + String.join(comma + prefix, entries));
  }

  private TextEdit lines(Place place, List<String> entries) {
    return TextEdit.insert(place.offset(), place.written(entries, style.lineBreak()));
  }

  TextEdit newTable(List<String> path, List<String> entries) {
    List<String> all = new ArrayList<>(entries.size() + 1);
    all.add(TomlPlaces.header(path));
    all.addAll(entries);
    return lines(places.forTable(path), all);
  }

  /**
   * Removes a key with its value and its line, and a comment behind it on that line; a table with
   * its header, its keys and all tables below it.
   */
  public List<TextEdit> remove(Member member) {
    Optional<ObjectNode> inline = structure.inlineAround(member.value());
    if (inline.isEmpty()) {
      return removed(structure.linesOf(member));
    }
    int index = structure.elementAt(inline.get(), member.key());
    boolean single = !TomlStructure.isDotted(member) || TomlStructure.leaves(member).size() == 1;
    return structure.isWhole(inline.get()) && index >= 0 && single
        ? structure.elements(inline.get()).remove(index)
        : List.of();
  }

  /**
   * Gives a key another name; of a table in all headers and dotted keys that lead through it. The
   * caller knows that there is none of this name.
   */
  public List<TextEdit> rename(Member member, String newName) {
    String written =
        member.key().quote() == Quote.NONE
            ? TomlText.key(newName)
            : member.key().quote() == Quote.SINGLE && newName.indexOf('\'') < 0
                ? "'" + newName + "'"
                : '"' + TomlText.escape(newName) + '"';
    return rewriteKey(member, written);
  }

  /**
   * Puts a key, or a table with all its headers, into a table that is not there yet: {@code Binds}
   * becomes {@code HostConfig.Binds}.
   */
  public List<TextEdit> nest(Member member, String table) {
    return rewriteKey(member, TomlText.key(table) + "." + member.key().range().of(text));
  }

  private List<TextEdit> rewriteKey(Member member, String written) {
    TextRange own = member.key().range();
    Optional<Statement> statement = statements.at(own.start());
    int part = statement.map(s -> s.keys().indexOf(own)).orElse(-1);
    if (part < 0 || !TomlStructure.isTable(member.value())) {
      return tree.isDamaged(own) ? List.of() : List.of(new TextEdit(own, written));
    }
    if (structure.isBelowElement(member.value())) {
      return List.of();
    }
    List<String> path = places.namesOf(member.value());
    List<TextEdit> edits = new ArrayList<>();
    for (Statement other : statements.all()) {
      int index = path.size() - 1 - other.table().size();
      if (index >= 0 && other.isBelow(path)) {
        edits.add(new TextEdit(other.keys().get(index), written));
      }
    }
    return edits;
  }

  /**
   * Moves a key to the end of another table, as it is written, with a comment behind it; a table
   * with a header gets another header. The caller knows that there is none of this name.
   */
  public List<TextEdit> move(Member member, ObjectNode target) {
    return new TomlMove(tree, this, style, places, structure).edits(member, target);
  }

  // --- tables and comments -------------------------------------------------------------------

  /**
   * Keys that a table should have.
   *
   * @param table the names that lead to it from the root
   */
  public record Wanted(List<String> table, Map<String, NewValue> keys) {

    public Wanted {
      table = List.copyOf(table);
      keys = new LinkedHashMap<>(keys);
    }
  }

  /** Sets keys of a table; see {@link #put(List)}. */
  public List<TextEdit> put(Wanted wanted) {
    return put(List.of(wanted));
  }

  /**
   * Sets keys of tables, whichever way leads there: what exists gets the new value; what stands in
   * a comment becomes active in place; what is missing is added, with its table if need be.
   *
   * @return no edits at all where one of the keys has no place
   */
  public List<TextEdit> put(List<Wanted> wanted) {
    return new TomlPut(tree, this, style, places, structure).edits(wanted);
  }

  /** Makes comments of the lines that a range touches. */
  public List<TextEdit> commentOut(TextRange range) {
    return CommentedLines.commentOut(tree.source(), range);
  }

  // --- lines that go -------------------------------------------------------------------------

  private List<TextEdit> removed(List<TextRange> ranges) {
    List<TextEdit> edits = new ArrayList<>();
    for (TextRange range : ranges) {
      if (tree.isDamaged(range)) {
        return List.of();
      }
      edits.add(TextEdit.delete(withLines(range)));
    }
    return edits;
  }

  private TextRange withLines(TextRange range) {
    int start = Math.max(places.startOfText(), lines.lineStart(lines.lineOf(range.start())));
    int last = lines.lineOf(range.end());
    boolean blankAbove = start == places.startOfText() || isBlankLine(lines.lineOf(start) - 1);
    boolean block = text.charAt(range.start()) == '[';
    // Two blank lines in the place of a block are one too many.
    while (block && blankAbove && last + 1 < lines.lineCount() - 1 && isBlankLine(last + 1)) {
      last++;
    }
    return new TextRange(start, lines.lineEndWithBreak(last));
  }

  private boolean isBlankLine(int line) {
    return lines.line(line).of(text).isBlank();
  }
}
