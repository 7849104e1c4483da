package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlEditor.Wanted;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.CommentedToml.Block;
import io.github.edgelint.syntax.toml.CommentedToml.Entry;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sets keys of several tables at once, in what is active, in what is a comment, or anew. */
final class TomlPut {

  private final ConfigTree tree;
  private final TomlEditor editor;
  private final TomlStyle style;
  private final TomlPlaces places;
  private final TomlStructure structure;
  private final CommentedToml commented;
  private final List<TextEdit> replacements = new ArrayList<>();
  // A new table may begin where the keys of another one end: keys come first.
  private final Map<Integer, StringBuilder> keys = new TreeMap<>();
  private final Map<Integer, StringBuilder> tables = new TreeMap<>();
  // Where tables below one that became active may go.
  private final Map<List<String>, Integer> homes = new HashMap<>();
  private boolean possible = true;

  TomlPut(
      ConfigTree tree,
      TomlEditor editor,
      TomlStyle style,
      TomlPlaces places,
      TomlStructure structure) {
    this.tree = tree;
    this.editor = editor;
    this.style = style;
    this.places = places;
    this.structure = structure;
    this.commented = CommentedToml.of(tree);
  }

  List<TextEdit> edits(List<Wanted> wanted) {
    for (Wanted one : wanted) {
      put(one);
    }
    if (!possible) {
      return List.of();
    }
    tables.forEach((offset, text) -> append(keys, offset, text.toString()));
    List<TextEdit> all = new ArrayList<>();
    keys.forEach((offset, text) -> all.add(TextEdit.insert(offset, text.toString())));
    all.addAll(replacements);
    return all;
  }

  private void put(Wanted wanted) {
    ConfigNode node = tree.root();
    for (int i = 0; i < wanted.table().size(); i++) {
      ConfigNode next = node.get(wanted.table().get(i));
      if (!next.isPresent()) {
        List<String> rest = wanted.table().subList(i, wanted.table().size());
        create((ObjectNode) node, rest, wanted);
        return;
      }
      node = next;
      if (!(node instanceof ObjectNode)) {
        possible = false;
        return;
      }
    }
    ObjectNode table = (ObjectNode) node;
    boolean onlyLongerHeaders =
        table.form() == ObjectNode.Form.IMPLICIT
            && structure.inlineFor(table).isEmpty()
            && places.forKey(table, "").isEmpty();
    if (onlyLongerHeaders && !wanted.keys().isEmpty()) {
      createHeader(wanted);
    } else {
      fill(table, wanted);
    }
  }

  /** Sets keys of a table that is there. */
  private void fill(ObjectNode table, Wanted wanted) {
    Map<String, NewValue> missing = new LinkedHashMap<>();
    for (Map.Entry<String, NewValue> key : wanted.keys().entrySet()) {
      Optional<Member> member = table.member(key.getKey());
      if (member.isPresent()) {
        set(member.get().value(), key.getValue());
      } else {
        Optional<Entry> comment = commentIn(table, key.getKey());
        comment.ifPresent(entry -> activate(entry, key.getValue()));
        if (comment.isEmpty()) {
          missing.put(key.getKey(), key.getValue());
        }
      }
    }
    if (!missing.isEmpty()) {
      take(editor.insert(table, missing));
    }
  }

  private void set(ConfigNode existing, NewValue value) {
    String text = value instanceof NewValue.Text wanted ? wanted.text() : null;
    boolean same =
        text == null
            ? existing.range().of(tree.text()).equals(style.value(value, Quote.DOUBLE))
            : existing.asText().filter(text::equals).isPresent();
    if (!same) {
      take(editor.set(existing, value));
    }
  }

