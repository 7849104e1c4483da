package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * A remark that an editor shows above a line.
 *
 * @param range what it is about
 * @param title a few words
 * @param places what it counts, in order of the document; empty where there is nothing to show
 */
public record CodeLens(TextRange range, String title, List<TextRange> places) {

  public CodeLens {
    places = List.copyOf(places);
  }
}
