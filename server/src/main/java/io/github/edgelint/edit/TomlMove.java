package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlStatements.Statement;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes a key or a table of a TOML file to another table. */
final class TomlMove {

  private final ConfigTree tree;
  private final String text;
  private final TomlEditor editor;
  private final TomlStyle style;
  private final TomlPlaces places;
  private final TomlStructure structure;

  TomlMove(
      ConfigTree tree,
      TomlEditor editor,
      TomlStyle style,
      TomlPlaces places,
      TomlStructure structure) {
    this.tree = tree;
    this.text = tree.text();
    this.editor = editor;
    this.style = style;
    this.places = places;
    this.structure = structure;
  }

  List<TextEdit> edits(Member member, ObjectNode target) {
    ConfigNode value = member.value();
    if (tree.parentOf(value).filter(parent -> parent == target).isPresent()
        || structure.isWithin(target, value)
        || tree.isDamaged(value.range())) {
      return List.of();
    }
    return TomlStructure.isTable(value) ? moveTable(member, target) : moveEntry(member, target);
  }

  private List<TextEdit> moveTable(Member member, ObjectNode target) {
    List<String> from = places.namesOf(member.value());
    List<String> to = new ArrayList<>(places.namesOf(target));
    to.add(member.name());
    boolean possible =
        !structure.isBelowElement(member.value())
            && !structure.isBelowElement(target)
            && structure.inlineAround(member.value()).isEmpty()
            && structure.inlineAround(target).isEmpty()
            && target.form() != ObjectNode.Form.BRACES;
    List<TextEdit> edits = new ArrayList<>();
    for (Statement statement : structure.statements()) {
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
    Optional<ObjectNode> inline = structure.inlineAround(member.value());
    if (inline.isPresent() && inline.equals(structure.inlineFor(target))) {
      return moveInBraces(member, target, inline.get());
    }
    List<TextEdit> removed = editor.remove(member);
    if (removed.isEmpty()) {
      return List.of();
    }
    String entry = member.key().range().of(text) + " = " + member.value().range().of(text);
    if (structure.inlineFor(target).isPresent()) {
      boolean fits = !style.hasBreak(member.value().range());
      return fits
          ? both(editor.insertWritten(target, member.name(), List.of(entry)), removed)
          : List.of();
    }
    TextRange behind =
        new TextRange(member.value().range().end(), places.lineEnd(member.value().range().end()));
    String line = inline.isEmpty() ? entry + behind.of(text).stripTrailing() : entry;
    String comment = "";
    if (inline.isEmpty() && removed.size() == 1) {
      TextRange old = removed.get(0).range();
      TextRange words = commentOf(old);
      comment = words.of(text);
      removed = List.of(TextEdit.delete(words.union(old)));
    }
    List<String> written =
        Stream.concat(comment.lines().map(String::stripLeading), Stream.of(line)).toList();
    List<TextEdit> inserted = editor.insertWritten(target, member.name(), written);
    if (inserted.isEmpty()) {
      return List.of();
    }
    TextEdit insertion = inserted.get(0);
    for (int i = 0; i < removed.size(); i++) {
      TextRange gone = removed.get(i).range();
      if (gone.start() < insertion.range().start() && insertion.range().start() < gone.end()) {
        // It would stand where it stood.
        List<TextEdit> edits = new ArrayList<>(removed);
        String indent = style.indentAt(style.skipBlanks(gone.start() + comment.length()));
        edits.set(i, new TextEdit(gone, comment + indent + line + style.lineBreak()));
        return edits;
      }
    }
    return both(inserted, removed);
  }

  /** The words right above the line of a key that no further key could share with it. */
  private TextRange commentOf(TextRange line) {
    int next = style.skipBlanks(line.end());
    boolean shared =
        next < text.length() && !style.isLineEnd(next) && "#[".indexOf(text.charAt(next)) < 0;
    if (shared) {
      return TextRange.at(line.start());
    }
    CommentedToml commented = CommentedToml.of(tree);
    int start =
        places.aboveComments(
            line.start(),
            comment ->
                comment.of(text).chars().anyMatch(Character::isLetter)
                    && commented.within(comment).isEmpty());
    return new TextRange(start, line.start());
  }

  /** Between the same braces a key moves by its dotted name. */
  private List<TextEdit> moveInBraces(Member member, ObjectNode target, ObjectNode inline) {
    int index = structure.elementAt(inline, member.key());
    if (index < 0 || !structure.isWhole(inline)) {
      return List.of();
    }
    List<String> names = new ArrayList<>(places.namesOf(target));
    names.add(member.name());
    List<String> path = names.subList(places.namesOf(inline).size(), names.size());
    int start = structure.elementRanges(inline.range()).get(index).start();
    TextRange key = new TextRange(start, member.key().range().end());
    return List.of(new TextEdit(key, TomlText.path(path)));
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
