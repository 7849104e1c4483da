package io.github.edgelint.ide;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with a cursor, an item, and the text after accepting it. Written as
 *
 * <pre>
 * === what it shows
 * path: label of the item
 * text with $0
 * --->
 * text after accepting
 * </pre>
 *
 * A case with {@code ---*} instead lists the labels that come first, one a line; {@code -label} is
 * one that must not be there. Lines such as {@code //- .edgelint.toml: …} below the label are files
 * beside it.
 */
public record CompletionCase(
    String title,
    String path,
    String label,
    Map<String, String> beside,
    String text,
    String expected,
    boolean isList) {

  private static final String FILE = "//- ";

  /** The cases of a file of {@code /completion/}. */
  public static List<CompletionCase> in(String file) {
    List<CompletionCase> cases = new ArrayList<>();
    for (String part : read("/completion/" + file).split("(?m)^=== ")) {
      if (!part.isBlank()) {
        cases.add(parse(part));
      }
    }
    return cases;
  }

  private static CompletionCase parse(String part) {
    String[] lines = part.split("\n", 3);
    String[] head = lines[1].split(": ?", 2);
    boolean list = lines[2].contains("\n---*\n");
    String[] texts = lines[2].split(list ? "(?m)^---\\*\n" : "(?m)^--->\n", 2);
    Map<String, String> beside = new LinkedHashMap<>();
    String text = texts[0];
    while (text.startsWith(FILE)) {
      int end = text.indexOf('\n');
      String[] file = text.substring(FILE.length(), end).split(": ", 2);
      beside.put(file[0], file[1]);
      text = text.substring(end + 1);
    }
    return new CompletionCase(
        lines[0].strip(), head[0], head[1], beside, text, texts[1].stripTrailing(), list);
  }

  private static String read(String name) {
    try (InputStream stream = CompletionCase.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Marked marked() {
    return Marked.of(path, text);
  }

  /** All items, in the order in which an editor shows them. */
  public List<CompletionItem> items() {
    Marked marked = marked();
    Workspace workspace = Workspace.of(List.of(new DocPath("/project")));
    List<Document> documents = new ArrayList<>();
    beside.forEach(
        (path, text) ->
            documents.add(Document.of(new DocPath("/project").resolve(path), SourceText.of(text))));
    documents.add(marked.document());
    Snapshot snapshot = Snapshot.of(workspace, documents);
    List<CompletionItem> items =
        new ArrayList<>(Completion.at(snapshot, marked.document(), marked.offset()).items());
    items.sort(Comparator.comparing(CompletionItem::sortText));
    return items;
  }

  /** The first item with the label. */
  public CompletionItem item() {
    List<CompletionItem> items = items();
    return items.stream()
        .filter(item -> item.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no " + label + " in " + items.stream().map(CompletionItem::label).toList()));
  }

  /** The text of the file as an editor without snippets makes it. */
  public String accepted() {
    Document document = marked().document();
    return accept(document, item(), item().newText()).stripTrailing();
  }

  /** The same for an editor with snippets, where each place still holds what it starts with. */
  public String acceptedAsSnippet() {
    CompletionItem item = item();
    String text =
        item.snippet().map(snippet -> SnippetText.parse(snippet).plain()).orElse(item.newText());
    return accept(marked().document(), item, text).stripTrailing();
  }

  /** Editors give the lines of an item the indentation of the line where it goes. */
  static String accept(Document document, CompletionItem item, String newText) {
    String text = document.source().text();
    int start = text.lastIndexOf('\n', item.replace().start() - 1) + 1;
    int end = start;
    while (end < item.replace().start() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String indented = newText.replaceAll("\n(?=[^\n])", "\n" + text.substring(start, end));
    List<TextEdit> edits = new ArrayList<>(item.additionalEdits());
    edits.add(new TextEdit(item.replace(), indented));
    return TextEdit.apply(text, edits);
  }

  @Override
  public String toString() {
    return title;
  }
}
