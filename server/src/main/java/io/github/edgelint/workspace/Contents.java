package io.github.edgelint.workspace;

import io.github.edgelint.text.SourceText;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * The contents of the files of one scan. Equal ones are one: repositories keep a manifest for each
 * device, vendored samples, and results of builds, many of them copies. Safe for several threads.
 */
final class Contents {

  private record Sum(int length, long crc) {}

  private final Map<Sum, Content> known = new ConcurrentHashMap<>();

  /** The content of a file. */
  Content of(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    Sum sum = new Sum(bytes.length, crc.getValue());
    Content before = known.get(sum);
    if (before != null && before.source().isOf(bytes)) {
      before.addCopy();
      return before;
    }
    Content content = new Content(SourceText.decode(bytes));
    known.put(sum, content);
    return content;
  }
}
