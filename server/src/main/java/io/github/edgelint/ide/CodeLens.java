package io.github.edgelint.ide;

import io.github.edgelint.ide.names.Location;
import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * A remark that an editor shows above a line.
 *
 * @param range what it is about
 * @param title a few words
 * @param places what it counts, those of the document first; empty where there is nothing to show
 */
public record CodeLens(TextRange range, String title, List<Location> places) {

  public CodeLens {
    places = List.copyOf(places);
  }
}
