package io.github.edgelint.edit;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Edits a JSON file the way its author would: same indentation, same line ends, same blanks around
 * colons, commas where they belong. Comments stay, and so does every token that was not named.
 *
 * <p>All edits refer to the text of the tree. There are none where a syntax error makes the place
 * doubtful.
 */
public final class JsonEditor {

  private final ConfigTree tree;
  private final JsonStyle style;

  public JsonEditor(ConfigTree tree) {
    this.tree = tree;
    this.style = new JsonStyle(tree);
  }

  /** Writes another value in the place of one, or behind a colon that has none. */
  public List<TextEdit> set(ConfigNode existing, NewValue value) {
    return set(
        existing,
        value,
        tree.parentOf(existing).map(parent -> elements(parent).isMultiLine()).orElse(true));
  }

  /** Writes another value in the place of one, without a line break; of {@code {}} for example. */
  public List<TextEdit> setOnOneLine(ConfigNode existing, NewValue value) {
    return set(existing, value, false);
  }

  private List<TextEdit> set(ConfigNode existing, NewValue value, boolean multiLine) {
    TextRange range = existing.range();
    String written = value(value, style.indentAt(range.start()), multiLine);
    if (existing instanceof MissingNode) {
      boolean behindColon = range.start() > 0 && tree.text().charAt(range.start() - 1) == ':';
      return behindColon ? List.of(TextEdit.insert(range.start(), " " + written)) : List.of();
    }
    return tree.isDamaged(range) ? List.of() : List.of(new TextEdit(range, written));
  }

  /**
   * Writes a value of another JSON text in the place of one, laid out as this file is. Its texts
   * and numbers stay as they are written there; comments are left out.
   *
   * @param other the text that {@code value} belongs to
   */
  public List<TextEdit> set(ConfigNode existing, ConfigTree other, ConfigNode value) {
    boolean multiLine =
        tree.parentOf(existing).map(parent -> elements(parent).isMultiLine()).orElse(true);
    String indent = style.indentAt(existing.range().start());
    Optional<String> written =
        multiLine
            ? JsonText.pretty(other, value, indent, style.unit(), style.lineBreak())
            : JsonText.compact(other, value);
    return existing instanceof MissingNode || tree.isDamaged(existing.range()) || written.isEmpty()
        ? List.of()
        : List.of(new TextEdit(existing.range(), written.get()));
  }

  /** Adds a member as the last one. The caller knows that there is none of this name. */
  public List<TextEdit> insert(ObjectNode parent, String key, NewValue value) {
    return insert(parent, Map.of(key, value));
  }

  /** Adds several members, in order; see {@link #insert(ObjectNode, String, NewValue)}. */
  public List<TextEdit> insert(ObjectNode parent, Map<String, NewValue> members) {
    if (!isWhole(parent) || members.isEmpty()) {
      return List.of();
    }
    Elements elements = elements(parent);
    return elements.append(members(parent, elements, members));
  }

  /** Adds a member behind another one of the same object. */
  public List<TextEdit> insertAfter(Member neighbour, String key, NewValue value) {
    return insertAfter(neighbour, Map.of(key, value));
  }

  /** Adds several members, in order, behind another one of the same object. */
  public List<TextEdit> insertAfter(Member neighbour, Map<String, NewValue> members) {
    Optional<ConfigNode> parent = tree.parentOf(neighbour.value()).filter(this::isWhole);
    if (parent.isEmpty() || members.isEmpty()) {
      return List.of();
    }
    Elements elements = elements(parent.get());
    int index = parent.get().members().indexOf(neighbour);
    return elements.insertAfter(index, members(parent.get(), elements, members));
  }

  /** Adds an item as the last one. */
  public List<TextEdit> append(ArrayNode array, NewValue item) {
    if (!isWhole(array)) {
      return List.of();
    }
    Elements elements = elements(array);
    return elements.append(value(item, elements.indent(), elements.isMultiLine()));
  }

  /** Removes a member with its comma; the last one takes the comma before it along. */
  public List<TextEdit> remove(Member member) {
    return tree.parentOf(member.value())
        .filter(this::isWhole)
        .map(parent -> elements(parent).remove(indexOf(parent, member)))
        .orElse(List.of());
  }

  /** Removes several members of one object, as {@link #remove(Member)} does. */
  public List<TextEdit> remove(ObjectNode parent, List<Member> members) {
    Set<Integer> indexes = new TreeSet<>();
    members.forEach(member -> indexes.add(indexOf(parent, member)));
    return isWhole(parent) ? elements(parent).remove(indexes) : List.of();
  }

  /** Removes an item of an array. */
  public List<TextEdit> remove(ArrayNode array, int index) {
    return isWhole(array) ? elements(array).remove(index) : List.of();
  }

  /** Gives a key another name. The caller knows that there is none of this name. */
  public List<TextEdit> rename(Key key, String newName) {
    return tree.isDamaged(key.range())
        ? List.of()
        : List.of(new TextEdit(key.range(), JsonText.quote(newName)));
  }

  /**
   * Moves a member to the end of another object, as it is written, comments inside it included. The
   * caller knows that there is none of this name.
   */
  public List<TextEdit> move(Member member, ObjectNode target) {
    Optional<ConfigNode> parent = tree.parentOf(member.value());
    boolean possible =
        parent.isPresent()
            && parent.get() != target
            && isWhole(parent.get())
            && isWhole(target)
            && !member.range().contains(target.range());
    if (!possible) {
      return List.of();
    }
    Elements elements = elements(target);
    String moved = reindented(member.range(), elements.indent());
    List<TextEdit> inserted = elements.append(moved);
    List<TextEdit> removed = remove(member);
    return inserted.isEmpty() || removed.isEmpty() ? List.of() : both(removed, inserted);
  }

