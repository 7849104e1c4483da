package io.github.edgelint.lsp;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;

/**
 * What a completion item does to the text, within the quotation marks that are there already. The
 * text of the item may have the marks, but many clients compare what it starts with to the word
 * before the cursor, and to them a word has no quotation mark: eglot, and ALE, which does not look
 * at the range at all.
 *
 * @param replace in offsets of the document
 * @param filter what the typed text is compared with
 */
record Insertion(TextRange replace, String text, boolean isSnippet, String filter) {

  static Insertion of(SourceText source, int cursor, CompletionItem item, boolean snippets) {
    boolean isSnippet = snippets && item.snippet().isPresent();
    String text = isSnippet ? item.snippet().get() : item.newText();
    return new Insertion(item.replace(), text, isSnippet, item.filterText())
        .behindOpeningQuote(source.text(), cursor);
  }

  private Insertion behindOpeningQuote(String source, int cursor) {
    if (replace.start() >= cursor || text.isEmpty() || filter.isEmpty()) {
      return this;
    }
    char quote = source.charAt(replace.start());
    if ((quote != '"' && quote != '\'') || text.charAt(0) != quote || filter.charAt(0) != quote) {
      return this;
    }
    return new Insertion(
            new TextRange(replace.start() + 1, replace.end()),
            text.substring(1),
            isSnippet,
            filter.substring(1))
        .beforeClosingQuote(source, cursor, quote);
  }

  /** Only where nothing of a snippet could come behind the mark: the cursor ends up there. */
  private Insertion beforeClosingQuote(String source, int cursor, char quote) {
    int end = replace.end() - 1;
    if (end < cursor
        || source.charAt(end) != quote
        || isSnippet
        || text.isEmpty()
        || text.charAt(text.length() - 1) != quote) {
      return this;
    }
    return new Insertion(
        new TextRange(replace.start(), end), text.substring(0, text.length() - 1), false, filter);
  }
}
