package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object, table or section. Members keep their order and their duplicates. */
public final class ObjectNode extends ConfigNode {

  /** How an object is written. */
  public enum Form {
    /** The whole of a TOML or unit file; its range is the file. */
    DOCUMENT,
    /** Between braces: a JSON object or an inline table. */
    BRACES,
    /**
     * A TOML table under its own {@code [header]}; its range runs from the header to its last own
     * entry.
     */
    TABLE,
    /** An element of a TOML array of tables under {@code [[header]]}. */
    ELEMENT,
    /**
     * A TOML table that only longer headers or dotted keys name; its range is the key part that
     * names it first.
     */
    IMPLICIT,
    /** A section of a unit file; its range runs from the header to its last line. */
    SECTION
  }

  // Below this size a scan is faster than a table.
  private static final int SCAN_LIMIT = 8;

  private final Form form;
  private final TextRange header;
  private final List<Member> members;
  private final boolean lastWins;
  private volatile Map<String, Member> byName;

  /**
   * @param header the header with its brackets, or the opening brace; empty where there is none
   * @param lastWins which of several members of one name counts: the last (JSON, unit files) or the
   *     first (TOML)
   */
  public ObjectNode(
      Form form, TextRange range, TextRange header, List<Member> members, boolean lastWins) {
    super(range);
    this.form = form;
    this.header = header;
    this.members = List.copyOf(members);
    this.lastWins = lastWins;
  }

  public Form form() {
    return form;
  }

  /**
   * The {@code [header]} of a table or section, the opening brace of an object; empty for other
   * forms.
   */
  public TextRange header() {
    return header;
  }

  @Override
  public List<Member> members() {
    return members;
  }

  /** The member that counts under this name. Letter case matters. */
  public Optional<Member> member(String name) {
    return Optional.ofNullable(find(name));
  }

  @Override
  public ConfigNode get(String name) {
    return valueOf(find(name));
  }

  private static ConfigNode valueOf(Member member) {
    return member == null ? MissingNode.NOWHERE : member.value();
  }

  private Member find(String name) {
    if (members.size() > SCAN_LIMIT) {
      return index().get(name);
    }
    // By index: keys are looked up so often that iterators would be a sixth of all objects. Lengths
    // first: they tell nearly all names apart.
    Member found = null;
    int length = name.length();
    int count = members.size();
    for (int i = 0; i < count && (lastWins || found == null); i++) {
      Member member = members.get(i);
      if (member.name().length() == length && member.name().equals(name)) {
        found = member;
      }
    }
    return found;
  }

  /**
   * The member that counts under this name when letter case is ignored; an exact match comes first.
   */
  public Optional<Member> memberIgnoreCase(String name) {
    return Optional.ofNullable(findIgnoreCase(name));
  }

  /** The value of {@link #memberIgnoreCase}, else a {@link MissingNode}. */
  public ConfigNode getIgnoreCase(String name) {
    return valueOf(findIgnoreCase(name));
  }

  private Member findIgnoreCase(String name) {
    Member found = find(name);
    if (found != null) {
      return found;
    }
    int length = name.length();
    int count = members.size();
    for (int i = 0; i < count; i++) {
      Member member = members.get(i);
      if (member.name().length() == length && member.name().equalsIgnoreCase(name)) {
        found = member;
      }
    }
    return found;
  }

  // A race builds the same table twice, which is harmless.
  private Map<String, Member> index() {
    Map<String, Member> known = byName;
    if (known == null) {
      known = new HashMap<>(members.size() * 2);
      for (Member member : members) {
        if (lastWins) {
          known.put(member.name(), member);
        } else {
          known.putIfAbsent(member.name(), member);
        }
      }
      byName = known;
    }
    return known;
  }
}
