package io.github.edgelint.rules.container;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is mounted into a container. */
record Mounts(List<Entry> entries) {

  /**
   * One bind or mount.
   *
   * @param source the folder of the device or the name of a volume; empty where there is none
   * @param target the folder in the container
   * @param range the source, or the whole entry, in the options
   * @param item the whole entry in the options
   */
  record Entry(String source, String target, TextRange range, TextRange item) {}

  static Mounts of(Container container) {
    List<Entry> entries = new ArrayList<>();
    CreateOptions options = container.options();
    for (ConfigNode item : options.hostConfig("Binds").items()) {
      if (item instanceof ScalarNode scalar) {
        String[] parts = scalar.text().split(":", 3);
        if (parts.length >= 2) {
          TextRange source = scalar.rangeOf(new TextRange(0, parts[0].length()));
          entries.add(new Entry(parts[0], parts[1], source, item.range()));
        }
      }
    }
    for (ConfigNode item : options.hostConfig("Mounts").items()) {
      if (item instanceof ObjectNode mount) {
        Optional<ConfigNode> source = mount.memberIgnoreCase("Source").map(Member::value);
        String target =
            mount.memberIgnoreCase("Target").flatMap(m -> m.value().asText()).orElse("");
        entries.add(
            new Entry(
                source.flatMap(ConfigNode::asText).orElse(""),
                target,
                source.map(ConfigNode::range).orElse(mount.range()),
                mount.range()));
      }
    }
    return new Mounts(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The entry whose target equals, contains, or lies as {@code child} right below the folder. */
  Optional<Entry> covering(String folder, String child) {
    String wanted = withoutSlash(folder);
    for (Entry entry : entries) {
      String target = withoutSlash(entry.target());
      if (target.equals(wanted)
          || wanted.startsWith(target + "/")
          || target.equals(wanted + "/" + child)
          || target.equals("/")) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
