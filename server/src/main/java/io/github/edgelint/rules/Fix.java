package io.github.edgelint.rules;

import io.github.edgelint.text.Lazy;
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
  private final Document document;
  private final Lazy<List<TextEdit>> inDocument;
  private final Lazy<List<DocumentEdit>> across;
  private final Rename rename;

  /** Another name of a file. */
  public record Rename(DocPath from, DocPath to) {}

  private Fix(
      String title,
      Applicability applicability,
      Document document,
      Lazy<List<TextEdit>> inDocument,
      Lazy<List<DocumentEdit>> across,
      Rename rename) {
    this.title = title;
    this.applicability = applicability;
    this.document = document;
    this.inDocument = inDocument;
    this.across = across;
    this.rename = rename;
  }

  /**
   * A fix of one document.
   *
   * @param edits offsets of the document; they depend on nothing but its text
   */
  public static Fix within(
      String title,
      Applicability applicability,
      Document document,
      Supplier<List<TextEdit>> edits) {
    Lazy<List<TextEdit>> texts = new Lazy<>(() -> List.copyOf(edits.get()));
    return new Fix(title, applicability, document, texts, null, null);
  }

  /** A fix that may be applied unasked. */
  public static Fix safe(String title, Document document, Supplier<List<TextEdit>> edits) {
    return within(title, Applicability.SAFE, document, edits);
  }

  /** A fix that a person must choose. */
  public static Fix unsafe(String title, Document document, Supplier<List<TextEdit>> edits) {
    return within(title, Applicability.UNSAFE, document, edits);
  }

  /** A fix that leaves a value to a person. */
  public static Fix placeholder(String title, Document document, Supplier<List<TextEdit>> edits) {
    return within(title, Applicability.PLACEHOLDER, document, edits);
  }

  /** A fix that reaches into several files. */
  public static Fix across(
      String title, Applicability applicability, Supplier<List<DocumentEdit>> edits) {
    Lazy<List<DocumentEdit>> all = new Lazy<>(() -> List.copyOf(edits.get()));
    return new Fix(title, applicability, null, null, all, null);
  }

  /**
   * A fix that gives a file another name. It has no edits: only an editor does it, which takes its
   * open documents and the history of the file along.
   */
  public static Fix rename(String title, DocPath from, DocPath to) {
    Rename rename = new Rename(from, to);
    return new Fix(title, Applicability.UNSAFE, null, null, new Lazy<>(List::of), rename);
  }

  /** Whether it edits this document and no other file. */
  boolean isWithin(Document only) {
    return document == only;
  }

  /** What a fix within one document does in another one of equal text. */
  Fix in(Document equal) {
    return new Fix(title, applicability, equal, inDocument, null, null);
  }

  /** What it does, in the imperative, as editors list it. */
  public String title() {
    return title;
  }

  public Applicability applicability() {
    return applicability;
  }

  /** The edits by file; empty where the fix is not possible. */
  public List<DocumentEdit> edits() {
    if (document == null) {
      return across.get();
    }
    List<TextEdit> texts = inDocument.get();
    return texts.isEmpty() ? List.of() : List.of(new DocumentEdit(document.path(), texts, false));
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
