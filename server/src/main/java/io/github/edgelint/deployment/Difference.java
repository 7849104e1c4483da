package io.github.edgelint.deployment;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where two values differ as JSON. Order and letter case of keys do not count, nor does a null; the
 * order of a list does.
 */
final class Difference {

  private final List<String> paths = new ArrayList<>();

  private Difference() {}

  /** The paths of what differs, with dots between keys; the root is empty text. */
  static List<String> paths(ConfigNode before, ConfigNode after) {
    Difference difference = new Difference();
    difference.compare("", before, after);
    return difference.paths;
  }

  private void compare(String path, ConfigNode before, ConfigNode after) {
    if (before instanceof ObjectNode old && after instanceof ObjectNode changed) {
      Map<String, Member> left = members(old);
      Map<String, Member> right = members(changed);
      left.forEach(
          (key, member) ->
              compare(
                  path(path, member.name()),
                  member.value(),
                  right.containsKey(key) ? right.get(key).value() : MissingNode.NOWHERE));
      right.forEach(
          (key, member) -> {
            if (!left.containsKey(key)) {
              compare(path(path, member.name()), MissingNode.NOWHERE, member.value());
            }
          });
    } else if (!same(before, after)) {
      paths.add(path);
    }
  }

  private static boolean same(ConfigNode before, ConfigNode after) {
    if (isNothing(before) || isNothing(after)) {
      return isNothing(before) && isNothing(after);
    }
    if (before instanceof ScalarNode old && after instanceof ScalarNode changed) {
      return old.type() == changed.type() && old.text().equals(changed.text());
    }
    if (before instanceof ObjectNode && after instanceof ObjectNode) {
      return paths(before, after).isEmpty();
    }
    List<ConfigNode> old = before.items();
    List<ConfigNode> changed = after.items();
    if (before.getClass() != after.getClass() || old.size() != changed.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!same(old.get(i), changed.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNothing(ConfigNode node) {
    return !node.isPresent()
        || (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.NULL);
  }

  /** The members that count: of several with one name the last. */
  private static Map<String, Member> members(ObjectNode object) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Member member : object.members()) {
      members.put(member.name().toLowerCase(Locale.ROOT), member);
    }
    return members;
  }

  private static String path(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
