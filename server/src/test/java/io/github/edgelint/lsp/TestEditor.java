package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;

import io.github.edgelint.lsp.ClientProfile.Asks;
import io.github.edgelint.lsp.ClientProfile.Habit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * An editor with the habits of a real one, and its texts: it shows findings, applies what the
 * server answers, and tells the server of it. Positions are worked out here, apart from the code
 * that is tested.
 */
final class TestEditor implements AutoCloseable {

  private final ClientProfile profile;
  private final TestClient client;
  private final Map<String, Buffer> buffers = new LinkedHashMap<>();

  private TestEditor(ClientProfile profile, TestClient client) {
    this.profile = profile;
    this.client = client;
  }

  static TestEditor start(ClientProfile profile, TestClient client) throws Exception {
    return new TestEditor(profile, client.start());
  }

  TestClient client() {
    return client;
  }

  ServerCapabilities server() {
    return client.result().getCapabilities();
  }

  TextDocumentService documents() {
    return client.server().getTextDocumentService();
  }

  Buffer open(String uri, String text) {
    client.open(uri, text);
    Buffer buffer = new Buffer(uri, text);
    buffers.put(uri, buffer);
    return buffer;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** The edits of one change, made in all texts that they name. */
  void apply(WorkspaceEdit edit) {
    if (edit.getChanges() != null) {
      edit.getChanges().forEach((uri, edits) -> buffers.get(uri).apply(edits));
    }
    if (edit.getDocumentChanges() != null) {
      for (var change : edit.getDocumentChanges()) {
        TextDocumentEdit texts = change.getLeft();
        Buffer buffer = buffers.get(texts.getTextDocument().getUri());
        Integer version = texts.getTextDocument().getVersion();
        if (version != null && version != buffer.version) {
          throw new AssertionError("edits of version " + version + " of " + buffer.version);
        }
        buffer.apply(texts.getEdits().stream().map(Either::getLeft).toList());
      }
    }
  }

  /** A text that is open. */
  final class Buffer {

    final String uri;
    private String text;
    private int version = 1;

    private Buffer(String uri, String text) {
      this.uri = uri;
      this.text = text;
    }

    String text() {
      return text;
    }

    int version() {
      return version;
    }

    TextDocumentIdentifier id() {
      return new TextDocumentIdentifier(uri);
    }

    // --- positions ---------------------------------------------------------------------------

    Position position(int offset) {
      int start = text.lastIndexOf('\n', offset - 1) + 1;
      int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      return new Position(line, width(text.substring(start, offset)));
    }

    /** Behind the first occurrence of a piece of the text. */
    Position behind(String piece) {
      return position(offset(piece) + piece.length());
    }

    Range range(String piece) {
      return new Range(position(offset(piece)), behind(piece));
    }

    String textIn(Range range) {
      return text.substring(offset(range.getStart()), offset(range.getEnd()));
    }

    private int offset(String piece) {
      int at = text.indexOf(piece);
      if (at < 0) {
        throw new AssertionError(piece + " is not in " + text);
      }
      return at;
    }

    private int offset(Position position) {
      int offset = 0;
      for (int line = 0; line < position.getLine(); line++) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
          return text.length();
        }
        offset = end + 1;
      }
      int column = 0;
      while (column < position.getCharacter()
          && offset < text.length()
          && text.charAt(offset) != '\n') {
        int length = Character.charCount(text.codePointAt(offset));
        column += width(text.substring(offset, offset + length));
        offset += length;
      }
      return offset;
    }

    private int width(String piece) {
      return switch (String.valueOf(server().getPositionEncoding())) {
        case "utf-8" -> piece.getBytes(StandardCharsets.UTF_8).length;
        case "utf-32" -> piece.codePointCount(0, piece.length());
        default -> piece.length();
      };
    }

    // --- changes -----------------------------------------------------------------------------

    /** Types over the first occurrence of a piece of the text. */
    void replace(String piece, String by) {
      apply(List.of(new TextEdit(range(piece), by)));
    }

    void apply(List<TextEdit> edits) {
      List<TextEdit> backwards = new ArrayList<>(edits);
      backwards.sort(Comparator.comparing(edit -> -offset(edit.getRange().getStart())));
      List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
      for (TextEdit edit : backwards) {
        int start = offset(edit.getRange().getStart());
        int end = offset(edit.getRange().getEnd());
        changes.add(new TextDocumentContentChangeEvent(edit.getRange(), edit.getNewText()));
        text = text.substring(0, start) + edit.getNewText() + text.substring(end);
      }
      version++;
      if (profile.has(Habit.SENDS_WHOLE_TEXTS)) {
        client.change(uri, version, new TextDocumentContentChangeEvent(text));
      } else {
        client.change(uri, version, changes.toArray(new TextDocumentContentChangeEvent[0]));
      }
    }

    // --- findings ----------------------------------------------------------------------------

