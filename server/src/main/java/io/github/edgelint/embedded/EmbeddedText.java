package io.github.edgelint.embedded;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The text that one string of a file holds, or several strings in order. Offsets of the text and of
 * the file are UTF-16 code units. Immutable.
 */
public final class EmbeddedText {

  /** A string and where its text starts in the whole. */
  private record Chunk(ScalarNode value, int start) {
    int end() {
      return start + value.text().length();
    }
  }

  private final ConfigTree tree;
  private final List<Chunk> chunks;
  private final String text;

  private EmbeddedText(ConfigTree tree, List<Chunk> chunks, String text) {
    this.tree = tree;
    this.chunks = List.copyOf(chunks);
    this.text = text;
  }

  /** The text of one string. */
  public static EmbeddedText of(ConfigTree tree, ScalarNode value) {
    return new EmbeddedText(tree, List.of(new Chunk(value, 0)), value.text());
  }

  /**
   * The texts of several strings, one after the other.
   *
   * @param values at least one
   */
  public static EmbeddedText of(ConfigTree tree, List<ScalarNode> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no string");
    }
    if (values.size() == 1) {
      return of(tree, values.get(0));
    }
    List<Chunk> chunks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (ScalarNode value : values) {
      chunks.add(new Chunk(value, text.length()));
      text.append(value.text());
    }
    return new EmbeddedText(tree, chunks, text.toString());
  }

  public String text() {
    return text;
  }

  /** Where a part of the text stands; of a part in several strings, what the first one holds. */
  public TextRange toFile(TextRange range) {
    Chunk chunk = chunkAt(range.start());
    OffsetMap offsets = chunk.value().offsets();
    int start = Math.min(range.start(), chunk.end()) - chunk.start();
    int end = Math.min(range.end(), chunk.end()) - chunk.start();
    return start == end
        ? TextRange.at(offsets.toSource(start))
        : offsets.toSource(new TextRange(start, end));
  }

  /** The place of the text that stands at an offset of the file; empty outside the strings. */
  public OptionalInt fromFile(int offset) {
    for (Chunk chunk : chunks) {
      if (chunk.value().contentRange().touches(offset)) {
        return OptionalInt.of(chunk.start() + chunk.value().offsets().fromSource(offset));
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The edit of the file that edits the text, escaped as its string needs it.
   *
   * @return empty where the edit crosses from one string to the next, cuts an escape in two, or
   *     writes what this kind of string cannot hold
   */
  public Optional<TextEdit> encode(TextEdit edit) {
    TextRange range = edit.range();
    for (Chunk chunk : chunks) {
      if (chunk.start() <= range.start() && range.end() <= chunk.end()) {
        return encode(chunk, range.shift(-chunk.start()), edit.newText());
      }
    }
    return Optional.empty();
  }

  /** All edits or none; see {@link #encode(TextEdit)}. */
  public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
    List<TextEdit> encoded = new ArrayList<>();
    for (TextEdit edit : edits) {
      Optional<TextEdit> inFile = encode(edit);
      if (inFile.isEmpty()) {
        return Optional.empty();
      }
      encoded.add(inFile.get());
    }
    return Optional.of(encoded);
  }

  private Optional<TextEdit> encode(Chunk chunk, TextRange range, String newText) {
    ScalarNode value = chunk.value();
    if (!isCleanCut(value, range.start()) || !isCleanCut(value, range.end())) {
      return Optional.empty();
    }
    int start = value.offsets().toSource(range.start());
    int end = range.isEmpty() ? start : value.offsets().toSource(range).end();
    return StringEscapes.of(tree, value)
        .flatMap(escapes -> escapes.escape(newText))
        .map(escaped -> new TextEdit(new TextRange(start, end), escaped));
  }

  // Two units of the text may come from one escape of the file.
  private static boolean isCleanCut(ScalarNode value, int offset) {
    if (offset == 0 || offset == value.text().length()) {
      return true;
    }
    OffsetMap offsets = value.offsets();
    return offsets.toSource(offset) > offsets.toSource(offset - 1);
  }

  private Chunk chunkAt(int offset) {
    for (Chunk chunk : chunks) {
      if (offset < chunk.end()) {
        return chunk;
      }
    }
    return chunks.get(chunks.size() - 1);
  }
}
