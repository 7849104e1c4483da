package io.github.edgelint.iotedge;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import java.util.Optional;

/** Whether the reader of a file tells keys apart by letter case. */
enum KeyCase {
  MATTERS {
    @Override
    Optional<Member> member(ObjectNode object, String name) {
      return object.member(name);
    }

    @Override
    ConfigNode get(ObjectNode object, String name) {
      return object.get(name);
    }

    @Override
    boolean same(String a, String b) {
      return a.equals(b);
    }
  },
  IGNORED {
    @Override
    Optional<Member> member(ObjectNode object, String name) {
      return object.memberIgnoreCase(name);
    }

    @Override
    ConfigNode get(ObjectNode object, String name) {
      return object.getIgnoreCase(name);
    }

    @Override
    boolean same(String a, String b) {
      return a.equalsIgnoreCase(b);
    }
  };

  abstract Optional<Member> member(ObjectNode object, String name);

  /** The value of the member, else a {@link MissingNode}. */
  abstract ConfigNode get(ObjectNode object, String name);

  abstract boolean same(String a, String b);

  Optional<Member> member(ConfigNode node, String name) {
    return node instanceof ObjectNode object ? member(object, name) : Optional.empty();
  }

  /** The value at the end of a path of keys, else a {@link MissingNode}. */
  ConfigNode at(ConfigNode node, String... path) {
    ConfigNode found = node;
    for (String name : path) {
      found = found instanceof ObjectNode object ? get(object, name) : MissingNode.NOWHERE;
    }
    return found;
  }
}
