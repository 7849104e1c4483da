package io.github.edgelint.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.github.edgelint.ide.Completion;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Completion in the words of the protocol. Remembers the last list for clients that ask for the
 * documentation of an item when they show it.
 */
final class CompletionAnswers {

  private record Remembered(int number, List<io.github.edgelint.ide.CompletionItem> items) {}

  private final ClientAbilities client;
  private final Conversion conversion;
  private final Edits edits;
  private volatile Remembered last = new Remembered(0, List.of());

  CompletionAnswers(ClientAbilities client) {
    this.client = client;
    this.conversion = new Conversion(client.encoding());
    this.edits = new Edits(client);
  }

  CompletionList complete(Revision revision, Document document, Position position) {
    int offset = conversion.offset(document.source(), position);
    io.github.edgelint.ide.CompletionList found =
        Completion.at(revision.snapshot(), document, offset);
    Remembered list = new Remembered(last.number + 1, found.items());
    last = list;
    List<CompletionItem> items = new ArrayList<>(found.items().size());
    for (int index = 0; index < found.items().size(); index++) {
      items.add(item(document.source(), offset, list, index));
    }
    return new CompletionList(found.isIncomplete(), items);
  }

  /** The item with its documentation, where it belongs to the last list. */
  CompletionItem resolve(CompletionItem item) {
    Remembered list = last;
    if (item.getData() instanceof JsonArray data
        && data.size() == 2
        && number(data.get(0)) == list.number) {
      int index = number(data.get(1));
      if (index >= 0 && index < list.items.size()) {
        document(item, list.items.get(index).documentation());
      }
    }
    return item;
  }

  private static int number(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()
        ? element.getAsInt()
        : -1;
  }

  private CompletionItem item(SourceText source, int offset, Remembered list, int index) {
    io.github.edgelint.ide.CompletionItem from = list.items.get(index);
    CompletionItem item = new CompletionItem(from.label());
    item.setKind(kind(from.kind()));
    item.setSortText(from.sortText());
    Insertion insertion = Insertion.of(source, offset, from, client.snippets());
    item.setFilterText(insertion.filter());
    item.setInsertTextFormat(
        insertion.isSnippet() ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(conversion.range(source, insertion.replace()), insertion.text())));
    if (!from.detail().isEmpty()) {
      item.setDetail(from.detail());
    }
    if (!from.additionalEdits().isEmpty()) {
      item.setAdditionalTextEdits(edits.of(source, from.additionalEdits()));
    }
    if (client.lazyDocumentation()) {
      JsonArray data = new JsonArray(2);
      data.add(list.number);
      data.add(index);
      item.setData(data);
    } else {
      document(item, from.documentation());
    }
    return item;
  }

  private void document(CompletionItem item, String markdown) {
    if (!markdown.isEmpty()) {
      item.setDocumentation(Features.markup(markdown, client.markdownDocumentation()));
    }
  }

  private CompletionItemKind kind(Kind kind) {
    CompletionItemKind best =
        switch (kind) {
          case PROPERTY -> CompletionItemKind.Property;
          case TABLE -> CompletionItemKind.Struct;
          case VALUE -> CompletionItemKind.Value;
          case CONSTANT -> CompletionItemKind.EnumMember;
          case VARIABLE -> CompletionItemKind.Variable;
          case MODULE -> CompletionItemKind.Module;
          case REFERENCE -> CompletionItemKind.Reference;
          case KEYWORD -> CompletionItemKind.Keyword;
          case FUNCTION -> CompletionItemKind.Function;
          case SNIPPET -> CompletionItemKind.Snippet;
          case FILE -> CompletionItemKind.File;
          case FOLDER -> CompletionItemKind.Folder;
        };
    return client.itemKinds().contains(best) ? best : CompletionItemKind.Property;
  }
}
