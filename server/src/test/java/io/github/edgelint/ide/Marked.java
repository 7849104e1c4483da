package io.github.edgelint.ide;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;

/** A document written with {@code $0} where the cursor is. */
record Marked(Document document, int offset) {

  static final String MARK = "$0";

  static Marked of(String path, String marked) {
    int offset = marked.indexOf(MARK);
    if (offset < 0) {
      throw new IllegalArgumentException("no " + MARK + " in: " + marked);
    }
    String text = marked.substring(0, offset) + marked.substring(offset + MARK.length());
    return new Marked(
        Document.of(new DocPath("/project").resolve(path), SourceText.of(text)), offset);
  }

  Cursor cursor() {
    return Cursor.at(document, offset);
  }
}
