package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.Optional;

/**
 * The line {@code # image = "mcr.microsoft.com/azureiotedge-agent:1.5"} that every stock {@code
 * config.toml} has. Source: Azure/iotedge:edgelet/contrib/config/linux/template.toml.
 */
final class StockImageLine {

  private static final String KEY = "image";

  private StockImageLine() {}

  /** The train that a comment names in this line; empty for any other comment. */
  static Optional<RuntimeTrain> train(String comment) {
    int start = 0;
    while (start < comment.length() && isMarkOrBlank(comment.charAt(start))) {
      start++;
    }
    if (!comment.startsWith(KEY, start)) {
      return Optional.empty();
    }
    String line = comment.substring(start + KEY.length()).stripLeading();
    if (!line.startsWith("=")) {
      return Optional.empty();
    }
    int open = line.indexOf('"');
    int close = line.indexOf('"', open + 1);
    if (open < 0 || close < 0) {
      return Optional.empty();
    }
    ImageReference image = ImageReference.parse(line.substring(open + 1, close));
    return image.isAgent() ? image.train() : Optional.empty();
  }

  private static boolean isMarkOrBlank(char c) {
    return c == '#' || c == ' ' || c == '\t';
  }
}
