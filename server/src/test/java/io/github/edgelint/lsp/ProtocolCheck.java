package io.github.edgelint.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Listens between a client and a server, and notes what the server sends although the client did
 * not say in {@code initialize} that it can take it. Knows the rules of the protocol and nothing of
 * edgelint.
 */
final class ProtocolCheck {

  private static final Gson GSON = TestClient.gson();

  /** What the server may say at any time, and the capability that it needs for it. */
  private static final Map<String, String> NEEDS =
      Map.ofEntries(
          Map.entry("window/showDocument", "window.showDocument.support"),
          Map.entry("window/workDoneProgress/create", "window.workDoneProgress"),
          Map.entry("workspace/applyEdit", "workspace.applyEdit"),
          Map.entry("workspace/configuration", "workspace.configuration"),
          Map.entry("workspace/workspaceFolders", "workspace.workspaceFolders"),
          Map.entry("workspace/codeLens/refresh", "workspace.codeLens.refreshSupport"),
          Map.entry("workspace/diagnostic/refresh", "workspace.diagnostics.refreshSupport"),
          Map.entry("workspace/foldingRange/refresh", "workspace.foldingRange.refreshSupport"),
          Map.entry("workspace/inlayHint/refresh", "workspace.inlayHint.refreshSupport"),
          Map.entry("workspace/semanticTokens/refresh", "workspace.semanticTokens.refreshSupport"));

  private static final Set<String> FREE =
      Set.of(
          "window/logMessage",
          "window/showMessage",
          "window/showMessageRequest",
          "client/registerCapability",
          "client/unregisterCapability");

  /** LSP: who does not list the kinds it knows knows those of the first version. */
  private static final int FIRST_KINDS = 18;

  private final Map<String, RequestMessage> asked = new ConcurrentHashMap<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private volatile JsonObject client = new JsonObject();
  private volatile JsonElement server = JsonNull.INSTANCE;
  private volatile boolean tracing;

  /** The client asked for things beside the protocol, which is between the two. */
  private volatile boolean optional;

  private volatile boolean pulls;
  private volatile boolean over;

  /** The client hangs up: that it cannot answer any more is no failure. */
  void stop() {
    over = true;
  }

  /**
   * What should not have been sent, in the order in which it was; whoever listens may add to it.
   */
  List<String> violations() {
    return violations;
  }

  private void allow(boolean allowed, String violation) {
    if (!allowed) {
      violations.add(violation);
    }
  }

  // --- from the client -----------------------------------------------------------------------

  void fromClient(Message message) {
    if (message instanceof RequestMessage request) {
      asked.put(request.getId(), request);
      JsonElement params = GSON.toJsonTree(request.getParams());
      for (String token : List.of("workDoneToken", "partialResultToken")) {
        if (!at(params, token).isJsonNull()) {
          tokens.add(at(params, token).getAsString());
        }
      }
      if (request.getMethod().equals("initialize")) {
        client = at(params, "capabilities") instanceof JsonObject said ? said : client;
        trace(at(params, "trace"));
        optional = !keys(at(params, "initializationOptions")).isEmpty();
      }
    } else if (message instanceof NotificationMessage notification
        && notification.getMethod().equals("$/setTrace")) {
      trace(at(GSON.toJsonTree(notification.getParams()), "value"));
    } else if (message instanceof ResponseMessage response
        && response.getError() != null
        && !over) {
      violations.add("the client could not answer: " + response.getError().getMessage());
    }
  }

  private void trace(JsonElement value) {
    // What is under way when tracing ends is no mistake of the server.
    tracing |= !value.isJsonNull() && !value.getAsString().equals("off");
  }

  // --- from the server -----------------------------------------------------------------------

  void fromServer(Message message) {
    if (message instanceof ResponseMessage response) {
      RequestMessage request = asked.remove(response.getId());
      if (request == null) {
        violations.add("an answer to a question that nobody asked");
      } else if (response.getError() != null) {
        allow(
            response.getError().getCode() != ResponseErrorCode.InternalError.getValue(),
            request.getMethod() + " failed: " + response.getError().getMessage());
      } else {
        answer(
            request.getMethod(),
            GSON.toJsonTree(request.getParams()),
            GSON.toJsonTree(response.getResult()));
      }
    } else if (message instanceof RequestMessage request) {
      said(request.getMethod(), GSON.toJsonTree(request.getParams()));
    } else if (message instanceof NotificationMessage notification) {
      said(notification.getMethod(), GSON.toJsonTree(notification.getParams()));
    }
  }

