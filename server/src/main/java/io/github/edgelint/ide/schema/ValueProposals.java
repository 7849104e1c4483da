package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Snippet;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that a key may have: the allowed ones, the default, examples, whole blocks. */
final class ValueProposals {

  private final Cursor cursor;
  private final Proposals proposals;
  private final Lookup lookup;
  private final Place place;
  private final Set<ValueType> types;
  private final Notation notation;
  private final Slots slots;
  private final boolean toml;
  private final Set<String> said = new HashSet<>();

  ValueProposals(Cursor cursor, Lookup lookup, Proposals proposals) {
    this.cursor = cursor;
    this.proposals = proposals;
    this.lookup = lookup;
    this.place = lookup.at(cursor.path());
    this.types = types(cursor, place);
    this.notation = Notation.of(cursor.tree(), cursor.tree() != cursor.document().tree());
    this.slots = new Slots(cursor);
    this.toml = cursor.tree().language() == Language.TOML;
  }

  // The Azure CLI takes create options as text only; templates have them as objects, too.
  private static Set<ValueType> types(Cursor cursor, Place place) {
    boolean options = cursor.member().map(Member::name).filter("createOptions"::equals).isPresent();
    boolean textOnly =
        options && cursor.document().kind().isManifest() && !cursor.document().isTemplate();
    return textOnly ? Set.of(ValueType.STRING) : place.types();
  }

  void propose() {
    List<String> images = proposals.releases().images(cursor);
    for (String image : images) {
      value(new Text(image), Kind.VALUE, "", "", Rank.REQUIRED);
    }
    for (AllowedValue allowed : place.allowedValues()) {
      JsonValue value = allowed.value();
      String detail = place.defaultValue().filter(value::equals).isPresent() ? "default" : "";
      value(value, Kind.CONSTANT, detail, allowed.markdown().orElse(""), Rank.REQUIRED);
    }
    place
        .defaultValue()
        .filter(value -> Stub.fits(value, types))
        .ifPresent(value -> value(value, Kind.VALUE, "default", "", Rank.KEY));
    if (!place.isUnknown()
        && place.allowedValues().isEmpty()
        && types.contains(ValueType.BOOLEAN)
        && (!types.contains(ValueType.STRING) || isSwitch(place))) {
      value(new Literal("true"), Kind.CONSTANT, "", "", Rank.KEY);
      value(new Literal("false"), Kind.CONSTANT, "", "", Rank.KEY);
    }
    if (!place.isSecret() && images.isEmpty()) {
      for (JsonValue example : place.examples()) {
        value(example, Kind.VALUE, "example", "", Rank.OTHER);
      }
    }
    for (Snippet snippet : place.snippets()) {
      propose(snippet);
    }
    containers();
  }

  /** Whether the key is a switch, though the runtime reads its state from a text as well. */
  private static boolean isSwitch(Place place) {
    return place
        .defaultValue()
        .filter(Set.of(new Literal("true"), new Literal("false"))::contains)
        .isPresent();
  }

  private void containers() {
    if (place.isUnknown() || cursor.isQuoted() || types.size() > 3) {
      return;
    }
    String blank = toml ? " " : "";
    SnippetText stop = SnippetText.stop(1, List.of());
    if (types.equals(Set.of(ValueType.OBJECT))) {
      SnippetText usual = Stub.of(lookup, cursor.path(), notation, toml);
      if (!usual.plain().equals("{" + blank + blank + "}") && said.add(usual.plain())) {
        add(new Words(usual.plain(), Kind.VALUE, "", "", Rank.REQUIRED), usual, "{");
      }
    }
    if (types.contains(ValueType.OBJECT)) {
      SnippetText text = SnippetText.literal("{" + blank).plus(stop).plus(blank + "}");
      add(new Words("{ }", Kind.VALUE, toml ? "table" : "object", "", Rank.LAST), text, "{");
    }
    if (types.contains(ValueType.ARRAY)) {
      SnippetText text = SnippetText.literal("[").plus(stop).plus("]");
      add(new Words("[ ]", Kind.VALUE, "array", "", Rank.LAST), text, "[");
    }
  }

  private void value(JsonValue value, Kind kind, String detail, String markdown, Rank rank) {
    SnippetText text = notation.value(value);
    boolean single = value instanceof Text || value instanceof Literal;
    if (value.display().isEmpty() || !said.add(text.plain())) {
      return;
    }
    String label = single ? value.display() : text.plain().replace('\n', ' ');
    add(new Words(label, kind, detail, markdown, rank), text, label);
  }

  private void propose(Snippet snippet) {
    JsonValue body = snippet.body();
    if (!Stub.fits(body, types)) {
      return;
    }
    SnippetText text = notation.forSnippets(proposals.releases()).value(body);
    if (!said.add(text.plain())) {
      return;
    }
    String preview = "```" + (toml ? "toml" : "json") + "\n" + text.plain() + "\n```";
    boolean block = body instanceof Members || body instanceof Items;
    add(
        new Words(
            snippet.label(),
            Kind.SNIPPET,
            snippet.description().orElse(""),
            preview,
            block ? Rank.KEY : Rank.OTHER),
        text,
        snippet.label());
  }

  private void add(Words words, SnippetText text, String typed) {
    boolean item = cursor.container() instanceof ArrayNode;
    String quoted =
        cursor.isQuoted() ? cursor.tree().text().charAt(cursor.token().start()) + typed : typed;
    String blank = slots.replaced().start() > 0 && needsBlank() ? " " : "";
    proposals.add(
        words,
        slots.replaced(),
        SnippetText.literal(blank).plus(text).plus(slots.commaBehind()),
        quoted,
        item ? slots.commaBefore() : List.of());
  }

  /** Directly behind the colon or equals sign of an author who leaves a blank there. */
  private boolean needsBlank() {
    char before = cursor.tree().text().charAt(slots.replaced().start() - 1);
    return cursor.token().isEmpty()
        && notation.separator().endsWith(" ")
        && (before == ':' || before == '=');
  }
}