  /**
   * Takes a member into a new object in its place. The brace before it is written again: there all
   * such edits of one object meet, so that of several only one is applied and makes the new object.
   */
  public List<TextEdit> nest(Member member, String object) {
    Optional<ConfigNode> parent = tree.parentOf(member.value()).filter(this::isWhole);
    if (parent.isEmpty()) {
      return List.of();
    }
    TextRange range = parent.get().range();
    String indent = style.indentAt(member.range().start());
    String inner = indent + style.unit();
    String nested =
        style.hasBreak(range)
            ? "{"
                + style.lineBreak()
                + inner
                + reindented(member.range(), inner)
                + style.lineBreak()
                + indent
                + "}"
            : "{" + style.padding() + member.range().of(tree.text()) + style.padding() + "}";
    return List.of(
        new TextEdit(new TextRange(range.start(), range.start() + 1), "{"),
        new TextEdit(member.range(), JsonText.quote(object) + style.colon() + nested));
  }

  private static List<TextEdit> both(List<TextEdit> some, List<TextEdit> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static int indexOf(ConfigNode parent, Member member) {
    for (int i = 0; i < parent.members().size(); i++) {
      if (parent.members().get(i).value() == member.value()) {
        return i;
      }
    }
    throw new IllegalArgumentException("not a member of this tree");
  }

  private Elements elements(ConfigNode container) {
    List<TextRange> ranges = new ArrayList<>();
    container.members().forEach(member -> ranges.add(member.range()));
    container.items().forEach(item -> ranges.add(item.range()));
    boolean multiLine =
        !ranges.isEmpty()
            || tree.parentOf(container).map(parent -> elements(parent).isMultiLine()).orElse(true);
    String behindComma = style.colon().endsWith(" ") ? " " : "";
    return new Elements(
        style,
        container.range(),
        ranges,
        new Elements.Spacing(multiLine, style.unit(), style.padding(), behindComma, false));
  }

  // Damage deep inside would do no harm, but who is to say where it ends.
  private boolean isWhole(ConfigNode container) {
    TextRange range = container.range();
    boolean closed = range.length() > 1 && "}]".indexOf(tree.text().charAt(range.end() - 1)) >= 0;
    return closed && !tree.isDamaged(range);
  }

  private String members(ConfigNode parent, Elements elements, Map<String, NewValue> members) {
    boolean pairsOnLine = hasPairsOnLine(parent);
    List<String> written = new ArrayList<>(members.size());
    members.forEach(
        (key, value) -> {
          boolean multiLine = elements.isMultiLine() && !(pairsOnLine && isPair(value));
          written.add(
              JsonText.quote(key) + style.colon() + value(value, elements.indent(), multiLine));
        });
    String comma = elements.isMultiLine() ? "," + style.lineBreak() + elements.indent() : ", ";
    return String.join(comma, written);
  }

  /** Whether the author writes {@code { "value": … }} on one line here. */
  private boolean hasPairsOnLine(ConfigNode parent) {
    List<ConfigNode> pairs =
        parent.members().stream()
            .map(Member::value)
            .filter(value -> value.members().size() == 1)
            .toList();
    return !pairs.isEmpty() && pairs.stream().noneMatch(pair -> style.hasBreak(pair.range()));
  }

  private static boolean isPair(NewValue value) {
    return value instanceof NewValue.Members object
        && object.members().size() == 1
        && object.members().values().stream()
            .allMatch(inner -> inner instanceof NewValue.Text || inner instanceof NewValue.Literal);
  }

  /**
   * Writes a value.
   *
   * @param indent indentation of the line it starts on
   * @param multiLine whether members get lines of their own
   */
  private String value(NewValue value, String indent, boolean multiLine) {
    if (value instanceof NewValue.Text text) {
      return JsonText.quote(text.text());
    }
    if (value instanceof NewValue.Literal literal) {
      return literal.text();
    }
    String inner = multiLine ? indent + style.unit() : "";
    if (value instanceof NewValue.Members members) {
      List<String> written =
          members.members().entrySet().stream()
              .map(
                  member ->
                      JsonText.quote(member.getKey())
                          + style.colon()
                          + value(member.getValue(), inner, multiLine))
              .toList();
      return bracketed("{", written, "}", indent, multiLine, style.padding());
    }
    List<NewValue> items = ((NewValue.Items) value).items();
    boolean lines =
        multiLine
            && items.stream()
                .anyMatch(
                    item -> item instanceof NewValue.Members || item instanceof NewValue.Items);
    List<String> written =
        items.stream().map(item -> value(item, lines ? inner : indent, lines)).toList();
    return bracketed("[", written, "]", indent, lines, "");
  }

  private String bracketed(
      String open,
      List<String> elements,
      String close,
      String indent,
      boolean multiLine,
      String padding) {
    if (elements.isEmpty()) {
      return open + close;
    }
    if (!multiLine) {
      String separator = style.colon().endsWith(" ") ? ", " : ",";
      return open + padding + String.join(separator, elements) + padding + close;
    }
    String lead = style.lineBreak() + indent + style.unit();
    return open + lead + String.join("," + lead, elements) + style.lineBreak() + indent + close;
  }

  /** A part of the file as it reads when its first line has another indentation. */
  private String reindented(TextRange range, String indent) {
    String old = style.lineBreak() + style.indentAt(range.start());
    return range.of(tree.text()).replace(old, style.lineBreak() + indent);
  }
}
