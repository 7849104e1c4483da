package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.Recent;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The headers and keys that stand in a TOML file as comments, ready to be made active again. The
 * stock {@code config.toml} is a menu of them: {@code # [agent]}, {@code # name = "edgeAgent"}.
 *
 * <p>Only what is TOML behind one {@code #} is taken; {@code ## text} and {@code # # text} are
 * prose, and so are banners. A value may run over several comment lines. Source: the template
 * edgelet/contrib/config/linux/template.toml of Azure/iotedge.
 */
public final class CommentedToml {

  /** A header or a key with its value that stands in comments. */
  public sealed interface Item permits Header, Entry {

    /** The comment, or all comments it runs over, from the first {@code #} on. */
    TextRange range();

    /** What makes it active, in place: the marks go, everything else stays. */
    List<TextEdit> uncomment();
  }

  /**
   * A header.
   *
   * @param path the keys in its brackets
   * @param element whether the brackets are double
   */
  public record Header(
      List<String> path, boolean element, TextRange range, List<TextEdit> uncomment)
      implements Item {

    public boolean isFor(String... keys) {
      return !element && path.equals(List.of(keys));
    }
  }

  /**
   * A key with its value.
   *
   * @param table the table it would belong to: that of the header above it, active or not
   * @param key its name in that table; several parts where it is dotted
   * @param valueRange where the value stands
   * @param value the value as written
   * @param text the decoded text where the value is one
   */
  public record Entry(
      List<String> table,
      List<String> key,
      TextRange range,
      TextRange valueRange,
      String value,
      Optional<String> text,
      List<TextEdit> uncomment)
      implements Item {

    /** The whole path of the key, from the root. */
    public List<String> path() {
      List<String> path = new ArrayList<>(table);
      path.addAll(key);
      return path;
    }
  }

  /**
   * A header that is a comment, with the commented keys that follow it up to the next header of
   * either kind.
   *
   * @param isFree whether it can become active without taking keys in that are active below it
   * @param reach where the next active text stands
   */
  public record Block(Header header, List<Entry> entries, boolean isFree, int reach) {

    /** The first entry of this key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(List.of(key))).findFirst();
    }
  }

  // Longer values do not stand in comments.
  private static final int MOST_LINES = 64;

  private static final Recent<ConfigTree, CommentedToml> READ = new Recent<>(8);

  private final ConfigTree tree;
  private final String text;
  private final List<Item> items = new ArrayList<>();

  private CommentedToml(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
  }

  /** Of a tree; several rules and their fixes ask for the same one. */
  public static CommentedToml of(ConfigTree tree) {
    return READ.get(tree, CommentedToml::read);
  }

  private static CommentedToml read(ConfigTree tree) {
    CommentedToml commented = new CommentedToml(tree);
    commented.collect();
    return commented;
  }

  /** All headers and keys in order of place. */
  public List<Item> items() {
    return List.copyOf(items);
  }

  /** The headers of one table, in order of place; the stock file has several of some. */
  public List<Header> headers(String... path) {
    List<Header> found = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Header header && header.isFor(path)) {
        found.add(header);
      }
    }
    return found;
  }

  /** The keys at one path, counted from the root, in order of place. */
  public List<Entry> entries(String... path) {
    List<String> wanted = List.of(path);
    List<Entry> found = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Entry entry && entry.path().equals(wanted)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** The items of which a part lies in a range. */
  public List<Item> within(TextRange range) {
    List<Item> found = new ArrayList<>();
    for (Item item : items) {
      if (item.range().intersects(range)) {
        found.add(item);
      }
    }
    return found;
  }

  /** The blocks of one table, in order of place. */
  public List<Block> blocks(String... path) {
    List<Block> found = new ArrayList<>();
    for (Header header : headers(path)) {
      found.add(block(header));
    }
    return found;
  }

  /** The block below one of the headers. */
  public Block block(Header header) {
    int next = nextActive(header.range().end());
    List<Entry> entries = new ArrayList<>();
    for (Item item : items.subList(items.indexOf(header) + 1, items.size())) {
      if (item instanceof Header || item.range().start() > next) {
        break;
      }
      entries.add((Entry) item);
    }
    boolean free = next == text.length() || text.charAt(next) == '[';
    return new Block(header, entries, free, next);
  }

  /** Where the next token stands that is neither blank nor comment. */
  private int nextActive(int offset) {
    Tokens tokens = tree.tokens();
    for (int i = tokens.indexAt(offset); i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind != TokenKind.WHITESPACE
          && kind != TokenKind.LINE_BREAK
          && kind != TokenKind.COMMENT) {
        return tokens.start(i);
      }
    }
    return text.length();
  }

  // --- reading -------------------------------------------------------------------------------

  private void collect() {
    List<Comment> comments = tree.comments();
    int section = 0;
    List<String> table = List.of();
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      while (section + 1 < tree.sections().size()
          && tree.sections().get(section + 1).range().start() < comment.range().start()) {
        table = tree.pathOf(tree.sections().get(++section).table()).steps();
      }
      int content = comment.ownLine() ? contentStart(comment) : -1;
      if (content < 0) {
        continue;
      }
      if (TomlLines.isHeader(text, content)) {
        Header header = header(comment, content);
        table = header.path();
        items.add(header);
      } else if (TomlLines.isEntry(text, content)) {
        Optional<Entry> entry = entry(table, comments, i, content);
        if (entry.isPresent()) {
          items.add(entry.get());
          i += entry.get().uncomment().size() - 1;
        }
      }
    }
  }

  /** Where the text behind the mark starts, or -1 where the comment is surely prose. */
  private int contentStart(Comment comment) {
    int at = comment.range().start() + 1;
    while (at < comment.range().end() && TomlScanner.isBlank(text.charAt(at))) {
      at++;
    }
    return at == comment.range().end() || text.charAt(at) == '#' ? -1 : at;
  }

  private Header header(Comment comment, int content) {
    ConfigTree line = parse(text.substring(content, comment.range().end()));
    ConfigNode node = line.root();
    List<String> path = new ArrayList<>();
    while (!node.members().isEmpty()) {
      path.add(node.members().get(0).name());
      node = node.members().get(0).value();
    }
    boolean element = text.startsWith("[[", content);
    return new Header(path, element, comment.range(), List.of(unmark(comment)));
  }

  private Optional<Entry> entry(
      List<String> table, List<Comment> comments, int first, int content) {
    int last = first;
    ConfigTree parsed = parse(text.substring(content, comments.get(first).range().end()));
    if (isOpen(parsed)) {
      int end = first;
      boolean array = valueOf(parsed) instanceof ArrayNode;
      while (end - first < MOST_LINES && goesOn(comments, end, array)) {
        end++;
      }
      parsed = parse(unmarked(comments.subList(first, end + 1), content));
      last = first + parsed.source().lines().lineOf(valueOf(parsed).range().end());
    }
    ConfigNode value = valueOf(parsed);
    boolean prose =
        value instanceof ErrorNode
            ? value.range().of(parsed.text()).indexOf(' ') >= 0
            : !value.isPresent() || (isContainer(value) && parsed.isDamaged(value.range()));
    if (prose) {
      return Optional.empty();
    }
    List<Comment> lines = comments.subList(first, last + 1);
    TextRange range =
        new TextRange(lines.get(0).range().start(), lines.get(lines.size() - 1).range().end());
    return Optional.of(
        new Entry(
            table,
            parsed.pathOf(value).steps(),
            range,
            value.range().shift(content),
            value.range().of(parsed.text()),
            value.asText(),
            lines.stream().map(this::unmark).toList()));
  }

  /** Whether a bracket of the value is not closed on its line. */
  private static boolean isOpen(ConfigTree line) {
    ConfigNode value = valueOf(line);
    return isContainer(value) && line.isDamaged(TextRange.at(value.range().end()));
  }

  private static boolean isContainer(ConfigNode value) {
    return value instanceof ObjectNode || value instanceof ArrayNode;
  }

  /** The value of the first entry. */
  private static ConfigNode valueOf(ConfigTree parsed) {
    ConfigNode node = parsed.root().members().get(0).value();
    while (node instanceof ObjectNode object && object.form() == ObjectNode.Form.IMPLICIT) {
      node = object.members().get(0).value();
    }
    return node;
  }

  /** Whether the next comment stands on the next line and begins nothing of its own. */
  private boolean goesOn(List<Comment> comments, int index, boolean inArray) {
    if (index + 1 >= comments.size() || !comments.get(index + 1).ownLine()) {
      return false;
    }
    LineIndex lines = tree.source().lines();
    int line = lines.lineOf(comments.get(index).range().start());
    int content = comments.get(index + 1).range().start() + 1;
    return lines.lineOf(content) == line + 1
        && !TomlLines.isHeaderNotItem(text, content)
        && !(inArray && TomlLines.isEntry(text, content));
  }

  /** The text of some comments from an offset on, each mark a blank, so that offsets stay. */
  private String unmarked(List<Comment> comments, int content) {
    StringBuilder result =
        new StringBuilder(text.substring(content, comments.get(comments.size() - 1).range().end()));
    for (Comment comment : comments.subList(1, comments.size())) {
      result.setCharAt(comment.range().start() - content, ' ');
    }
    return result.toString();
  }

  private TextEdit unmark(Comment comment) {
    int start = comment.range().start();
    boolean blank = start + 1 < comment.range().end() && text.charAt(start + 1) == ' ';
    return TextEdit.delete(TextRange.ofLength(start, blank ? 2 : 1));
  }

  private static ConfigTree parse(String toml) {
    return TomlParser.parse(SourceText.of(toml));
  }
}