  private void said(String method, JsonElement params) {
    switch (method) {
      case "textDocument/publishDiagnostics" -> published(params);
      case "$/logTrace" -> allow(tracing, "$/logTrace though nobody asked for it");
      case "$/progress" ->
          allow(
              tokens.contains(at(params, "token").getAsString()),
              "progress for a token that the client does not know");
      case "client/registerCapability" -> array(params, "registrations").forEach(this::registered);
      default ->
          allow(
              FREE.contains(method)
                  || (NEEDS.containsKey(method) ? says(NEEDS.get(method)) : optional),
              method + " to a client that does not take it");
    }
    if (method.equals("window/workDoneProgress/create")) {
      tokens.add(at(params, "token").getAsString());
    } else if (method.equals("workspace/applyEdit")) {
      workspaceEdit(at(params, "edit"));
    }
  }

  private void published(JsonElement params) {
    allow(!pulls, "pushed to a client that was told to pull");
    allow(
        declares("textDocument.publishDiagnostics") || !declares("textDocument.diagnostic"),
        "pushed to a client that can only pull");
    needs(params, "version", "textDocument.publishDiagnostics.versionSupport");
    array(params, "diagnostics").forEach(this::diagnostic);
  }

  private void diagnostic(JsonElement diagnostic) {
    String of = pulls ? "textDocument.diagnostic." : "textDocument.publishDiagnostics.";
    needs(diagnostic, "relatedInformation", of + "relatedInformation");
    needs(diagnostic, "codeDescription", of + "codeDescriptionSupport");
    needs(diagnostic, "data", of + "dataSupport");
    listed(diagnostic, "tags", of + "tagSupport.valueSet");
    allow(
        at(diagnostic, "message").isJsonPrimitive() || says(of + "markupMessageSupport"),
        "a message that is more than a text");
    range(at(diagnostic, "range"));
  }

  private void registered(JsonElement registration) {
    String method = at(registration, "method").getAsString();
    String name = method.substring(method.indexOf('/') + 1);
    String capability =
        switch (method) {
          case "textDocument/didOpen",
              "textDocument/didChange",
              "textDocument/didSave",
              "textDocument/didClose" ->
              "textDocument.synchronization.dynamicRegistration";
          case "workspace/didChangeWorkspaceFolders" -> "workspace.workspaceFolders";
          default ->
              (name.endsWith("Files") && !name.equals("didChangeWatchedFiles")
                      ? "workspace.fileOperations"
                      : method.replace('/', '.'))
                  + ".dynamicRegistration";
        };
    allow(says(capability), method + " registered with a client that does not take it");
    for (JsonElement watcher : array(at(registration, "registerOptions"), "watchers")) {
      allow(
          at(watcher, "globPattern").isJsonPrimitive()
              || says("workspace.didChangeWatchedFiles.relativePatternSupport"),
          "a relative pattern");
    }
    pulls |= method.equals("textDocument/diagnostic");
  }

  // --- answers -------------------------------------------------------------------------------