    /** What the editor shows, as soon as that satisfies a condition. */
    List<Diagnostic> findings(Predicate<List<Diagnostic>> condition) throws Exception {
      if (server().getDiagnosticProvider() == null) {
        return client
            .until(
                uri,
                published -> isCurrent(published) && condition.test(published.getDiagnostics()))
            .getDiagnostics();
      }
      DocumentDiagnosticReport report =
          get(documents().diagnostic(new DocumentDiagnosticParams(id())));
      List<Diagnostic> items = report.getRelatedFullDocumentDiagnosticReport().getItems();
      if (!condition.test(items)) {
        throw new AssertionError("pulled " + items);
      }
      return items;
    }

    private boolean isCurrent(PublishDiagnosticsParams published) {
      return published.getVersion() == null || published.getVersion() == version;
    }

    Diagnostic finding(String code) throws Exception {
      return only(findings(found -> TestClient.codes(found).contains(code)), code);
    }

    void withoutFinding(String code) throws Exception {
      findings(found -> !TestClient.codes(found).contains(code));
    }

    private static Diagnostic only(List<Diagnostic> found, String code) {
      return found.stream()
          .filter(each -> each.getCode().getLeft().equals(code))
          .findFirst()
          .orElseThrow();
    }

    // --- code actions ------------------------------------------------------------------------

    /** What the editor offers for a finding. */
    List<Either<Command, CodeAction>> actions(Diagnostic finding) throws Exception {
      Range range =
          switch (profile.asks) {
            case AT_CARET ->
                new Range(finding.getRange().getStart(), finding.getRange().getStart());
            case FOR_FINDING, NEVER -> finding.getRange();
            case FOR_EVERYTHING -> TestClient.WHOLE;
            case BY_WORD -> wordAt(offset(finding.getRange().getStart()));
          };
      List<Diagnostic> mentioned = profile.asks == Asks.BY_WORD ? List.of() : List.of(finding);
      return profile.only.isEmpty()
          ? client.actions(uri, range, mentioned)
          : client.actions(uri, range, mentioned, profile.only);
    }

    private Range wordAt(int offset) {
      int start = offset;
      while (isWord(start - 1)) {
        start--;
      }
      int end = offset;
      while (isWord(end)) {
        end++;
      }
      return new Range(position(start), position(Math.max(start, end)));
    }

    private boolean isWord(int offset) {
      return offset >= 0
          && offset < text.length()
          && (Character.isLetterOrDigit(text.charAt(offset)) || text.charAt(offset) == '_');
    }

    /** Chooses an action. */
    void choose(Either<Command, CodeAction> action) throws Exception {
      if (action.isLeft()) {
        execute(action.getLeft());
        return;
      }
      CodeAction chosen = action.getRight();
      if (chosen.getEdit() == null && chosen.getCommand() == null) {
        chosen = get(documents().resolveCodeAction(chosen));
      }
      if (chosen.getEdit() != null) {
        TestEditor.this.apply(chosen.getEdit());
      }
      if (chosen.getCommand() != null) {
        execute(chosen.getCommand());
      }
    }

    private void execute(Command command) throws Exception {
      get(
          client
              .server()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams(command.getCommand(), command.getArguments())));
      ApplyWorkspaceEditParams wanted = client.applied.poll(1, TimeUnit.MINUTES);
      TestEditor.this.apply(wanted.getEdit());
    }

    // --- completion --------------------------------------------------------------------------

    /** What the editor offers behind a piece of the text: what fits to what is typed already. */
    List<CompletionItem> completions(Position cursor) throws Exception {
      List<CompletionItem> fitting = new ArrayList<>();
      var answer = get(documents().completion(new CompletionParams(id(), cursor)));
      for (CompletionItem item :
          answer.isLeft() ? answer.getLeft() : answer.getRight().getItems()) {
        String filter = Optional.ofNullable(item.getFilterText()).orElse(item.getLabel());
        if (filter.startsWith(text.substring(typedFrom(item, cursor), offset(cursor)))) {
          fitting.add(item);
        }
      }
      return fitting;
    }

    private int typedFrom(CompletionItem item, Position cursor) {
      if (item.getTextEdit() != null && !profile.has(Habit.KNOWS_WORDS)) {
        return offset(item.getTextEdit().getLeft().getRange().getStart());
      }
      int start = offset(cursor);
      while (isWord(start - 1)) {
        start--;
      }
      return start;
    }

    /** Takes an item; ALE puts its text where the word is, all others do what the item says. */
    void accept(CompletionItem item, Position cursor) {
      TextEdit edit = item.getTextEdit().getLeft();
      List<TextEdit> edits = new ArrayList<>();
      edits.add(
          profile == ClientProfile.ALE
              ? new TextEdit(
                  new Range(position(typedFrom(item, cursor)), cursor), edit.getNewText())
              : edit);
      if (item.getAdditionalTextEdits() != null) {
        edits.addAll(item.getAdditionalTextEdits());
      }
      apply(edits);
    }
  }
}
