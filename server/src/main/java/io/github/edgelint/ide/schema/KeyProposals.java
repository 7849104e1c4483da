package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.Snippet;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keys that an object has not got yet, and blocks of several. */
final class KeyProposals {

  private static final Set<NodePath> PARENT =
      Set.of(NodePath.of("parent_hostname"), NodePath.of("local_gateway_hostname"));

  private final Cursor cursor;
  private final Proposals proposals;
  private final Lookup lookup;
  private final Place object;
  private final Notation notation;
  private final Slots slots;
  private final boolean toml;
  private final boolean ignoreCase;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> said = new HashSet<>();

  KeyProposals(Cursor cursor, Lookup lookup, Proposals proposals) {
    this.cursor = cursor;
    this.proposals = proposals;
    this.lookup = lookup;
    this.object = lookup.at(cursor.path());
    this.notation = Notation.of(cursor.tree(), cursor.tree() != cursor.document().tree());
    this.slots = new Slots(cursor);
    this.toml = cursor.tree().language() == Language.TOML;
    this.ignoreCase = cursor.document().kind().isManifest();
    for (Member member : cursor.container().members()) {
      if (!cursor.member().filter(here -> here == member).isPresent()) {
        taken.add(folded(member.name()));
      }
    }
  }

  private String folded(String name) {
    return ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
  }

  void propose() {
    boolean free = startsLine() && cursor.tree() == cursor.document().tree();
    Commented commented = free ? new Commented(cursor, proposals) : null;
    boolean unread = !Stub.mayHoldObject(object) || lookup.isUnread(cursor.path());
    for (Property property : unread ? List.<Property>of() : object.properties()) {
      NodePath path = cursor.path().child(property.name());
      if (!isTaken(property.name())
          && !lookup.isUnread(path)
          && !isOfChildDevice(path)
          && !proposals.releases().lack(property.place())) {
        if (commented != null && !isOnlyNamed(property.name())) {
          uncomment(commented, property);
        }
        // What holds for the value depends on the keys beside it.
        propose(new Property(property.name(), property.required(), lookup.at(path)), path);
      }
    }
    if (!slots.isFollowed()) {
      if (!unread) {
        object.snippets().forEach(this::block);
      }
      if (startsLine() && slots.isEndOfSection()) {
        new HeaderProposals(cursor, lookup, proposals).proposeBelow();
      }
    }
  }

  /** A name of the parent beside provisioning by DPS, which {@code config apply} refuses. */
  private boolean isOfChildDevice(NodePath path) {
    return PARENT.contains(path)
        && cursor
            .document()
            .deviceConfig()
            .flatMap(DeviceConfig::provisioningSource)
            .filter(source -> source.text().equals("dps"))
            .isPresent();
  }

  private void uncomment(Commented commented, Property property) {
    List<String> table = slots.tableName();
    commented.key(table, property.name(), property.place(), rank(property));
    commented.table(table(property.name()), property.place(), rank(property));
  }

  private boolean isTaken(String name) {
    return taken.contains(folded(name)) && !isOnlyNamed(name);
  }

  /** A TOML table that only its subtables name may still get its own header. */
  private boolean isOnlyNamed(String name) {
    return toml
        && startsLine()
        && cursor.container().get(name) instanceof ObjectNode table
        && table.form() == ObjectNode.Form.IMPLICIT
        && Slots.isOpen(table)
        && slots.isEndOfSection();
  }

  /** Whether a TOML header could stand instead. */
  private boolean startsLine() {
    return toml && !slots.hasCommas() && slots.isFirstOnLine() && !slots.isFollowed();
  }

  private void propose(Property property, NodePath path) {
    Place place = property.place();
    SnippetText key = notation.key(property.name());
    Words words = words(property, property.name(), isTable(place) ? Kind.TABLE : Kind.PROPERTY);
    if (slots.hasDotBehind() && !place.types().contains(ValueType.OBJECT)) {
      return;
    }
    if (slots.isFollowed()) {
      proposals.add(words, slots.replaced(), key, typed(property.name()), List.of());
      return;
    }
    boolean table = startsLine() && isTable(place);
    if (table && slots.isEndOfSection()) {
      SnippetText header = notation.header(table(property.name())).plus(notation.lineBreak());
      add(words, header, property.name());
    } else if (isOnlyNamed(property.name())) {
      return;
    } else {
      add(
          words,
          key.plus(notation.separator()).plus(Stub.of(lookup, path, notation, toml)),
          property);
    }
    for (Snippet snippet : place.snippets()) {
      propose(property, snippet);
    }
  }

