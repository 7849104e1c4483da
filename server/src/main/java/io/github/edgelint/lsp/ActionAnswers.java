package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.ide.CodeAction.Edits;
import io.github.edgelint.ide.CodeAction.Explain;
import io.github.edgelint.ide.CodeAction.RenameFile;
import io.github.edgelint.ide.CodeAction.SetProxy;
import io.github.edgelint.ide.CodeAction.ShowChecklist;
import io.github.edgelint.ide.CodeActionQuery;
import io.github.edgelint.ide.CodeActions;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Code actions in the words of the protocol. */
final class ActionAnswers {

  private final ClientAbilities client;
  private final Session session;
  private final Conversion conversion;
  private final io.github.edgelint.lsp.Edits edits;
  private final Diagnostics diagnostics;

  ActionAnswers(ClientAbilities client, Session session) {
    this.client = client;
    this.session = session;
    this.conversion = new Conversion(client.encoding());
    this.edits = new io.github.edgelint.lsp.Edits(client);
    this.diagnostics = new Diagnostics(client);
  }

  List<Either<Command, CodeAction>> of(
      Revision revision, Document document, Analysis analysis, CodeActionParams params) {
    CodeActionQuery query = query(document.source(), params);
    List<Either<Command, CodeAction>> answers = new ArrayList<>();
    for (io.github.edgelint.ide.CodeAction action :
        CodeActions.at(revision.snapshot(), analysis, document, query)) {
      answer(revision, document, action).ifPresent(answers::add);
    }
    boolean oneOnly =
        client.appliesAll()
            && query.mentioned().size() == 1
            && query.only().isEmpty()
            && isWhole(document.source(), query.range());
    return oneOnly && answers.size() > 1 ? List.of(answers.get(0)) : answers;
  }

  private static boolean isWhole(SourceText source, TextRange range) {
    int lastLine = source.lines().lineCount() - 1;
    return range.start() == 0 && range.end() >= source.lines().lineStart(lastLine);
  }

  private CodeActionQuery query(SourceText source, CodeActionParams params) {
    Optional<CodeActionContext> context = Optional.ofNullable(params.getContext());
    List<CodeActionQuery.Mentioned> mentioned = new ArrayList<>();
    for (Diagnostic each : context.map(CodeActionContext::getDiagnostics).orElse(List.of())) {
      mentioned.add(
          new CodeActionQuery.Mentioned(code(each), conversion.range(source, each.getRange())));
    }
    return new CodeActionQuery(
        conversion.range(source, params.getRange()),
        context.map(CodeActionContext::getOnly).orElse(List.of()),
        mentioned,
        client.showDocument() && !client.ownPages());
  }

  private static String code(Diagnostic diagnostic) {
    Either<String, Integer> code = diagnostic.getCode();
    return code == null ? "" : code.isLeft() ? code.getLeft() : code.getRight().toString();
  }

  private Optional<Either<Command, CodeAction>> answer(
      Revision revision, Document document, io.github.edgelint.ide.CodeAction action) {
    if (action.work() instanceof Explain explain) {
      return Optional.of(command(action, Commands.EXPLAIN, explain.code()));
    }
    if (action.work() instanceof SetProxy set) {
      return ofClient(action, Commands.CLIENT_SET_PROXY, set.device());
    }
    if (action.work() instanceof ShowChecklist show) {
      return ofClient(action, Commands.CLIENT_SHOW_CHECKLIST, show.device());
    }
    boolean later =
        client.literals()
            && client.lazyEdits()
            && action.kind() == io.github.edgelint.ide.CodeAction.Kind.FIX_ALL;
    if (later) {
      CodeAction literal = literal(revision, action);
      JsonObject data = new JsonObject();
      data.addProperty("uri", revision.uri(document.path()));
      literal.setData(data);
      return Optional.of(Either.forRight(literal));
    }
    Optional<WorkspaceEdit> edit = edit(revision, action);
    if (edit.isEmpty() || (!client.literals() && !client.applyEdit())) {
      return Optional.empty();
    }
    if (!client.literals()) {
      return Optional.of(command(action, Commands.APPLY_FIX, edit.get()));
    }
    CodeAction literal = literal(revision, action);
    literal.setEdit(edit.get());
    return Optional.of(Either.forRight(literal));
  }

  private Optional<WorkspaceEdit> edit(
      Revision revision, io.github.edgelint.ide.CodeAction action) {
    if (action.work() instanceof RenameFile rename) {
      return edits.rename(revision, rename.from(), rename.to());
    }
    return action.work() instanceof Edits work
        ? edits.of(revision, work.source().get())
        : Optional.empty();
  }

  private static Either<Command, CodeAction> command(
      io.github.edgelint.ide.CodeAction action, String name, Object argument) {
    return Either.forLeft(new Command(action.title(), name, List.of(argument)));
  }

  /** What the client does itself, about a device; nothing where it cannot. */
  private Optional<Either<Command, CodeAction>> ofClient(
      io.github.edgelint.ide.CodeAction action, String name, String device) {
    if (!client.checklist()) {
      return Optional.empty();
    }
    JsonObject argument = new JsonObject();
    argument.addProperty("device", device);
    if (!client.literals()) {
      return Optional.of(command(action, name, argument));
    }
    CodeAction literal = new CodeAction(action.title());
    literal.setKind(action.kind().id());
    literal.setCommand(new Command(action.title(), name, List.of(argument)));
    return Optional.of(Either.forRight(literal));
  }

  private CodeAction literal(Revision revision, io.github.edgelint.ide.CodeAction action) {
    CodeAction literal = new CodeAction(action.title());
    literal.setKind(action.kind().id());
    literal.setDiagnostics(diagnostics.of(revision, action.findings()));
    if (action.preferred() && client.preferred()) {
      literal.setIsPreferred(true);
    }
    return literal;
  }

  /** Works out the edits of an action that came without; any other stays as it is. */
  CompletableFuture<CodeAction> resolve(CodeAction action) {
    if (!(action.getData() instanceof JsonObject data)
        || !data.has("uri")
        || action.getEdit() != null) {
      return CompletableFuture.completedFuture(action);
    }
    return session.readFindings(
        "codeAction/resolve",
        Uris.toPath(data.get("uri").getAsString()),
        action,
        (revision, document, analysis) -> {
          CodeActionQuery all =
              new CodeActionQuery(
                  TextRange.at(0),
                  List.of(Params.need(action.getKind(), "kind")),
                  List.of(),
                  false);
          for (io.github.edgelint.ide.CodeAction each :
              CodeActions.at(revision.snapshot(), analysis, document, all)) {
            edit(revision, each).ifPresent(action::setEdit);
          }
          return action;
        });
  }
}
