package io.github.edgelint.iotedge;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as its reader gets it, with the way back to the file it stands in: out of a string, out of
 * an entry of {@code Env} inside {@code createOptions}, or out of a quoted assignment of a unit.
 */
public sealed interface ValueText {

  /** The text without quotes and escapes. */
  String text();

  /** Where a part of the text stands in the file. */
  TextRange toFile(TextRange range);

  /**
   * The edits of the file that edit the text, escaped as the file needs it; empty where the file
   * cannot hold them.
   */
  Optional<List<TextEdit>> encode(List<TextEdit> edits);

  /** Where the whole text stands in the file. */
  default TextRange range() {
    return toFile(new TextRange(0, text().length()));
  }

  /** The text of a scalar; of a value that is no string, the value as written. */
  static ValueText of(ConfigTree tree, ScalarNode value) {
    return new OfScalar(EmbeddedText.of(tree, value));
  }

  /** The text that a scalar inside an embedded document holds. */
  static ValueText inside(EmbeddedText document, ConfigTree tree, ScalarNode value) {
    return new Nested(document, EmbeddedText.of(tree, value));
  }

  /** The value of one assignment of an {@code Environment=} line. */
  static ValueText of(ConfigTree tree, ScalarNode line, SystemdEnvironment.Assignment assignment) {
    return new Assigned(EmbeddedText.of(tree, line), assignment);
  }

  /** Empty text where nothing is written. */
  static ValueText nothing(TextRange place) {
    return new Nothing(TextRange.at(place.start()));
  }

  /** The rest of this text from an offset on. */
  default ValueText from(int start) {
    int from = Math.min(start, text().length());
    return new Tail(this, from, text().substring(from));
  }

  /** A string of the file. */
  record OfScalar(EmbeddedText source) implements ValueText {
    @Override
    public String text() {
      return source.text();
    }

    @Override
    public TextRange toFile(TextRange range) {
      return source.toFile(range);
    }

    @Override
    public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
      return source.encode(edits);
    }
  }

  /** A string of a document that is itself the text of a string. */
  record Nested(EmbeddedText document, EmbeddedText source) implements ValueText {
    @Override
    public String text() {
      return source.text();
    }

    @Override
    public TextRange toFile(TextRange range) {
      return document.toFile(source.toFile(range));
    }

    @Override
    public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
      return source.encode(edits).flatMap(document::encode);
    }
  }

  /** The end of another text, such as what stands behind {@code NAME=}. */
  record Tail(ValueText whole, int start, String text) implements ValueText {
    @Override
    public TextRange toFile(TextRange range) {
      return whole.toFile(range.shift(start));
    }

    @Override
    public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
      List<TextEdit> shifted = new ArrayList<>(edits.size());
      for (TextEdit edit : edits) {
        shifted.add(new TextEdit(edit.range().shift(start), edit.newText()));
      }
      return whole.encode(shifted);
    }
  }

  /** The value of an assignment of a unit file. */
  record Assigned(EmbeddedText line, SystemdEnvironment.Assignment assignment)
      implements ValueText {
    @Override
    public String text() {
      return assignment.value();
    }

    @Override
    public TextRange toFile(TextRange range) {
      TextRange inLine =
          range.isEmpty()
              ? TextRange.at(assignment.offsets().toSource(range.start()))
              : assignment.offsets().toSource(range);
      return line.toFile(inLine);
    }

    @Override
    public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
      List<TextEdit> inLine = new ArrayList<>(edits.size());
      for (TextEdit edit : edits) {
        TextRange range = edit.range();
        int start = assignment.offsets().toSource(range.start());
        int end = range.isEmpty() ? start : assignment.offsets().toSource(range).end();
        inLine.add(
            new TextEdit(new TextRange(start, end), SystemdEnvironment.escaped(edit.newText())));
      }
      return readsAs(TextEdit.apply(line.text(), inLine), TextEdit.apply(text(), edits))
          ? line.encode(inLine)
          : Optional.empty();
    }

    // An edit that takes one of two quotes with it would change more than it says.
    private boolean readsAs(String newLine, String value) {
      for (SystemdEnvironment.Assignment candidate :
          SystemdEnvironment.parse(newLine).assignments()) {
        if (candidate.nameRange().equals(assignment.nameRange())) {
          return candidate.value().equals(value);
        }
      }
      return false;
    }
  }

  /** No text; nothing can be written into it. */
  record Nothing(TextRange place) implements ValueText {
    @Override
    public String text() {
      return "";
    }

    @Override
    public TextRange toFile(TextRange range) {
      return place;
    }

    @Override
    public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
      return edits.isEmpty() ? Optional.of(edits) : Optional.empty();
    }
  }
}