  private void propose(Property property, Snippet snippet) {
    if (!Stub.fits(snippet.body(), cursor.path().child(property.name()), lookup)) {
      return;
    }
    Notation snippets = notation.forSnippets(proposals.releases());
    SnippetText text =
        startsLine() && slots.isEndOfSection() && snippet.body() instanceof Members body
            ? block(table(property.name()), body, snippets)
            : notation
                .key(property.name())
                .plus(notation.separator())
                .plus(snippets.value(snippet.body()));
    if (!said.add(property.name() + text.plain())) {
      return;
    }
    add(
        new Words(
            label(property.name(), snippet),
            Kind.SNIPPET,
            snippet.description().orElse(""),
            preview(text),
            rank(property)),
        text,
        property);
  }

  // Some snippets begin with the name, because other editors show nothing else.
  private static String label(String name, Snippet snippet) {
    String named = name + ": ";
    return snippet.label().startsWith(named) ? snippet.label() : named + snippet.label();
  }

  private SnippetText block(List<String> path, Members body, Notation snippets) {
    return snippets.header(path).plus(notation.lineBreak()).plus(snippets.table(path, body));
  }

  private List<String> table(String name) {
    List<String> path = new ArrayList<>(slots.tableName());
    path.add(name);
    return path;
  }

  /** A block of several keys, where none of them is there. */
  private void block(Snippet snippet) {
    if (!(snippet.body() instanceof Members body) || body.members().isEmpty()) {
      return;
    }
    Notation snippets = notation.forSnippets(proposals.releases());
    for (String name : body.members().keySet()) {
      String key = SnippetText.parse(name).plain();
      if (isTaken(key) || lookup.isUnread(cursor.path().child(key))) {
        return;
      }
    }
    if (!Stub.fits(body, cursor.path(), lookup)) {
      return;
    }
    SnippetText text = null;
    if (!toml || slots.hasCommas()) {
      text = snippets.members(body);
    } else if (startsLine() && slots.isEndOfSection()) {
      text = snippets.table(slots.tableName(), body);
    } else {
      return;
    }
    if (!said.add(snippet.label() + text.plain())) {
      return;
    }
    Rank rank = taken.isEmpty() ? Rank.BLOCK : Rank.OTHER;
    String description = snippet.description().orElse("");
    add(
        new Words(snippet.label(), Kind.SNIPPET, description, preview(text), rank),
        text,
        snippet.label());
  }

  private void add(Words words, SnippetText text, Property property) {
    add(words, text, property.name());
  }

  private void add(Words words, SnippetText text, String name) {
    proposals.add(
        words, slots.replaced(), text.plus(slots.commaBehind()), typed(name), slots.commaBefore());
  }

  /** What the typed text is compared with. */
  private String typed(String name) {
    boolean quoted = cursor.isQuoted() || (!toml && cursor.token().isEmpty());
    char mark = cursor.isQuoted() ? cursor.tree().text().charAt(cursor.token().start()) : '"';
    return quoted ? mark + name + mark : name;
  }

  private Words words(Property property, String label, Kind kind) {
    String type = Types.words(property.place(), toml);
    String detail =
        property.required() ? (type.isEmpty() ? "required" : type + ", required") : type;
    Rank rank = rank(property);
    return new Words(label, kind, detail, Proposals.markdown(property.place()), rank);
  }

  private static Rank rank(Property property) {
    return property.required() ? Rank.REQUIRED : Rank.KEY;
  }

  private String preview(SnippetText text) {
    return "```" + (toml ? "toml" : "json") + "\n" + text.plain() + "\n```";
  }

  /** Whether TOML writes a value here as a table of its own. */
  private static boolean isTable(Place place) {
    return place.types().equals(Set.of(ValueType.OBJECT));
  }
}
