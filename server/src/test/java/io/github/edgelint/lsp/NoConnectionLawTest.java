package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.testing.BaitedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 6 in an editor: no address in a file is ever followed. */
class NoConnectionLawTest {

  @TempDir private Path folder;

  @Test
  void the_server_connects_to_nothing_that_a_file_names() throws Exception {
    try (BaitedFiles files = BaitedFiles.in(folder);
        TestClient client = TestClient.plain().withRules(RuleCatalog.rules()).in(folder).start()) {
      for (Map.Entry<Path, String> file : files.texts().entrySet()) {
        String uri = file.getKey().toUri().toString();
        client.open(uri, file.getValue());
        client.next(uri);
        askEverywhere(client, uri, file.getValue());
      }
      assertThat(files.wereFollowed()).isFalse();
    }
  }

  private static void askEverywhere(TestClient client, String uri, String text) throws Exception {
    TextDocumentService service = client.server().getTextDocumentService();
    TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
    String[] lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      int address = lines[line].indexOf("127.0.0.1");
      if (address >= 0) {
        Position at = new Position(line, address);
        TestClient.get(service.hover(new HoverParams(document, at)));
        TestClient.get(service.completion(new CompletionParams(document, at)));
      }
    }
    TestClient.get(service.documentSymbol(new DocumentSymbolParams(document)));
    client.actions(uri, TestClient.WHOLE, List.of());
  }
}