  /** A comment among the lines of a table that shows this key. */
  private Optional<Entry> commentIn(ObjectNode table, String key) {
    List<String> path = places.namesOf(table);
    for (Entry entry : commented.entries(pathOf(path, key))) {
      boolean here =
          entry.key().size() == 1
              && tree.sectionAt(entry.range().start())
                  .filter(section -> section.table() == table)
                  .isPresent();
      // Below a header that is a comment too the key would go to another table.
      if (here && entry.table().equals(path)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static String[] pathOf(List<String> table, String key) {
    List<String> path = new ArrayList<>(table);
    path.add(key);
    return path.toArray(String[]::new);
  }

  private void create(ObjectNode parent, List<String> rest, Wanted wanted) {
    if (structure.inlineFor(parent).isPresent()) {
      NewValue value = new NewValue.Members(wanted.keys());
      for (int i = rest.size() - 1; i > 0; i--) {
        value = NewValue.object(rest.get(i), value);
      }
      take(editor.insert(parent, rest.get(0), value));
    } else {
      createHeader(wanted);
    }
  }

  private void createHeader(Wanted wanted) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : commented.blocks(wanted.table().toArray(String[]::new))) {
      if (block.isFree()) {
        blocks.add(block);
      }
    }
    if (blocks.size() == 1) {
      activate(blocks.get(0), wanted);
      return;
    }
    List<String> entries = new ArrayList<>();
    wanted.keys().forEach((key, value) -> entries.add(style.newEntry(key, value)));
    for (int shared = wanted.table().size() - 1; shared > 0; shared--) {
      Integer home = homes.get(wanted.table().subList(0, shared));
      if (home != null) {
        String gap = style.lineBreak() + style.lineBreak();
        entries.add(0, TomlPlaces.header(wanted.table()));
        insert(home, gap + String.join(style.lineBreak(), entries));
        return;
      }
    }
    take(List.of(editor.newTable(wanted.table(), entries)));
  }

  private void activate(Block block, Wanted wanted) {
    replacements.addAll(block.header().uncomment());
    StringBuilder added = new StringBuilder();
    int end = block.header().range().end();
    for (Map.Entry<String, NewValue> key : wanted.keys().entrySet()) {
      Optional<Entry> entry = block.entry(key.getKey());
      entry.ifPresent(line -> activate(line, key.getValue()));
      if (entry.isEmpty()) {
        added.append(style.lineBreak()).append(style.newEntry(key.getKey(), key.getValue()));
      }
    }
    for (Entry entry : block.entries()) {
      end = Math.max(end, entry.range().end());
    }
    homes.put(wanted.table(), places.lineEnd(end));
    if (added.length() > 0) {
      insert(places.lineEnd(block.header().range().end()), added.toString());
    }
  }

  private void activate(Entry entry, NewValue value) {
    String written = style.value(value, Quote.DOUBLE);
    if (entry.uncomment().size() > 1) {
      // A value over several lines gives way to one on a single line.
      replacements.add(entry.uncomment().get(0));
      replacements.add(new TextEdit(entry.valueRange(), written));
      return;
    }
    replacements.addAll(entry.uncomment());
    if (!written.equals(entry.value())) {
      replacements.add(new TextEdit(entry.valueRange(), written));
    }
  }

  private void take(List<TextEdit> edits) {
    possible &= !edits.isEmpty();
    for (TextEdit edit : edits) {
      if (edit.range().isEmpty()) {
        insert(edit.range().start(), edit.newText());
      } else {
        replacements.add(edit);
      }
    }
  }

  private void insert(int offset, String text) {
    append(text.stripLeading().startsWith("[") ? tables : keys, offset, text);
  }

  private void append(Map<Integer, StringBuilder> to, int offset, String text) {
    StringBuilder known = to.computeIfAbsent(offset, at -> new StringBuilder());
    String gap = style.lineBreak() + style.lineBreak();
    // The line before is ended already by what stands there now.
    boolean ended = known.length() > 0 && known.toString().endsWith(style.lineBreak());
    known.append(ended && text.startsWith(gap) ? text.substring(style.lineBreak().length()) : text);
  }
}