  private void answer(String method, JsonElement params, JsonElement result) {
    switch (method) {
      case "initialize" -> initialized(at(result, "capabilities"));
      case "textDocument/completion" -> completion(params, result);
      case "completionItem/resolve" -> {
        completionItem(result);
        resolved(
            params, result, "textDocument.completion.completionItem.resolveSupport.properties");
      }
      case "textDocument/hover" ->
          markup(at(result, "contents"), "textDocument.hover.contentFormat");
      case "textDocument/codeAction" ->
          elements(result).forEach(action -> codeAction(params, action));
      case "codeAction/resolve" -> {
        workspaceEdit(at(result, "edit"));
        resolved(params, result, "textDocument.codeAction.resolveSupport.properties");
      }
      case "textDocument/rename", "workspace/willRenameFiles" -> workspaceEdit(result);
      case "textDocument/formatting",
          "textDocument/rangeFormatting",
          "textDocument/willSaveWaitUntil" ->
          separate(elements(result));
      case "textDocument/semanticTokens/full", "textDocument/semanticTokens/range" ->
          tokens(array(result, "data"));
      case "textDocument/codeLens" ->
          elements(result)
              .forEach(
                  lens -> {
                    JsonElement command = at(lens, "command.command");
                    allow(
                        command.isJsonNull()
                            || command.getAsString().isEmpty()
                            || optional
                            || array(server, "executeCommandProvider.commands").contains(command),
                        "the lens command " + command + ", which the server does not execute");
                  });
      case "textDocument/prepareRename" ->
          needs(result, "defaultBehavior", "textDocument.rename.prepareSupportDefaultBehavior");
      case "textDocument/documentSymbol" -> elements(result).forEach(this::documentSymbol);
      case "workspace/symbol" ->
          elements(result).forEach(symbol -> kind(symbol, "workspace.symbol.symbolKind.valueSet"));
      case "textDocument/definition",
          "textDocument/declaration",
          "textDocument/implementation",
          "textDocument/typeDefinition" ->
          elements(result)
              .forEach(link -> needs(link, "targetUri", method.replace('/', '.') + ".linkSupport"));
      case "textDocument/foldingRange" -> folding(result);
      case "textDocument/documentLink" ->
          elements(result)
              .forEach(link -> needs(link, "tooltip", "textDocument.documentLink.tooltipSupport"));
      case "textDocument/diagnostic" -> {
        array(result, "items").forEach(this::diagnostic);
        needs(result, "relatedDocuments", "textDocument.diagnostic.relatedDocumentSupport");
      }
      case "workspace/diagnostic" ->
          array(result, "items")
              .forEach(report -> array(report, "items").forEach(this::diagnostic));
      default -> {}
    }
  }

  private void initialized(JsonElement capabilities) {
    server = capabilities;
    JsonElement encoding = at(capabilities, "positionEncoding");
    allow(
        encoding.isJsonNull()
            || encoding.getAsString().equals("utf-16")
            || array(client, "general.positionEncodings").contains(encoding),
        "columns count " + encoding + ", which the client does not offer");
    allow(
        !at(capabilities, "codeActionProvider").isJsonObject()
            || declares("textDocument.codeAction.codeActionLiteralSupport"),
        "options of code actions to a client without literals");
    allow(
        !at(capabilities, "renameProvider").isJsonObject()
            || says("textDocument.rename.prepareSupport"),
        "options of rename to a client that does not prepare it");
    pulls = !at(capabilities, "diagnosticProvider").isJsonNull();
    allow(
        !pulls || declares("textDocument.diagnostic"),
        "a client that cannot pull was told to pull");
    JsonElement operations = at(capabilities, "workspace.fileOperations");
    for (String operation : keys(operations)) {
      needs(operations, operation, "workspace.fileOperations." + operation);
    }
    for (String legend : List.of("tokenTypes", "tokenModifiers")) {
      if (declares("textDocument.semanticTokens")) {
        listed(
            at(capabilities, "semanticTokensProvider.legend"),
            legend,
            "textDocument.semanticTokens." + legend);
      }
    }
  }

  private void completion(JsonElement params, JsonElement result) {
    for (String key : keys(at(result, "itemDefaults"))) {
      allow(
          array(client, "textDocument.completion.completionList.itemDefaults")
              .contains(new JsonPrimitive(key)),
          "a default for " + key + " of completion items");
    }
    JsonElement cursor = at(params, "position");
    for (JsonElement item : result.isJsonArray() ? elements(result) : array(result, "items")) {
      completionItem(item);
      JsonElement range = at(item, "textEdit.range");
      if (!range.isJsonNull()) {
        allow(
            at(range, "start.line").equals(at(range, "end.line"))
                && isBetween(cursor, at(range, "start"), at(range, "end")),
            "the completion " + at(item, "label") + " replaces what is not at the cursor");
        allow(
            array(item, "additionalTextEdits").asList().stream()
                .noneMatch(edit -> overlap(at(edit, "range"), range)),
            "the completion " + at(item, "label") + " edits one place twice");
      }
    }
  }

  private void completionItem(JsonElement item) {
    String can = "textDocument.completion.completionItem.";
    JsonElement format = at(item, "insertTextFormat");
    allow(
        format.isJsonNull() || format.getAsInt() == 1 || says(can + "snippetSupport"),
        "a snippet as completion " + at(item, "label"));
    kind(item, "textDocument.completion.completionItemKind.valueSet");
    markup(at(item, "documentation"), can + "documentationFormat");
    needs(item, "deprecated", can + "deprecatedSupport");
    listed(item, "tags", can + "tagSupport.valueSet");
    needs(item, "commitCharacters", can + "commitCharactersSupport");
    needs(item, "preselect", can + "preselectSupport");
    needs(item, "labelDetails", can + "labelDetailsSupport");
    needs(item, "insertTextMode", can + "insertTextModeSupport.valueSet");
    needs(at(item, "textEdit"), "insert", can + "insertReplaceSupport");
    separate(array(item, "additionalTextEdits"));
  }

