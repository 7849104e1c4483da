package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlPlaces.Place;
import io.github.edgelint.edit.TomlStatements.Statement;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.syntax.toml.CommentedLines;
import io.github.edgelint.syntax.toml.CommentedToml;
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

  public TomlEditor(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.source().lines();
    this.style = new TomlStyle(tree);
    this.statements = new TomlStatements(tree);
    this.places = new TomlPlaces(tree, style, statements);
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
    if (array.ofTables() || !isWhole(array)) {
      return List.of();
    }
    Quote quote = Quote.DOUBLE;
    for (ConfigNode other : array.items()) {
      quote = other.asScalar().map(ScalarNode::quote).orElse(quote);
    }
    return elements(array).append(style.value(item, quote));
  }

  /** Removes an item of an array; of an array of tables the element with its lines. */
  public List<TextEdit> remove(ArrayNode array, int index) {
    ConfigNode item = array.get(index);
    if (!item.isPresent()) {
      return List.of();
    }
    if (array.ofTables()) {
      return removed(linesOf(item));
    }
    return isWhole(array) ? elements(array).remove(index) : List.of();
  }

  // --- keys ----------------------------------------------------------------------------------

  /**
   * Adds a key as the last one of a table, above blank lines and comments that belong to what
   * follows. The caller knows that there is none of this name.
   */
  public List<TextEdit> insert(ObjectNode table, String key, NewValue value) {
    return insertWritten(table, key, List.of(style.entry(table, key, value)));
  }

  /** Adds several keys; see {@link #insert}. */
  List<TextEdit> insert(ObjectNode table, Map<String, NewValue> keys) {
    List<String> entries = new ArrayList<>(keys.size());
    keys.forEach((key, value) -> entries.add(style.entry(table, key, value)));
    return insertWritten(table, keys.keySet().iterator().next(), entries);
  }

  private List<TextEdit> insertWritten(ObjectNode table, String firstKey, List<String> entries) {
    Optional<ObjectNode> inline = inlineFor(table);
    if (inline.isPresent()) {
      List<String> names = places.namesOf(table);
      names = names.subList(places.namesOf(inline.get()).size(), names.size());
      String prefix = names.isEmpty() ? "" : TomlText.path(names) + ".";
      return isWhole(inline.get()) ? insertInBraces(inline.get(), prefix, entries) : List.of();
    }
    Optional<Place> place = places.forKey(table, firstKey);
    if (place.isPresent()) {
      return List.of(lines(place.get(), entries));
    }
    boolean named = table.form() == ObjectNode.Form.IMPLICIT && !isBelowElement(table);
    return named ? List.of(newTable(places.namesOf(table), entries)) : List.of();
  }

  private List<TextEdit> insertInBraces(ObjectNode inline, String prefix, List<String> entries) {
    Elements elements = elements(inline);
    String comma = elements.isMultiLine() ? "," + style.lineBreak() + elements.indent() : ", ";
    return elements.append(prefix + String.join(comma + prefix, entries));
  }

  /** The inline table whose braces a new key of a table would stand in. */
  Optional<ObjectNode> inlineFor(ObjectNode table) {
    return switch (table.form()) {
      case BRACES -> Optional.of(table);
      case IMPLICIT -> inlineAround(table);
      default -> Optional.empty();
    };
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

  /** Adds a key behind another one of the same table. */
  public List<TextEdit> insertAfter(Member neighbour, String key, NewValue value) {
    Optional<ObjectNode> parent = tree.parentOf(neighbour.value()).flatMap(ConfigNode::asObject);
    if (parent.isEmpty()) {
      return List.of();
    }
    String entry = style.entry(parent.get(), key, value);
    if (parent.get().form() == ObjectNode.Form.BRACES) {
      Elements elements = elements(parent.get());
      int index = elementAt(parent.get(), neighbour.key());
      return isWhole(parent.get()) && index >= 0 ? elements.insertAfter(index, entry) : List.of();
    }
    Optional<Statement> statement = statements.at(neighbour.key().range().start());
    boolean simple =
        statement.isPresent()
            && !statement.get().isHeader()
            && statement.get().keys().size() == 1
            && !tree.isDamaged(statement.get().range());
    if (!simple) {
      return insert(parent.get(), key, value);
    }
    String line = style.lineBreak() + style.indent(statement.get()) + entry;
    return List.of(TextEdit.insert(places.lineEnd(statement.get().range().end()), line));
  }

  /**
   * Removes a key with its value and its line, and a comment behind it on that line; a table with
   * its header, its keys and all tables below it.
   */
  public List<TextEdit> remove(Member member) {
    Optional<ObjectNode> inline = inlineAround(member.value());
    if (inline.isEmpty()) {
      return removed(linesOf(member));
    }
    int index = elementAt(inline.get(), member.key());
    boolean single = !isDotted(member) || leaves(member).size() == 1;
    return isWhole(inline.get()) && index >= 0 && single
        ? elements(inline.get()).remove(index)
        : List.of();
  }

  /**
   * Gives a key another name; of a table in all headers and dotted keys that lead through it. The
   * caller knows that there is none of this name.
   */
  public List<TextEdit> rename(Member member, String newName) {
    TextRange own = member.key().range();
    String written =
        member.key().quote() == Quote.NONE
            ? TomlText.key(newName)
            : member.key().quote() == Quote.SINGLE && newName.indexOf('\'') < 0
                ? "'" + newName + "'"
                : '"' + TomlText.escape(newName) + '"';
    Optional<Statement> statement = statements.at(own.start());
    int part = statement.map(s -> s.keys().indexOf(own)).orElse(-1);
    boolean table =
        member.value() instanceof ObjectNode object && object.form() != ObjectNode.Form.BRACES
            || member.value() instanceof ArrayNode array && array.ofTables();
    if (part < 0 || !table) {
      return tree.isDamaged(own) ? List.of() : List.of(new TextEdit(own, written));
    }
    if (isBelowElement(member.value())) {
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
    ConfigNode value = member.value();
    if (tree.parentOf(value).filter(parent -> parent == target).isPresent()
        || isWithin(target, value)
        || tree.isDamaged(value.range())) {
      return List.of();
    }
    boolean withHeader =
        value instanceof ObjectNode object && object.form() != ObjectNode.Form.BRACES
            || value instanceof ArrayNode array && array.ofTables();
    return withHeader ? moveTable(member, target) : moveEntry(member, target);
  }

  private List<TextEdit> moveTable(Member member, ObjectNode target) {
    List<String> from = places.namesOf(member.value());
    List<String> to = new ArrayList<>(places.namesOf(target));
    to.add(member.name());
    boolean possible =
        !isBelowElement(member.value())
            && !isBelowElement(target)
            && inlineAround(member.value()).isEmpty()
            && inlineAround(target).isEmpty()
            && target.form() != ObjectNode.Form.BRACES;
    List<TextEdit> edits = new ArrayList<>();
    for (Statement statement : statements.all()) {
      if (statement.isBelow(from) && statement.table().size() < from.size()) {
        // A dotted key leads into the table: its lines stand in another one.
        possible &= statement.isHeader();
        if (possible) {
          TextRange last = statement.keys().get(from.size() - 1);
          TextRange old = new TextRange(statement.keys().get(0).start(), last.end());
          edits.add(new TextEdit(old, TomlText.path(to)));
        }
      }
    }
    return possible ? edits : List.of();
  }

  private List<TextEdit> moveEntry(Member member, ObjectNode target) {
    Optional<ObjectNode> inline = inlineAround(member.value());
    if (inline.isPresent() && inline.equals(inlineFor(target))) {
      return moveInBraces(member, target, inline.get());
    }
    List<TextEdit> removed = remove(member);
    if (removed.isEmpty()) {
      return List.of();
    }
    String entry = member.key().range().of(text) + " = " + member.value().range().of(text);
    if (inlineFor(target).isPresent()) {
      boolean fits = !style.hasBreak(member.value().range());
      return fits ? both(insertWritten(target, member.name(), List.of(entry)), removed) : List.of();
    }
    TextRange behind =
        new TextRange(member.value().range().end(), places.lineEnd(member.value().range().end()));
    String line = inline.isEmpty() ? entry + behind.of(text).stripTrailing() : entry;
    List<TextEdit> inserted = insertWritten(target, member.name(), List.of(line));
    if (inserted.isEmpty()) {
      return List.of();
    }
    TextEdit insertion = inserted.get(0);
    for (int i = 0; i < removed.size(); i++) {
      TextRange gone = removed.get(i).range();
      if (gone.start() < insertion.range().start() && insertion.range().start() < gone.end()) {
        // It would stand where it stood.
        List<TextEdit> edits = new ArrayList<>(removed);
        String indent = style.indentAt(style.skipBlanks(gone.start()));
        edits.set(i, new TextEdit(gone, indent + line + style.lineBreak()));
        return edits;
      }
    }
    return both(inserted, removed);
  }

  /** Between the same braces a key moves by its dotted name. */
  private List<TextEdit> moveInBraces(Member member, ObjectNode target, ObjectNode inline) {
    int index = elementAt(inline, member.key());
    if (index < 0 || !isWhole(inline)) {
      return List.of();
    }
    List<String> names = new ArrayList<>(places.namesOf(target));
    names.add(member.name());
    List<String> path = names.subList(places.namesOf(inline).size(), names.size());
    int start = elementRanges(inline.range()).get(index).start();
    TextRange key = new TextRange(start, member.key().range().end());
    return List.of(new TextEdit(key, TomlText.path(path)));
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

  /** Adds a header where there is no table of this name; near its relatives, else at the end. */
  public List<TextEdit> ensureTable(String... path) {
    return put(new Wanted(List.of(path), Map.of()));
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
    return new TomlPut(tree, this, style, places).edits(wanted);
  }

  /** Makes active what stands in the comments of a range, headers and keys; prose stays. */
  public List<TextEdit> uncomment(TextRange range) {
    List<TextEdit> edits = new ArrayList<>();
    for (CommentedToml.Item item : CommentedToml.of(tree).within(range)) {
      edits.addAll(item.uncomment());
    }
    return edits;
  }

  /** Makes comments of the lines that a range touches. */
  public List<TextEdit> commentOut(TextRange range) {
    return CommentedLines.commentOut(tree.source(), range);
  }

  // --- what hangs together -------------------------------------------------------------------

  private Elements elements(ConfigNode container) {
    return new Elements(
        style,
        container.range(),
        elementRanges(container.range()),
        new Elements.Spacing(
            false,
            style.unit(container),
            container instanceof ObjectNode ? style.padding() : "",
            " ",
            true));
  }

  private boolean isWhole(ConfigNode container) {
    TextRange range = container.range();
    boolean closed = range.length() > 1 && "}]".indexOf(text.charAt(range.end() - 1)) >= 0;
    return closed && !tree.isDamaged(range);
  }

  private List<TextRange> elementRanges(TextRange brackets) {
    Tokens tokens = tree.tokens();
    List<TextRange> found = new ArrayList<>();
    int depth = 0;
    int start = -1;
    int end = -1;
    for (int i = tokens.indexAt(brackets.start()) + 1; tokens.end(i) < brackets.end(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.WHITESPACE
          || kind == TokenKind.LINE_BREAK
          || kind == TokenKind.COMMENT) {
        continue;
      }
      char c = kind == TokenKind.PUNCTUATION ? text.charAt(tokens.start(i)) : ' ';
      if (c == ',' && depth == 0 && start >= 0) {
        found.add(new TextRange(start, end));
        start = -1;
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      start = start < 0 ? tokens.start(i) : start;
      end = tokens.end(i);
    }
    if (start >= 0) {
      found.add(new TextRange(start, end));
    }
    return found;
  }

  private int elementAt(ObjectNode inline, Key key) {
    List<TextRange> ranges = elementRanges(inline.range());
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(key.range())) {
        return i;
      }
    }
    return -1;
  }

  /** The innermost inline table that holds a value. */
  private Optional<ObjectNode> inlineAround(ConfigNode value) {
    Optional<ConfigNode> parent = tree.parentOf(value);
    while (parent.isPresent()) {
      if (parent.get() instanceof ObjectNode object) {
        if (object.form() == ObjectNode.Form.BRACES) {
          return Optional.of(object);
        }
        if (object.form() != ObjectNode.Form.IMPLICIT) {
          return Optional.empty();
        }
      }
      parent = tree.parentOf(parent.get());
    }
    return Optional.empty();
  }

  private boolean isBelowElement(ConfigNode node) {
    Optional<ConfigNode> at = Optional.of(node);
    while (at.isPresent()) {
      if (at.get() instanceof ObjectNode object && object.form() == ObjectNode.Form.ELEMENT) {
        return true;
      }
      at = tree.parentOf(at.get());
    }
    return false;
  }

  private boolean isWithin(ConfigNode node, ConfigNode outer) {
    Optional<ConfigNode> at = Optional.of(node);
    while (at.isPresent() && at.get() != outer) {
      at = tree.parentOf(at.get());
    }
    return at.isPresent();
  }

  private static boolean isDotted(Member member) {
    return member.value() instanceof ObjectNode object && object.form() == ObjectNode.Form.IMPLICIT;
  }

  /** The members with values of their own that hang on one. */
  private static List<Member> leaves(Member member) {
    if (!isDotted(member)) {
      return List.of(member);
    }
    List<Member> found = new ArrayList<>();
    for (Member inner : member.value().members()) {
      found.addAll(leaves(inner));
    }
    return found;
  }

  /** The lines that define a member: entries, or sections with their headers. */
  private List<TextRange> linesOf(Member member) {
    List<TextRange> found = new ArrayList<>();
    for (Member leaf : leaves(member)) {
      boolean table =
          leaf.value() instanceof ObjectNode object && object.form() != ObjectNode.Form.BRACES
              || leaf.value() instanceof ArrayNode array && array.ofTables();
      if (table) {
        found.addAll(linesOf(leaf.value()));
      } else {
        statements.at(leaf.key().range().start()).ifPresent(s -> found.add(s.range()));
      }
    }
    return found;
  }

  private List<TextRange> linesOf(ConfigNode table) {
    List<TextRange> found = new ArrayList<>();
    for (Section section : tree.sections()) {
      if (isWithin(section.table(), table)) {
        found.add(section.table().range());
      }
    }
    return found;
  }

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

  /** All edits, or none where one of both sides has none or they touch each other. */
  private static List<TextEdit> both(List<TextEdit> some, List<TextEdit> more) {
    for (TextEdit one : some) {
      for (TextEdit other : more) {
        if (one.conflictsWith(other)) {
          return List.of();
        }
      }
    }
    List<TextEdit> all = new ArrayList<>(some);
    all.addAll(more);
    return some.isEmpty() || more.isEmpty() ? List.of() : all;
  }
}
