package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.util.Locale;

/**
 * The size of desired properties as IoT Hub counts it: keys and values in UTF-8, without structure.
 * Source: Microsoft Learn, "Understand and use device twins in IoT Hub", section "Twin size".
 */
public final class TwinSize {

  private TwinSize() {}

  /** Bytes that a section counts, be it written whole or with dotted keys. */
  public static long of(TwinSection section) {
    long size = 0;
    if (section.desired().isPresent()) {
      size += of(section.desired().get());
    }
    for (TwinSection.DottedKey key : section.dottedKeys()) {
      for (String step : key.path()) {
        size += TwinRules.countedLength(step);
      }
      size += of(key.member().value());
    }
    return size;
  }

  /** The size of a section beside the largest one, such as {@code 3.1 of 32 KB}. */
  public static String words(TwinSection section) {
    return String.format(
        Locale.ROOT, "%.1f of %d KB", of(section) / 1024.0, TwinRules.LARGEST_SECTION / 1024);
  }

  private static long of(ConfigNode node) {
    long size = 0;
    if (node instanceof ScalarNode value) {
      return switch (value.type()) {
        case STRING -> TwinRules.countedLength(value.text());
        case INTEGER, FLOAT -> TwinRules.NUMBER_SIZE;
        case BOOLEAN -> TwinRules.BOOLEAN_SIZE;
        default -> 0;
      };
    }
    for (Member member : node.members()) {
      size += TwinRules.countedLength(member.name()) + of(member.value());
    }
    for (ConfigNode item : node.items()) {
      size += of(item);
    }
    return size;
  }
}
