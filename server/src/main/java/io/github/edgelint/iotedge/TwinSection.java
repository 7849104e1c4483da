package io.github.edgelint.iotedge;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a manifest sets for one module twin: a member of {@code modulesContent}. Its desired
 * properties stand in {@code properties.desired}, or below dotted keys such as {@code
 * properties.desired.routes.alarms}, as layers write them.
 */
public final class TwinSection {

  static final String DESIRED = "properties.desired";
  private static final String DOTTED = DESIRED + ".";

  /**
   * A key such as {@code properties.desired.modules.camera}.
   *
   * @param path the steps below the desired properties; never empty
   */
  public record DottedKey(Member member, List<String> path) {

    public DottedKey {
      path = List.copyOf(path);
    }

    /** The last step, in the file. */
    public TextRange lastStepRange() {
      return stepRange(path.size() - 1);
    }

    /**
     * A step, in the file.
     *
     * @param index from 0
     */
    public TextRange stepRange(int index) {
      Key key = member.key();
      int end = key.name().length();
      for (int i = path.size() - 1; i > index; i--) {
        end -= path.get(i).length() + 1;
      }
      return key.offsets().toSource(new TextRange(end - path.get(index).length(), end));
    }
  }

  /**
   * A desired property with its name.
   *
   * @param nameRange the name in the file; of a dotted key only its last step
   * @param member the member it is or, for a dotted key, the member that carries it
   * @param dotted whether the name is the end of a dotted key
   */
  public record Entry(String name, TextRange nameRange, Member member, boolean dotted) {

    public ConfigNode value() {
      return member.value();
    }
  }

  private final Member member;
  private final KeyCase keyCase;
  private final List<DottedKey> dottedKeys;

  TwinSection(Member member, KeyCase keyCase) {
    this.member = member;
    this.keyCase = keyCase;
    this.dottedKeys = dottedKeysOf(member.value());
  }

  private static List<DottedKey> dottedKeysOf(ConfigNode node) {
    List<DottedKey> keys = new ArrayList<>();
    for (Member member : node.members()) {
      if (member.name().startsWith(DOTTED)) {
        String rest = member.name().substring(DOTTED.length());
        keys.add(new DottedKey(member, List.of(rest.split("\\.", -1))));
      }
    }
    return List.copyOf(keys);
  }

  /** The id of the module, such as {@code $edgeAgent}. */
  public String id() {
    return member.name();
  }

  public Member member() {
    return member;
  }

  /** The member {@code properties.desired}, whatever its value. */
  public Optional<Member> desiredMember() {
    Optional<Member> dotted =
        member.value() instanceof ObjectNode object ? object.member(DESIRED) : Optional.empty();
    return dotted.isPresent() ? dotted : nestedDesired();
  }

  // The form of a twin as IoT Hub shows it.
  private Optional<Member> nestedDesired() {
    return member.value().get("properties") instanceof ObjectNode properties
        ? properties.member("desired")
        : Optional.empty();
  }

  /** The object {@code properties.desired}; empty where there is none. */
  public Optional<ObjectNode> desired() {
    return desiredMember().flatMap(found -> found.value().asObject());
  }

  /** The keys of a layer, in order. */
  public List<DottedKey> dottedKeys() {
    return dottedKeys;
  }

  /**
   * The value of a desired property, else a {@link MissingNode}. Keys are compared as the reader of
   * this twin does; a dotted key wins over {@code properties.desired}.
   */
  public ConfigNode get(String... path) {
    return entry(path).map(Entry::value).orElse(MissingNode.NOWHERE);
  }

  /** The desired property at the end of a path. */
  public Optional<Entry> entry(String... path) {
    if (path.length == 0) {
      return Optional.empty();
    }
    Entry found = desired().flatMap(desired -> inside(desired, path, 0)).orElse(null);
    for (DottedKey key : dottedKeys) {
      int depth = key.path().size();
      if (depth > path.length || !sharesSteps(key.path(), path, depth)) {
        continue;
      }
      found =
          depth == path.length
              ? ending(key)
              : inside(key.member().value(), path, depth).orElse(found);
    }
    return Optional.ofNullable(found);
  }

  private Optional<Entry> inside(ConfigNode node, String[] path, int from) {
    ConfigNode holder = keyCase.at(node, Arrays.copyOfRange(path, from, path.length - 1));
    return keyCase.member(holder, path[path.length - 1]).map(TwinSection::plain);
  }

  private static Entry ending(DottedKey key) {
    String name = key.path().get(key.path().size() - 1);
    return new Entry(name, key.lastStepRange(), key.member(), true);
  }

  private static Entry plain(Member member) {
    return new Entry(member.name(), member.key().range(), member, false);
  }

  /**
   * The desired properties right below a path, in order of place. Of several with exactly the same
   * name the last.
   */
  public List<Entry> entries(String... path) {
    Map<String, Entry> found = new LinkedHashMap<>();
    desired().ifPresent(desired -> addMembers(keyCase.at(desired, path), found));
    for (DottedKey key : dottedKeys) {
      List<String> steps = key.path();
      int depth = Math.min(steps.size(), path.length);
      if (!sharesSteps(steps, path, depth)) {
        continue;
      }
      if (steps.size() <= path.length) {
        String[] rest = Arrays.copyOfRange(path, steps.size(), path.length);
        addMembers(keyCase.at(key.member().value(), rest), found);
      } else if (steps.size() == path.length + 1) {
        put(ending(key), found);
      }
    }
    return List.copyOf(found.values());
  }

  private boolean sharesSteps(List<String> steps, String[] path, int depth) {
    for (int i = 0; i < depth; i++) {
      if (!keyCase.same(steps.get(i), path[i])) {
        return false;
      }
    }
    return true;
  }

  private static void addMembers(ConfigNode node, Map<String, Entry> into) {
    for (Member child : node.members()) {
      put(plain(child), into);
    }
  }

  private static void put(Entry entry, Map<String, Entry> into) {
    into.remove(entry.name());
    into.put(entry.name(), entry);
  }
}
