package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.Snippet;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Headers of TOML tables that are not there yet. */
final class HeaderProposals {

  // Below this, tables are written as values.
  private static final int DEPTH = 3;

  // A list of everything would hide the keys of the table itself.
  private static final int DEPTH_BELOW = 1;

  private final Cursor cursor;
  private final Proposals proposals;
  private final Lookup lookup;
  private final Notation notation;

  HeaderProposals(Cursor cursor, Lookup lookup, Proposals proposals) {
    this.cursor = cursor;
    this.proposals = proposals;
    this.lookup = lookup;
    this.notation = Notation.of(cursor.tree(), false);
  }

  /** For a cursor between the brackets of a header. */
  void propose() {
    String text = cursor.tree().text();
    TextRange token = cursor.token();
    int line = text.lastIndexOf('\n', Math.max(0, token.start() - 1)) + 1;
    boolean element = text.startsWith("[[", skipBlanks(text, line));
    String close = element ? "]]" : "]";
    int end = token.end();
    for (int i = 0; i < close.length() && end < text.length() && text.charAt(end) == ']'; i++) {
      end++;
    }
    TextRange replaced = new TextRange(token.start(), end);
    boolean more = end < text.length() && text.charAt(end) == '.';
    propose(cursor.path(), new ArrayList<>(), element, new Ending(replaced, more ? "" : close, ""));
  }

  /** For a free line below all keys: whole headers, counted from the root. */
  void proposeBelow() {
    Ending ending = new Ending(new Slots(cursor).replaced(), "]", "[");
    propose(NodePath.ROOT, new ArrayList<>(), false, ending);
  }

  private record Ending(TextRange replaced, String close, String open) {}

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private void propose(NodePath path, List<String> below, boolean element, Ending ending) {
    for (Property property : lookup.at(path).properties()) {
      NodePath inner = path.child(property.name());
      if (lookup.isUnread(inner) || proposals.releases().lack(property.place())) {
        continue;
      }
      Set<ValueType> types = lookup.at(inner).types();
      List<String> name = new ArrayList<>(below);
      name.add(property.name());
      ConfigNode existing = cursor.tree().root().at(inner.steps().toArray(String[]::new));
      if (element && types.equals(Set.of(ValueType.ARRAY)) && takesTables(inner)) {
        add(name, property, ending);
      }
      if (!types.equals(Set.of(ValueType.OBJECT)) || isClosed(existing)) {
        continue;
      }
      if (!element && !isWritten(existing) && !isInTableOfCursor(path, ending)) {
        add(name, property, ending);
        if (ending.close().equals("]")) {
          snippets(name, property, inner, ending);
        }
      }
      if (name.size() < (ending.open().isEmpty() ? DEPTH : DEPTH_BELOW)) {
        propose(inner, name, element, ending);
      }
    }
  }

  /** The keys of the table at the cursor are proposed on their own. */
  private boolean isInTableOfCursor(NodePath path, Ending ending) {
    return !ending.open().isEmpty() && path.equals(cursor.path());
  }

  private boolean takesTables(NodePath array) {
    return lookup.at(array.child("0")).types().equals(Set.of(ValueType.OBJECT));
  }

  private static boolean isWritten(ConfigNode node) {
    return node instanceof ObjectNode table
        && (table.form() != ObjectNode.Form.IMPLICIT || !Slots.isOpen(table));
  }

  private static boolean isClosed(ConfigNode node) {
    return node.isPresent()
        && !(node instanceof ObjectNode table && table.form() != ObjectNode.Form.BRACES);
  }

  private void add(List<String> name, Property property, Ending ending) {
    String label = TomlText.path(name);
    Place place = property.place();
    // A table that is not there needs nothing yet.
    String[] above = name.subList(0, name.size() - 1).toArray(String[]::new);
    boolean needed = property.required() && cursor.tree().root().at(above).isPresent();
    Rank rank = !ending.open().isEmpty() ? Rank.LAST : needed ? Rank.REQUIRED : Rank.KEY;
    Words words =
        new Words(
            ending.open() + label + (ending.open().isEmpty() ? "" : "]"),
            Kind.TABLE,
            needed ? "table, required" : "table",
            Proposals.markdown(place),
            rank);
    proposals.add(
        words,
        ending.replaced(),
        SnippetText.literal(ending.open() + label + ending.close()),
        label,
        List.of());
  }

  private void snippets(List<String> name, Property property, NodePath path, Ending ending) {
    if (cursor.tree().root().at(path.steps().toArray(String[]::new)).isPresent()) {
      return;
    }
    Notation snippets = notation.forSnippets(proposals.releases());
    String label = TomlText.path(name);
    for (Snippet snippet : property.place().snippets()) {
      if (!(snippet.body() instanceof Members body)) {
        continue;
      }
      SnippetText text =
          SnippetText.literal(ending.open() + label + ending.close() + notation.lineBreak())
              .plus(snippets.table(path.steps(), body));
      Words words =
          new Words(
              label + ": " + snippet.label(),
              Kind.SNIPPET,
              snippet.description().orElse(""),
              "```toml\n" + text.plain() + "\n```",
              ending.open().isEmpty() ? Rank.OTHER : Rank.LAST);
      proposals.add(words, ending.replaced(), text, label, List.of());
    }
  }
}
