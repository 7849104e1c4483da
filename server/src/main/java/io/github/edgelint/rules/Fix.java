package io.github.edgelint.rules;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A way to mend a finding. The edits are worked out when somebody wants them; none means that it
 * cannot be done here after all, and the fix is then not offered.
 */
public final class Fix {

  private final String title;
  private final Applicability applicability;
  private final String placeholder;
  private final Supplier<List<DocumentEdit>> source;
  private final Rename rename;
  private List<DocumentEdit> edits;

  /** Another name of a file. */
  public record Rename(DocPath from, DocPath to) {}

  private Fix(
      String title,
      Applicability applicability,
      String placeholder,
      Supplier<List<DocumentEdit>> source,
      Rename rename) {
    this.title = title;
    this.applicability = applicability;
    this.placeholder = placeholder;
    this.source = source;
    this.rename = rename;
  }

  /** A fix that may be applied unasked. */
  public static Fix safe(String title, Document document, Supplier<List<TextEdit>> edits) {
    return across(title, Applicability.SAFE, () -> in(document, edits.get()));
  }

  /** A fix that a person must choose. */
  public static Fix unsafe(String title, Document document, Supplier<List<TextEdit>> edits) {
    return across(title, Applicability.UNSAFE, () -> in(document, edits.get()));
  }

  /**
   * A fix that leaves a value to a person.
   *
   * @param placeholder the stand-in, as it occurs in the new text of the edits
   */
  public static Fix placeholder(
      String title, String placeholder, Document document, Supplier<List<TextEdit>> edits) {
    return acrossWithPlaceholder(title, placeholder, () -> in(document, edits.get()));
  }

  /** A fix that reaches into several files. */
  public static Fix across(
      String title, Applicability applicability, Supplier<List<DocumentEdit>> edits) {
    return new Fix(title, applicability, null, edits, null);
  }

  /** A fix with a stand-in that reaches into several files. */
  public static Fix acrossWithPlaceholder(
      String title, String placeholder, Supplier<List<DocumentEdit>> edits) {
    return new Fix(title, Applicability.PLACEHOLDER, placeholder, edits, null);
  }

  /**
   * A fix that gives a file another name. It has no edits: only an editor does it, which takes its
   * open documents and the history of the file along.
   */
  public static Fix rename(String title, DocPath from, DocPath to) {
    return new Fix(title, Applicability.UNSAFE, null, List::of, new Rename(from, to));
  }

  private static List<DocumentEdit> in(Document document, List<TextEdit> edits) {
    return edits.isEmpty() ? List.of() : List.of(new DocumentEdit(document.path(), edits, false));
  }

  /** What it does, in the imperative, as editors list it. */
  public String title() {
    return title;
  }

  public Applicability applicability() {
    return applicability;
  }

  /** The text that a person must replace, as it occurs in the new text of the edits. */
  public Optional<String> placeholder() {
    return Optional.ofNullable(placeholder);
  }

  /** The edits by file; empty where the fix is not possible. */
  // A race works them out twice, which is harmless: the documents never change.
  public List<DocumentEdit> edits() {
    List<DocumentEdit> known = edits;
    if (known == null) {
      known = List.copyOf(source.get());
      edits = known;
    }
    return known;
  }

  /** The file that gets another name; empty for a fix that edits. */
  public Optional<Rename> rename() {
    return Optional.ofNullable(rename);
  }

  /** Whether there are edits. */
  public boolean isPossible() {
    return !edits().isEmpty();
  }

  @Override
  public String toString() {
    return applicability.word() + ": " + title;
  }
}
