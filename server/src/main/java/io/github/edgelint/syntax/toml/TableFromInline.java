package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives an inline table a header of its own, so that a header further down may add to it or to a
 * table below it.
 */
final class TableFromInline {

  private final SourceText source;
  private final String text;
  private final LineIndex lines;
  private final ConfigNode root;

  TableFromInline(SourceText source, ConfigNode root) {
    this.source = source;
    this.text = source.text();
    this.lines = source.lines();
    this.root = root;
  }

  /**
   * @param block the block that holds the inline table
   * @param entry its entry, from key to value
   * @param key the last part of its key
   * @param header the header that clashes with it
   * @param path the keys of that header
   */
  Optional<Repair> repair(
      DefinedTwice.Block block,
      TextRange entry,
      TextRange key,
      TextRange header,
      List<String> path) {
    ConfigNode table = root.at(block.path().toArray(String[]::new));
    List<String> names = new ArrayList<>(block.path());
    Optional<ObjectNode> inline = find(table, key, names);
    boolean possible =
        inline.isPresent()
            && inline.get().range().end() == entry.end()
            && path.size() >= names.size()
            && path.subList(0, names.size()).equals(names);
    if (!possible) {
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>();
    for (Member member : inline.get().members()) {
      if (member.value() instanceof ObjectNode object
          && object.form() == ObjectNode.Form.IMPLICIT) {
        return Optional.empty();
      }
      keys.add(member.range().of(text));
    }
    boolean same = path.size() == names.size();
    TextEdit insertion = same ? below(header, keys) : above(header, names, keys);
    boolean plain = behind(entry).isBlank() && !inline.get().range().of(text).contains("#");
    TextEdit removal = TextEdit.delete(lineOf(entry));
    return Optional.of(
        new Repair(
            "Turn the inline table into a `[table]`", plain && !same, List.of(removal, insertion)));
  }

  private static Optional<ObjectNode> find(ConfigNode table, TextRange key, List<String> names) {
    for (Member member : table.members()) {
      if (!(member.value() instanceof ObjectNode object)) {
        continue;
      }
      names.add(member.name());
      if (member.key().range().equals(key)) {
        return object.form() == ObjectNode.Form.BRACES ? Optional.of(object) : Optional.empty();
      }
      if (object.form() == ObjectNode.Form.IMPLICIT) {
        Optional<ObjectNode> found = find(object, key, names);
        if (found.isPresent()) {
          return found;
        }
      }
      names.remove(names.size() - 1);
    }
    return Optional.empty();
  }

  private TextEdit below(TextRange header, List<String> keys) {
    StringBuilder written = new StringBuilder();
    keys.forEach(key -> written.append(source.lineBreak()).append(key));
    return TextEdit.insert(lines.lineEnd(lines.lineOf(header.end())), written.toString());
  }

  private TextEdit above(TextRange header, List<String> names, List<String> keys) {
    int line = lines.lineOf(header.start());
    while (line > 0 && lines.line(line - 1).of(text).stripLeading().startsWith("#")) {
      line--;
    }
    StringBuilder written =
        new StringBuilder("[" + TomlText.path(names) + "]").append(source.lineBreak());
    keys.forEach(key -> written.append(key).append(source.lineBreak()));
    return TextEdit.insert(lines.lineStart(line), written.append(source.lineBreak()).toString());
  }

  private String behind(TextRange entry) {
    return text.substring(entry.end(), lines.lineEnd(lines.lineOf(entry.end())));
  }

  private TextRange lineOf(TextRange entry) {
    int start =
        Math.max(source.hasByteOrderMark() ? 1 : 0, lines.lineStart(lines.lineOf(entry.start())));
    return new TextRange(start, lines.lineEndWithBreak(lines.lineOf(entry.end())));
  }
}
