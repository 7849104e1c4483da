package io.github.edgelint.ide;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Something that may be typed.
 *
 * @param label what the list shows
 * @param detail a few words behind the label; empty for none
 * @param documentation Markdown; empty for none
 * @param replace what goes, in offsets of the document; on one line, and around the cursor
 * @param newText what stands there instead; plain text, with the cursor behind it. Lines after the
 *     first get the indentation of the line that it goes to, as editors do by themselves
 * @param snippet the same with the places to fill in, in the snippet syntax of LSP, for editors
 *     that can
 * @param sortText its place in the list
 * @param filterText what the typed text is compared with: it starts as the text in {@code replace}
 *     does, the quotation mark included
 * @param additionalEdits edits elsewhere in the document that belong to it
 */
public record CompletionItem(
    String label,
    Kind kind,
    String detail,
    String documentation,
    TextRange replace,
    String newText,
    Optional<String> snippet,
    String sortText,
    String filterText,
    List<TextEdit> additionalEdits) {

  /** What an item is; editors show a picture for it. */
  public enum Kind {
    PROPERTY,
    TABLE,
    VALUE,
    CONSTANT,
    VARIABLE,
    MODULE,
    REFERENCE,
    KEYWORD,
    FUNCTION,
    SNIPPET,
    FILE,
    FOLDER
  }

  public CompletionItem {
    additionalEdits = List.copyOf(additionalEdits);
  }

  /** An item that is sorted and found by its label, or by its text where that has quotes. */
  public static CompletionItem of(String label, Kind kind, TextRange replace, String newText) {
    return new CompletionItem(
        label, kind, "", "", replace, newText, Optional.empty(), label, newText, List.of());
  }

  /**
   * The {@link #sortText} of an item.
   *
   * @param rank from 0 to 9; lower ones come first
   * @param index among the items of one rank
   */
  public static String order(int rank, int index) {
    return Integer.toString((rank + 1) * 100_000 + index);
  }

  public CompletionItem withDetail(String text) {
    return new CompletionItem(
        label,
        kind,
        text,
        documentation,
        replace,
        newText,
        snippet,
        sortText,
        filterText,
        additionalEdits);
  }

  public CompletionItem withSnippet(String text) {
    return new CompletionItem(
        label,
        kind,
        detail,
        documentation,
        replace,
        newText,
        Optional.of(text),
        sortText,
        filterText,
        additionalEdits);
  }

  public CompletionItem sortedAs(String text) {
    return new CompletionItem(
        label,
        kind,
        detail,
        documentation,
        replace,
        newText,
        snippet,
        text,
        filterText,
        additionalEdits);
  }

  public CompletionItem foundBy(String text) {
    return new CompletionItem(
        label,
        kind,
        detail,
        documentation,
        replace,
        newText,
        snippet,
        sortText,
        text,
        additionalEdits);
  }
}
