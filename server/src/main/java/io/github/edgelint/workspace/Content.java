package io.github.edgelint.workspace;

import io.github.edgelint.syntax.Language;
import io.github.edgelint.text.Lazy;
import io.github.edgelint.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text and all that is read out of it, whatever file it stands in: files of equal text share one.
 * Immutable; nothing is read before it is asked for, and nothing twice. Safe for several threads.
 */
final class Content {

  private final SourceText source;
  private final Lazy<TomlOutline> outline;
  private final Lazy<Boolean> namesTemplateSchema = new Lazy<>(this::findTemplateSchema);
  private final Lazy<Boolean> directiveLine = new Lazy<>(this::findDirectiveLine);
  private final List<Reading> readings = new ArrayList<>(1);
  private final Map<String, Content> changed = new HashMap<>(0);
  private volatile boolean copied;

  Content(SourceText source) {
    this.source = source;
    this.outline = new Lazy<>(() -> TomlOutline.of(source.text(), Recognition.CONFIG_ROOTS));
  }

  SourceText source() {
    return source;
  }

  String text() {
    return source.text();
  }

  /** Notes that another file has the same text. */
  void addCopy() {
    copied = true;
  }

  /** Whether several files are known to have this text. */
  boolean isCopied() {
    return copied;
  }

  /** The content of another text; where this one has copies, it is made once for all of them. */
  Content changedTo(String text) {
    if (!copied) {
      return new Content(SourceText.of(text));
    }
    synchronized (changed) {
      return changed.computeIfAbsent(
          text,
          key -> {
            Content content = new Content(SourceText.of(key));
            content.addCopy();
            return content;
          });
    }
  }

  /** A quick look at the text as TOML. */
  TomlOutline outline() {
    return outline.get();
  }

  /** Whether {@code "$schema-template"} stands anywhere in it. */
  boolean namesTemplateSchema() {
    return namesTemplateSchema.get();
  }

  // Dollar signs are rare, quotes are not: a search for the whole would stop at every key.
  private boolean findTemplateSchema() {
    return text().contains("$schema-template") && text().contains("\"$schema-template\"");
  }

  /** Whether a line starts with a directive of a template, as nothing in TOML or a unit does. */
  boolean hasDirectiveLine() {
    return directiveLine.get();
  }

  private boolean findDirectiveLine() {
    String text = text();
    for (String mark : Recognition.DIRECTIVES) {
      for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
        if (startsLine(text, at)) {
          return true;
        }
      }
    }
    return false;
  }

  // Back to the last character that is not blank only: a line may be long, and full of marks.
  private static boolean startsLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) != '\n' && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i < 0 || text.charAt(i) == '\n';
  }

  /**
   * The text as read by the parser of a notation.
   *
   * @param template whether placeholders may stand where a value should
   */
  synchronized Reading as(Language language, boolean template) {
    for (Reading known : readings) {
      if (known.language() == language && known.template() == template) {
        return known;
      }
    }
    Reading reading = new Reading(source, language, template);
    readings.add(reading);
    return reading;
  }
}
