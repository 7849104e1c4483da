package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.Documentation;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** What the schema of the file says about a key, value or header. Shows no value of the file. */
public final class SchemaHover implements HoverProvider {

  private static final int MOST_VALUES = 30;

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    return cursor
        .createOptions()
        .flatMap(inner -> ofOption(cursor).or(() -> explain(inner)))
        .or(() -> explain(cursor));
  }

  private static Optional<HoverText> explain(Cursor cursor) {
    Optional<Lookup> lookup = SchemaPlaces.of(cursor);
    if (lookup.isEmpty() || cursor.token().isEmpty()) {
      return Optional.empty();
    }
    Optional<NodePath> path = path(cursor);
    return path.flatMap(way -> text(cursor, lookup.get(), way))
        .map(markdown -> new HoverText(cursor.toFile(cursor.token()), markdown));
  }

  private static Optional<NodePath> path(Cursor cursor) {
    return switch (cursor.slot()) {
      case KEY -> cursor.member().map(member -> cursor.path().child(member.name()));
      case HEADER -> Optional.of(cursor.path().child(name(cursor)));
      case VALUE -> Optional.of(cursor.path());
      case COMMENT, NOWHERE -> Optional.empty();
    };
  }

  private static String name(Cursor cursor) {
    String token = cursor.token().of(cursor.tree().text());
    return cursor.isQuoted() && token.length() > 1 ? token.substring(1, token.length() - 1) : token;
  }

  private static Optional<String> text(Cursor cursor, Lookup lookup, NodePath path) {
    Place place = lookup.at(path);
    NodePath named = path;
    if (isSilent(place) && cursor.slot() == Cursor.Slot.VALUE) {
      // An item of a list says nothing of its own most of the time.
      Optional<Member> member = cursor.member();
      named = member.map(each -> cursor.tree().pathOf(each.value())).orElse(path);
      place = lookup.at(named);
    }
    if (isSilent(place)) {
      return Optional.empty();
    }
    String types = Types.words(lookup.at(named), cursor.tree().language() == Language.TOML);
    return Optional.of(words(lookup, named, types, chosen(cursor, place)));
  }

  private static String words(Lookup lookup, NodePath path, String types, Optional<String> chosen) {
    Place place = lookup.at(path);
    StringBuilder text = new StringBuilder("`").append(key(path)).append('`');
    text.append(types.isEmpty() ? "" : ": " + types);
    if (isRequired(lookup, path)) {
      text.append(", required");
    }
    if (lookup.isUnread(path)) {
      paragraph(text, "**Not read here:** another setting selects a variant without it.");
    }
    chosen.ifPresent(words -> text.append("\n\n").append(words));
    paragraph(text, Proposals.markdown(place));
    paragraph(text, values(place));
    paragraph(text, standard(place));
    paragraph(text, versions(place));
    paragraph(text, source(place));
    return text.toString();
  }

  /** A variable in {@code Env} of create options: what the same one means in {@code env}. */
  private static Optional<HoverText> ofOption(Cursor cursor) {
    List<Module> modules =
        cursor.document().manifest().map(manifest -> manifest.modules()).orElse(List.of());
    for (Module module : modules) {
      for (EnvVariable variable : module.createOptions().env()) {
        if (variable.nameRange().touches(cursor.offset())) {
          NodePath path = cursor.tree().pathOf(module.node()).child("env").child(variable.name());
          return SchemaPlaces.of(cursor)
              .filter(lookup -> isKnown(lookup, path))
              .map(lookup -> words(lookup, path, "", Optional.empty()))
              .map(words -> new HoverText(variable.nameRange(), words));
        }
      }
    }
    return Optional.empty();
  }

  // Any name may stand there, and what holds for all of them is said of env, not of Env.
  private static boolean isKnown(Lookup lookup, NodePath variable) {
    Optional<String> words = lookup.at(variable).markdown();
    return words.isPresent()
        && !words.equals(lookup.at(variable.parent().child("any other name")).markdown());
  }

  private static boolean isSilent(Place place) {
    return place.markdown().isEmpty() && place.allowedValues().isEmpty();
  }

  private static String key(NodePath path) {
    List<String> steps = path.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (!steps.get(i).chars().allMatch(Character::isDigit)) {
        return steps.get(i).replace('`', '\'');
      }
    }
    return path.toDotted();
  }

  private static boolean isRequired(Lookup lookup, NodePath path) {
    return path.length() > 0
        && lookup.at(path.parent()).property(path.last()).filter(p -> p.required()).isPresent();
  }

  /** What the value that stands here means, where it is one of a known few. */
  private static Optional<String> chosen(Cursor cursor, Place place) {
    if (!(cursor.value() instanceof ScalarNode scalar) || cursor.slot() != Cursor.Slot.VALUE) {
      return Optional.empty();
    }
    for (AllowedValue allowed : place.allowedValues()) {
      if (allowed.value().isSameAs(scalar)) {
        return allowed.markdown().map(words -> "**`" + allowed.value().display() + "`**: " + words);
      }
    }
    return Optional.empty();
  }

  private static String values(Place place) {
    List<AllowedValue> allowed = place.allowedValues();
    if (allowed.isEmpty() || allowed.size() > MOST_VALUES) {
      return "";
    }
    boolean described = allowed.stream().anyMatch(each -> each.markdown().isPresent());
    StringBuilder list = new StringBuilder(described ? "" : "Values: ");
    for (int i = 0; i < allowed.size(); i++) {
      String value = "`" + allowed.get(i).value().display() + "`";
      if (described) {
        String words = allowed.get(i).markdown().map(text -> ": " + text).orElse("");
        list.append(i == 0 ? "" : "\n").append("- ").append(value).append(words);
      } else {
        list.append(i == 0 ? "" : ", ").append(value);
      }
    }
    return list.toString();
  }

  private static String standard(Place place) {
    boolean said = place.markdown().filter(text -> text.contains("Default:")).isPresent();
    Optional<JsonValue> standard = place.defaultValue();
    boolean single =
        standard.isPresent()
            && (standard.get() instanceof JsonValue.Text
                || standard.get() instanceof JsonValue.Literal);
    return said || !single || standard.get().display().isEmpty()
        ? ""
        : "Default: `" + standard.get().display() + "`";
  }

  private static String versions(Place place) {
    boolean said = place.markdown().filter(text -> text.contains("Since ")).isPresent();
    String since =
        said ? "" : place.said(Documentation::since).map(v -> "Since " + v + ".").orElse("");
    String until = place.said(Documentation::until).map(v -> "Until " + v + ".").orElse("");
    return (since + " " + until).strip();
  }

  /** A link to the file of the runtime that proves what is said. */
  private static String source(Place place) {
    Optional<String> source =
        place.said(words -> words.annotation("source")).flatMap(JsonValue::asText);
    if (source.isEmpty() || source.get().indexOf(' ') >= 0) {
      return "";
    }
    String text = source.get();
    int colon = text.indexOf(':');
    int hash = text.indexOf('#');
    if (colon > 0 && text.indexOf('/') < colon) {
      String repository = text.substring(0, colon);
      String file = text.substring(text.lastIndexOf('/') + 1);
      String link = repository + "/blob/HEAD/" + text.substring(colon + 1);
      return "Source: [" + file + " of " + repository + "](https://github.com/" + link + ")";
    }
    return hash > 0 && text.indexOf('/') < hash
        ? "Source: [" + text + "](https://github.com/" + text.replace("#", "/issues/") + ")"
        : "";
  }

  private static void paragraph(StringBuilder text, String words) {
    if (!words.isEmpty()) {
      text.append("\n\n").append(words);
    }
  }
}
