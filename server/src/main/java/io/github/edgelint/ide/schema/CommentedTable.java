package io.github.edgelint.ide.schema;

import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.Schema;
import io.github.edgelint.schema.SchemaCheck;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.CommentedToml.Block;
import io.github.edgelint.syntax.toml.CommentedToml.Entry;
import io.github.edgelint.syntax.toml.CommentedToml.Header;
import io.github.edgelint.syntax.toml.CommentedToml.Item;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A commented table as it can become active. The stock {@code config.toml} is a menu: below one
 * header it lists alternatives with the same key, options with invented values, and tables that the
 * first one needs. Taken are the keys and tables that are required; where no key is, all that the
 * schema does not refuse.
 */
final class CommentedTable {

  /**
   * One header and the keys below it.
   *
   * @param table what the schema says about it, as the keys decide
   */
  private record Part(Header header, List<Entry> entries, Place table) {

    List<String> path() {
      return header.path();
    }

    Place placeOf(Entry entry) {
      String key = entry.key().get(0);
      return entry.key().size() == 1
          ? table.property(key).map(Property::place).orElse(table)
          : table;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  private CommentedTable() {}

  static CommentedTable of(CommentedToml comments, Block block, Schema schema) {
    List<Block> blocks = blocksOf(comments, block);
    ConfigTree tree = TomlParser.parse(SourceText.of(text(blocks)));
    Lookup lookup = new Lookup(tree, schema, CheckOptions.STRICT);
    CommentedTable table = new CommentedTable();
    for (Block each : blocks) {
      NodePath path = new NodePath(each.header().path());
      if (table.parts.isEmpty() || table.needs(path)) {
        Place place = lookup.at(path);
        List<Entry> needed =
            each.entries().stream().filter(entry -> place.isRequired(entry.key().get(0))).toList();
        List<Entry> kept = needed.isEmpty() ? notRefused(each.entries(), tree, schema) : needed;
        table.parts.add(new Part(each.header(), kept, place));
      }
    }
    return table;
  }

  private boolean needs(NodePath path) {
    return parts.stream()
        .anyMatch(
            part ->
                part.path().equals(path.parent().steps()) && part.table().isRequired(path.last()));
  }

  private static List<Entry> notRefused(List<Entry> entries, ConfigTree tree, Schema schema) {
    List<TextRange> refused =
        SchemaCheck.problems(tree, schema, CheckOptions.STRICT).stream()
            .filter(SchemaProblem::refuses)
            .map(SchemaProblem::range)
            .toList();
    return entries.stream()
        .filter(
            entry -> {
              ConfigNode value = tree.root().at(entry.path().toArray(String[]::new));
              return tree.memberOf(value)
                  .filter(member -> refused.stream().anyMatch(member.range()::contains))
                  .isEmpty();
            })
        .toList();
  }

  /** The block and those of the tables below it; of alternatives the first. */
  private static List<Block> blocksOf(CommentedToml comments, Block block) {
    List<Block> blocks = new ArrayList<>();
    Set<List<String>> keys = new HashSet<>();
    Set<List<String>> tables = new HashSet<>();
    List<String> path = block.header().path();
    for (Item item : comments.items()) {
      if (item.range().start() < block.header().range().start()
          || !(item instanceof Header header)) {
        continue;
      }
      boolean here = header == block.header();
      boolean below =
          header.path().size() > path.size() && header.path().subList(0, path.size()).equals(path);
      if (!here && (!below || header.range().start() > block.reach())) {
        break;
      }
      if (!header.element() && !isInKey(header.path(), keys) && tables.add(header.path())) {
        List<Entry> entries =
            comments.block(header).entries().stream()
                .filter(entry -> keys.add(entry.path()))
                .toList();
        blocks.add(new Block(header, entries, true, block.reach()));
      }
    }
    return blocks;
  }

  private static boolean isInKey(List<String> path, Set<List<String>> keys) {
    for (int length = 1; length <= path.size(); length++) {
      if (keys.contains(path.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  private static String text(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(headerOf(block.header()));
      block.entries().forEach(entry -> text.append(line(entry, entry.value())));
    }
    return text.toString();
  }

  /** The table as it will be, without secrets. */
  String shown() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(text.isEmpty() ? "" : "\n").append(headerOf(part.header()));
      for (Entry entry : part.entries()) {
        text.append(line(entry, shown(entry, part.placeOf(entry))));
      }
    }
    return text.toString().strip();
  }

  private static String headerOf(Header header) {
    return "[" + TomlText.path(header.path()) + "]\n";
  }

  private static String line(Entry entry, String value) {
    return TomlText.path(entry.key()) + " = " + value + "\n";
  }

  /** The value of an entry as it may be shown. */
  static String shown(Entry entry, Place place) {
    boolean table = entry.value().startsWith("{");
    boolean secret =
        place.isSecret()
            || (table && place.properties().stream().anyMatch(key -> key.place().isSecret()));
    return secret ? "…" : entry.value();
  }

  /** What tells it from the others of its name: the words it chooses, and its other keys. */
  String summary() {
    StringJoiner summary = new StringJoiner(", ");
    for (Part part : parts) {
      for (Entry entry : part.entries()) {
        boolean choice = !part.placeOf(entry).allowedValues().isEmpty();
        summary.add(entry.text().filter(text -> choice).orElse(TomlText.path(entry.key())));
      }
    }
    return summary.toString();
  }

  /** What makes it active where it stands. */
  List<TextEdit> uncomment() {
    List<TextEdit> edits = new ArrayList<>();
    for (Part part : parts) {
      edits.addAll(part.header().uncomment());
      part.entries().forEach(entry -> edits.addAll(entry.uncomment()));
    }
    return edits;
  }

  /** From the first line that becomes active to the last. */
  TextRange range() {
    TextRange range = parts.get(0).header().range();
    for (Part part : parts) {
      range = range.union(part.header().range());
      for (Entry entry : part.entries()) {
        range = range.union(entry.range());
      }
    }
    return range;
  }
}