  /** Only what the client waits for may come with the second answer. */
  private void resolved(JsonElement before, JsonElement after, String capability) {
    for (String key : keys(after)) {
      allow(
          at(before, key).equals(at(after, key))
              || array(client, capability).contains(new JsonPrimitive(key)),
          key + " comes later than the client can take it");
    }
  }

  private void codeAction(JsonElement params, JsonElement action) {
    JsonElement command = at(action, "command");
    boolean literal = !command.isJsonPrimitive();
    if (literal) {
      allow(
          declares("textDocument.codeAction.codeActionLiteralSupport"),
          "the code action " + at(action, "title") + " is more than a command");
      needs(action, "isPreferred", "textDocument.codeAction.isPreferredSupport");
      needs(action, "disabled", "textDocument.codeAction.disabledSupport");
      needs(action, "data", "textDocument.codeAction.dataSupport");
      allow(
          !at(action, "edit").isJsonNull()
              || !command.isJsonNull()
              || array(client, "textDocument.codeAction.resolveSupport.properties")
                  .contains(new JsonPrimitive("edit")),
          "the code action " + at(action, "title") + " does nothing");
      JsonArray only = array(params, "context.only");
      allow(
          only.isEmpty()
              || only.asList().stream().anyMatch(kind -> isKind(at(action, "kind"), kind)),
          "a code action of the kind " + at(action, "kind") + " that was not asked for");
      array(action, "diagnostics").forEach(this::diagnostic);
      workspaceEdit(at(action, "edit"));
    }
    JsonElement name = literal ? at(command, "command") : command;
    allow(
        name.isJsonNull()
            || optional
            || array(server, "executeCommandProvider.commands").contains(name),
        "the command " + name + ", which the server does not execute");
  }

  private static boolean isKind(JsonElement kind, JsonElement wanted) {
    return kind.isJsonPrimitive()
        && (kind.equals(wanted) || kind.getAsString().startsWith(wanted.getAsString() + "."));
  }

  private void workspaceEdit(JsonElement edit) {
    for (JsonElement change : array(edit, "documentChanges")) {
      JsonElement operation = at(change, "kind");
      if (operation.isJsonNull()) {
        allow(
            says("workspace.workspaceEdit.documentChanges")
                || declares("workspace.workspaceEdit.resourceOperations"),
            "versioned edits");
        separate(array(change, "edits"));
        for (JsonElement each : array(change, "edits")) {
          needs(each, "snippet", "workspace.workspaceEdit.snippetEditSupport");
        }
      } else {
        allow(
            array(client, "workspace.workspaceEdit.resourceOperations").contains(operation),
            "the operation " + operation);
      }
    }
    needs(edit, "changeAnnotations", "workspace.workspaceEdit.changeAnnotationSupport");
    for (String uri : keys(at(edit, "changes"))) {
      separate(at(edit, "changes").getAsJsonObject().getAsJsonArray(uri));
    }
  }

