package io.github.edgelint.lsp;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Edits of documents in the form that a client takes. */
final class Edits {

  private final ClientAbilities client;
  private final Conversion conversion;

  Edits(ClientAbilities client) {
    this.client = client;
    this.conversion = new Conversion(client.encoding());
  }

  /**
   * The edits of a whole change; empty where there are none, where they make files and the client
   * cannot, or where one of the documents is not there.
   */
  Optional<WorkspaceEdit> of(Revision revision, List<DocumentEdit> edits) {
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    for (DocumentEdit edit : edits) {
      boolean possible =
          edit.creates()
              ? client.documentChanges() && client.createFiles()
              : revision.document(edit.path()).isPresent();
      if (!possible) {
        return Optional.empty();
      }
    }
    return Optional.of(
        client.documentChanges() ? versioned(revision, edits) : plain(revision, edits));
  }

  /** Another name for a file; empty where the client cannot give one. */
  Optional<WorkspaceEdit> rename(Revision revision, DocPath from, DocPath to) {
    return client.documentChanges() && client.renameFiles()
        ? Optional.of(
            new WorkspaceEdit(
                List.of(Either.forRight(new RenameFile(revision.uri(from), revision.uri(to))))))
        : Optional.empty();
  }

  /** Lets a change of versioned documents end with the deletion of files. */
  static void delete(WorkspaceEdit change, List<String> uris) {
    List<Either<TextDocumentEdit, ResourceOperation>> changes =
        new ArrayList<>(change.getDocumentChanges());
    uris.forEach(uri -> changes.add(Either.forRight(new DeleteFile(uri))));
    change.setDocumentChanges(changes);
  }

  private WorkspaceEdit versioned(Revision revision, List<DocumentEdit> edits) {
    List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
    for (DocumentEdit edit : edits) {
      String uri = revision.uri(edit.path());
      if (edit.creates()) {
        changes.add(Either.forRight(new CreateFile(uri)));
      }
      List<Either<org.eclipse.lsp4j.TextEdit, SnippetTextEdit>> texts = new ArrayList<>();
      for (org.eclipse.lsp4j.TextEdit text : texts(revision, edit)) {
        texts.add(Either.forLeft(text));
      }
      Integer version = revision.version(edit.path()).orElse(null);
      changes.add(
          Either.forLeft(
              new TextDocumentEdit(new VersionedTextDocumentIdentifier(uri, version), texts)));
    }
    return new WorkspaceEdit(changes);
  }

  private WorkspaceEdit plain(Revision revision, List<DocumentEdit> edits) {
    Map<String, List<org.eclipse.lsp4j.TextEdit>> changes = new LinkedHashMap<>();
    for (DocumentEdit edit : edits) {
      changes
          .computeIfAbsent(revision.uri(edit.path()), uri -> new ArrayList<>())
          .addAll(texts(revision, edit));
    }
    return new WorkspaceEdit(changes);
  }

  private List<org.eclipse.lsp4j.TextEdit> texts(Revision revision, DocumentEdit edit) {
    SourceText source =
        edit.creates() ? SourceText.of("") : revision.document(edit.path()).orElseThrow().source();
    return of(source, edit.edits());
  }

  /** Edits of one document. */
  List<org.eclipse.lsp4j.TextEdit> of(SourceText source, List<TextEdit> edits) {
    List<org.eclipse.lsp4j.TextEdit> texts = new ArrayList<>(edits.size());
    for (TextEdit edit : edits) {
      texts.add(
          new org.eclipse.lsp4j.TextEdit(conversion.range(source, edit.range()), edit.newText()));
    }
    return texts;
  }
}
