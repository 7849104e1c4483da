package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table that later lines of the file may still add to. */
final class OpenTable implements OpenContent {

  /** What brought a table into being; it decides what may add to it. */
  enum Origin {
    /** The document, an inline table or an element of an array of tables. */
    GIVEN,
    /** Its own {@code [header]}. */
    HEADER,
    /** A longer header. */
    LONGER_HEADER,
    /** A dotted key. */
    DOTTED_KEY
  }

  /** A member of an open table. */
  static final class Slot {
    private Key key;
    private final OpenContent content;

    private Slot(Key key, OpenContent content) {
      this.key = key;
      this.content = content;
    }

    OpenContent content() {
      return content;
    }

    /** A table that longer headers named gets its own header, whose key names it from now. */
    void promote(Key ownKey, TextRange ownHeader) {
      OpenTable table = (OpenTable) content;
      key = ownKey;
      table.origin = Origin.HEADER;
      table.header = ownHeader;
      table.end = ownHeader.end();
    }

    /** Where the member was defined, to be named when it is defined again. */
    TextRange definedAt() {
      if (content instanceof OpenTable table && table.origin == Origin.HEADER) {
        return table.header;
      }
      return content instanceof OpenArray array ? array.elements().get(0).header : key.range();
    }
  }

  // Tables of a few keys, which are nearly all, need no index.
  private static final int SCAN_LIMIT = 8;

  private final int depth;
  private final List<Slot> slots = new ArrayList<>(4);
  private Map<String, Integer> latest;
  private Origin origin;
  private TextRange header;
  private int end;
  private ObjectNode closed;

  private OpenTable(int depth, Origin origin, TextRange header) {
    this.depth = depth;
    this.origin = origin;
    this.header = header;
    this.end = header.end();
  }

  static OpenTable document() {
    return new OpenTable(0, Origin.GIVEN, TextRange.at(0));
  }

  /**
   * @param depth how many objects and arrays hold it
   * @param header its header, or the key part or brace that begins it
   */
  static OpenTable at(int depth, Origin origin, TextRange header) {
    return new OpenTable(depth, origin, header);
  }

  int depth() {
    return depth;
  }

  Origin origin() {
    return origin;
  }

  /** The newest member of this name, or null. */
  Slot find(String name) {
    if (slots.size() <= SCAN_LIMIT) {
      for (int i = slots.size() - 1; i >= 0; i--) {
        if (slots.get(i).key.name().equals(name)) {
          return slots.get(i);
        }
      }
      return null;
    }
    if (latest == null) {
      latest = new HashMap<>(slots.size() * 4);
      for (int i = 0; i < slots.size(); i++) {
        latest.put(slots.get(i).key.name(), i);
      }
    }
    Integer index = latest.get(name);
    return index == null ? null : slots.get(index);
  }

  void add(Key key, OpenContent content) {
    slots.add(new Slot(key, content));
    if (latest != null) {
      latest.put(key.name(), slots.size() - 1);
    }
  }

  /** Notes that an entry below its header ends there. */
  void extendTo(int entryEnd) {
    end = Math.max(end, entryEnd);
  }

  /** The table as a node of the given form. Depth is bounded by the depth of open tables. */
  ObjectNode close(ObjectNode.Form form, TextRange range) {
    TextRange shown = form == ObjectNode.Form.IMPLICIT ? TextRange.at(header.start()) : header;
    List<Member> members = new ArrayList<>(slots.size());
    for (Slot slot : slots) {
      members.add(new Member(slot.key, slot.content.close()));
    }
    return new ObjectNode(form, range, shown, members, false);
  }

  /** The same node each time. */
  @Override
  public ObjectNode close() {
    if (closed == null) {
      TextRange ownLines = new TextRange(header.start(), end);
      closed =
          switch (origin) {
            case GIVEN -> close(ObjectNode.Form.ELEMENT, ownLines);
            case HEADER -> close(ObjectNode.Form.TABLE, ownLines);
            case LONGER_HEADER, DOTTED_KEY -> close(ObjectNode.Form.IMPLICIT, header);
          };
    }
    return closed;
  }

  /** An array of tables. */
  record OpenArray(List<OpenTable> elements) implements OpenContent {
    @Override
    public ArrayNode close() {
      List<ConfigNode> items = new ArrayList<>(elements.size());
      for (OpenTable element : elements) {
        items.add(element.close());
      }
      return new ArrayNode(elements.get(0).header, items, true);
    }
  }

  /** A value that nothing can add to, inline tables included. */
  record Value(ConfigNode node) implements OpenContent {
    @Override
    public ConfigNode close() {
      return node;
    }
  }
}
