package io.github.edgelint.rules.schema;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits that JSON and TOML files take alike. There are none where one is not possible. */
interface DocumentEditor {

  static DocumentEditor of(Document document) {
    ConfigTree tree = document.tree();
    return tree.language() == Language.TOML ? new Toml(tree) : new Json(tree);
  }

  List<TextEdit> rename(Member member, String newName);

  List<TextEdit> set(ConfigNode existing, NewValue value);

  List<TextEdit> remove(Member member);

  List<TextEdit> insert(ObjectNode object, Map<String, NewValue> members);

  /** Moves a member into an object that does not have it. */
  List<TextEdit> move(Member member, ObjectNode target);

  /**
   * Moves a member into an object that is not there yet.
   *
   * @param path the names that lead to the object
   */
  List<TextEdit> moveInto(Member member, List<String> path);

  /** Gives a member the value of another one, which goes. */
  default List<TextEdit> replace(Member member, Member by) {
    return WrittenValue.of(by.value())
        .map(value -> joined(set(member.value(), value), remove(by)))
        .orElse(List.of());
  }

  /** Puts the members of an object in the place of the object itself. */
  List<TextEdit> spread(Member object, ObjectNode parent);

  /** For a JSON document. */
  record Json(ConfigTree tree) implements DocumentEditor {
    @Override
    public List<TextEdit> rename(Member member, String newName) {
      return new JsonEditor(tree).rename(member.key(), newName);
    }

    @Override
    public List<TextEdit> set(ConfigNode existing, NewValue value) {
      return new JsonEditor(tree).set(existing, value);
    }

    @Override
    public List<TextEdit> remove(Member member) {
      return new JsonEditor(tree).remove(member);
    }

    @Override
    public List<TextEdit> insert(ObjectNode object, Map<String, NewValue> members) {
      return new JsonEditor(tree).insert(object, members);
    }

    @Override
    public List<TextEdit> move(Member member, ObjectNode target) {
      return new JsonEditor(tree).move(member, target);
    }

    @Override
    public List<TextEdit> moveInto(Member member, List<String> path) {
      List<String> missing = new ArrayList<>(path);
      ConfigNode nearest = tree.root();
      while (!missing.isEmpty() && nearest.get(missing.get(0)).asObject().isPresent()) {
        nearest = nearest.get(missing.remove(0));
      }
      Optional<NewValue> value = WrittenValue.of(member.value());
      if (missing.isEmpty()
          || nearest.get(missing.get(0)).isPresent()
          || value.isEmpty()
          || !(nearest instanceof ObjectNode object)) {
        return List.of();
      }
      if (tree.parentOf(member.value()).filter(object::equals).isPresent()) {
        return wrapped(member, missing);
      }
      NewValue nested = NewValue.object(member.name(), value.get());
      for (int i = missing.size() - 1; i > 0; i--) {
        nested = NewValue.object(missing.get(i), nested);
      }
      return joined(remove(member), insert(object, Map.of(missing.get(0), nested)));
    }

    // "image": "x" in the place where it stands becomes "settings": {"image": "x"}.
    private List<TextEdit> wrapped(Member member, List<String> names) {
      StringBuilder text = new StringBuilder();
      names.forEach(name -> text.append(JsonText.quote(name)).append(": { "));
      text.append(member.range().of(tree.text())).append(" }".repeat(names.size()));
      return tree.isDamaged(member.range())
          ? List.of()
          : List.of(new TextEdit(member.range(), text.toString()));
    }

    @Override
    public List<TextEdit> spread(Member object, ObjectNode parent) {
      List<Member> members = object.value().members();
      if (members.isEmpty() || tree.isDamaged(object.range())) {
        return List.of();
      }
      TextRange inner = members.get(0).range().union(members.get(members.size() - 1).range());
      return List.of(new TextEdit(object.range(), inner.of(tree.text())));
    }
  }

  /** For a TOML document. */
  record Toml(ConfigTree tree) implements DocumentEditor {
    @Override
    public List<TextEdit> rename(Member member, String newName) {
      return new TomlEditor(tree).rename(member, newName);
    }

    @Override
    public List<TextEdit> set(ConfigNode existing, NewValue value) {
      return new TomlEditor(tree).set(existing, value);
    }

    @Override
    public List<TextEdit> remove(Member member) {
      return new TomlEditor(tree).remove(member);
    }

    @Override
    public List<TextEdit> insert(ObjectNode object, Map<String, NewValue> members) {
      return new TomlEditor(tree).insert(object, members);
    }

    @Override
    public List<TextEdit> move(Member member, ObjectNode target) {
      return new TomlEditor(tree).move(member, target);
    }

    @Override
    public List<TextEdit> moveInto(Member member, List<String> path) {
      return WrittenValue.of(member.value())
          .map(value -> moved(remove(member), put(path, Map.of(member.name(), value))))
          .orElse(List.of());
    }

    // The new table may begin right behind the line that goes.
    private List<TextEdit> moved(List<TextEdit> removed, List<TextEdit> added) {
      if (removed.size() != 1 || added.size() != 1 || !added.get(0).range().isEmpty()) {
        return joined(removed, added);
      }
      TextRange gone = removed.get(0).range();
      int place = added.get(0).range().start();
      if (place <= gone.start() || gone.end() <= place) {
        return joined(removed, added);
      }
      String table = added.get(0).newText().replaceFirst("^\\R", "");
      return List.of(new TextEdit(gone, table + new TextRange(place, gone.end()).of(tree.text())));
    }

    @Override
    public List<TextEdit> spread(Member object, ObjectNode parent) {
      Map<String, NewValue> keys = new LinkedHashMap<>();
      for (Member member : object.value().members()) {
        WrittenValue.of(member.value()).ifPresent(value -> keys.put(member.name(), value));
      }
      boolean complete = keys.size() == object.value().members().size();
      return complete ? joined(remove(object), put(tree.pathOf(parent).steps(), keys)) : List.of();
    }

    private List<TextEdit> put(List<String> path, Map<String, NewValue> keys) {
      return new TomlEditor(tree).put(new TomlEditor.Wanted(path, keys));
    }
  }

  /** Both, or none where one of them is not possible or they get into each other's way. */
  private static List<TextEdit> joined(List<TextEdit> some, List<TextEdit> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return List.of();
    }
    List<TextEdit> all = new ArrayList<>(some);
    for (TextEdit edit : more) {
      boolean collides =
          some.stream()
              .anyMatch(
                  other ->
                      other.range().start() < edit.range().end()
                          && edit.range().start() < other.range().end());
      if (collides) {
        return List.of();
      }
      all.add(edit);
    }
    return all;
  }
}
