package io.github.edgelint.embedded;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into the pieces that tools store {@code createOptions} in. */
public final class Chunks {

  /**
   * Length at which the tools cut, in UTF-16 code units
   * (microsoft/vscode-azure-iot-edge:src/common/utility.ts; iotedgedev).
   */
  public static final int LENGTH = 512;

  private Chunks() {}

  /** The pieces in order, each as long as may be; no pair of surrogates is cut in two. */
  public static List<String> of(String text) {
    List<String> chunks = new ArrayList<>();
    int at = 0;
    while (at < text.length() || chunks.isEmpty()) {
      int end = Math.min(at + LENGTH, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      chunks.add(text.substring(at, end));
      at = end;
    }
    return chunks;
  }
}