  private void documentSymbol(JsonElement symbol) {
    kind(symbol, "textDocument.documentSymbol.symbolKind.valueSet");
    needs(
        symbol, "selectionRange", "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
    if (!at(symbol, "selectionRange").isJsonNull()) {
      allow(
          isBetween(
                  at(symbol, "selectionRange.start"),
                  at(symbol, "range.start"),
                  at(symbol, "range.end"))
              && isBetween(
                  at(symbol, "selectionRange.end"),
                  at(symbol, "range.start"),
                  at(symbol, "range.end")),
          "the name of " + at(symbol, "name") + " is outside of it");
    }
    array(symbol, "children").forEach(this::documentSymbol);
  }

  /** Five numbers for each token: lines and columns on, length, and what the legend calls it. */
  private void tokens(JsonArray data) {
    int types = array(server, "semanticTokensProvider.legend.tokenTypes").size();
    int modifiers = array(server, "semanticTokensProvider.legend.tokenModifiers").size();
    allow(data.size() % 5 == 0, "a token that is cut off");
    for (int i = 0; i + 4 < data.size(); i += 5) {
      allow(
          data.get(i).getAsInt() >= 0
              && data.get(i + 1).getAsInt() >= 0
              && data.get(i + 2).getAsInt() > 0
              && data.get(i + 3).getAsInt() < types
              && data.get(i + 4).getAsInt() < 1 << modifiers,
          "the token " + data.asList().subList(i, i + 5));
    }
  }

  private void folding(JsonElement result) {
    JsonElement limit = at(client, "textDocument.foldingRange.rangeLimit");
    allow(
        limit.isJsonNull() || elements(result).size() <= limit.getAsInt(),
        "too many ranges to fold");
    for (JsonElement range : elements(result)) {
      needs(range, "collapsedText", "textDocument.foldingRange.foldingRange.collapsedText");
    }
  }

  // --- parts ---------------------------------------------------------------------------------

  private void kind(JsonElement of, String valueSet) {
    JsonElement kind = at(of, "kind");
    boolean listed = declares(valueSet) && !array(client, valueSet).isEmpty();
    boolean known =
        kind.isJsonNull()
            || (listed
                ? array(client, valueSet).contains(kind)
                : kind.getAsInt() <= FIRST_KINDS || declares(valueSet));
    allow(known, "the kind " + kind + " of " + at(of, "label") + at(of, "name"));
  }

  private void markup(JsonElement text, String formats) {
    JsonElement kind = at(text, "kind");
    allow(
        kind.isJsonNull()
            || kind.getAsString().equals("plaintext")
            || array(client, formats).contains(kind),
        kind + " where the client takes " + array(client, formats));
  }

  private void listed(JsonElement of, String key, String valueSet) {
    for (JsonElement value : array(of, key)) {
      allow(array(client, valueSet).contains(value), key + " " + value);
    }
  }

  private void needs(JsonElement of, String key, String capability) {
    allow(
        at(of, key).isJsonNull() || says(capability) || array(client, capability).size() > 0,
        key + " without " + capability);
  }

  private void separate(JsonArray edits) {
    List<JsonElement> ranges = new ArrayList<>();
    for (JsonElement edit : edits) {
      JsonElement range = at(edit, "range");
      range(range);
      allow(ranges.stream().noneMatch(other -> overlap(other, range)), "edits that overlap");
      ranges.add(range);
    }
  }

  private void range(JsonElement range) {
    allow(compare(at(range, "start"), at(range, "end")) <= 0, "a range that ends before it starts");
  }

  private static boolean overlap(JsonElement one, JsonElement other) {
    return compare(at(one, "start"), at(other, "end")) < 0
        && compare(at(other, "start"), at(one, "end")) < 0;
  }

  private static boolean isBetween(JsonElement position, JsonElement start, JsonElement end) {
    return compare(start, position) <= 0 && compare(position, end) <= 0;
  }

  private static int compare(JsonElement one, JsonElement other) {
    int lines = Integer.compare(at(one, "line").getAsInt(), at(other, "line").getAsInt());
    return lines != 0
        ? lines
        : Integer.compare(at(one, "character").getAsInt(), at(other, "character").getAsInt());
  }

  // --- JSON ----------------------------------------------------------------------------------

  private boolean declares(String path) {
    return !at(client, path).isJsonNull();
  }

  /** Whether a capability is there and is not {@code false}. */
  private boolean says(String path) {
    JsonElement said = at(client, path);
    return said.isJsonObject()
        || (said.isJsonPrimitive()
            && (!said.getAsJsonPrimitive().isBoolean() || said.getAsBoolean()));
  }

  private static JsonElement at(JsonElement from, String path) {
    JsonElement here = from;
    for (String key : path.split("\\.")) {
      here = here instanceof JsonObject object && object.has(key) ? object.get(key) : null;
      if (here == null) {
        return JsonNull.INSTANCE;
      }
    }
    return here;
  }

  private static JsonArray array(JsonElement from, String path) {
    return elements(at(from, path));
  }

  private static JsonArray elements(JsonElement element) {
    if (element instanceof JsonArray array) {
      return array;
    }
    JsonArray one = new JsonArray();
    if (element instanceof JsonObject) {
      one.add(element);
    }
    return one;
  }

  private static Set<String> keys(JsonElement element) {
    return element instanceof JsonObject object ? new LinkedHashSet<>(object.keySet()) : Set.of();
  }
}
