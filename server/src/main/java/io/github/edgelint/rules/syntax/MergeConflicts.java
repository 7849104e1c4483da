package io.github.edgelint.rules.syntax;

import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks that a version control system leaves where two changes clash.
 *
 * @param markers the lines that are marks
 * @param regions from each opening mark to its closing one
 */
record MergeConflicts(List<TextRange> markers, List<TextRange> regions) {

  private static final MergeConflicts NONE = new MergeConflicts(List.of(), List.of());

  static MergeConflicts of(SourceText source) {
    String text = source.text();
    if (!text.contains("<<<<<<< ") && !text.contains(">>>>>>> ")) {
      return NONE;
    }
    List<TextRange> markers = new ArrayList<>();
    List<TextRange> regions = new ArrayList<>();
    LineIndex lines = source.lines();
    TextRange middle = null;
    int open = -1;
    for (int line = 0; line < lines.lineCount(); line++) {
      TextRange range = lines.line(line);
      if (text.startsWith("<<<<<<< ", range.start())) {
        markers.add(range);
        open = range.start();
        middle = null;
      } else if (text.startsWith(">>>>>>> ", range.start())) {
        if (open >= 0 && middle != null) {
          markers.add(middle);
        }
        markers.add(range);
        regions.add(new TextRange(open >= 0 ? open : range.start(), range.end()));
        open = -1;
      } else if (open >= 0 && range.of(text).equals("=======")) {
        middle = range;
      }
    }
    if (open >= 0) {
      regions.add(new TextRange(open, text.length()));
    }
    return new MergeConflicts(markers, regions);
  }

  boolean touches(TextRange range) {
    for (TextRange region : regions) {
      if (region.intersects(range)) {
        return true;
      }
    }
    return false;
  }
}
