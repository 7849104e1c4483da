package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerWriterTest {

  private static final Gson PLAIN = new Gson();
  private static final Gson GSON =
      new GsonBuilder().registerTypeAdapterFactory(new AnswerWriter()).create();

  /** As the messages of a server are written, with numbers for kinds. */
  private static final Gson LIBRARY = new MessageJsonHandler(Map.of()).getGson();

  private static final Gson MESSAGES = LanguageServerProcess.messages(Map.of()).getGson();

  private static final Range RANGE = new Range(new Position(3, 14), new Position(15, 0));

  @Test
  void writesWhatTheLibraryWrites() {
    Diagnostic diagnostic = new Diagnostic(RANGE, "said \"so\"");

    assertThat(GSON.toJson(diagnostic)).isEqualTo(PLAIN.toJson(diagnostic));
  }

  @Test
  void writesNestedSymbolsAsTheLibraryDoes() {
    DocumentSymbol leaf =
        new DocumentSymbol("TTL \"s\"", SymbolKind.Number, RANGE, RANGE, "7200", null);
    DocumentSymbol last =
        new DocumentSymbol("größe", SymbolKind.Array, RANGE, RANGE, null, List.of());
    DocumentSymbol table =
        new DocumentSymbol("$edgeHub", SymbolKind.Object, RANGE, RANGE, null, List.of(leaf, last));

    assertThat(MESSAGES.toJson(table)).isEqualTo(LIBRARY.toJson(table));
  }

  @Test
  @SuppressWarnings("deprecation") // what clients without nested symbols take
  void writesFlatSymbolsAsTheLibraryDoes() {
    Location place = new Location("file:///a%20b/deployment.json", RANGE);
    SymbolInformation root = new SymbolInformation("a", SymbolKind.Object, place);
    SymbolInformation leaf = new SymbolInformation("b\\c", SymbolKind.Null, place, "a");

    assertThat(MESSAGES.toJson(List.of(root, leaf))).isEqualTo(LIBRARY.toJson(List.of(root, leaf)));
  }

  @Test
  void writesEditsAsTheLibraryDoes() {
    List<TextEdit> edits = List.of(new TextEdit(RANGE, "\n  \"a\""), new TextEdit(RANGE, ""));

    assertThat(MESSAGES.toJson(edits)).isEqualTo(LIBRARY.toJson(edits));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {Range.class, TextEdit.class, DocumentSymbol.class, SymbolInformation.class})
  void writesTheMessagesOfAServer(Class<?> part) {
    assertThat(MESSAGES.getAdapter(part)).isInstanceOf(AnswerWriter.Adapter.class);
  }

  @Test
  void writesNothingForARangeThatIsNotThere() {
    assertThat(GSON.toJson(new Diagnostic())).isEqualTo(PLAIN.toJson(new Diagnostic()));
  }

  @Test
  void readsWhatTheLibraryReads() {
    assertThat(GSON.fromJson(PLAIN.toJson(RANGE), Range.class)).isEqualTo(RANGE);
    assertThat(GSON.fromJson("{\"end\":{\"line\":2},\"more\":1}", Range.class))
        .isEqualTo(PLAIN.fromJson("{\"end\":{\"line\":2},\"more\":1}", Range.class));
  }
}
