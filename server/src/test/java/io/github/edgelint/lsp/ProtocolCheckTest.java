package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that all tests of the server rely on sees what a server must not send. */
class ProtocolCheckTest {

  private static final String RANGE =
      "{'start': {'line': 0, 'character': 0}, 'end': {'line': 0, 'character': 3}}";

  private static ProtocolCheck clientThatDeclares(String capabilities) {
    ProtocolCheck check = new ProtocolCheck();
    check.fromClient(request("initialize", "{'capabilities': " + capabilities + "}"));
    check.fromServer(answer("{'capabilities': {}}"));
    return check;
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(
        text.replace("'", "\"").replace("RANGE", RANGE.replace("'", "\"")));
  }

  private static RequestMessage request(String method, String params) {
    RequestMessage request = new RequestMessage();
    request.setId("1");
    request.setMethod(method);
    request.setParams(json(params));
    return request;
  }

  private static ResponseMessage answer(String result) {
    ResponseMessage answer = new ResponseMessage();
    answer.setId("1");
    answer.setResult(json(result));
    return answer;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "textDocument/publishDiagnostics | {'version': 1} | {'textDocument': {'publishDiagnostics': {'versionSupport': true}}}",
        "textDocument/publishDiagnostics | {'diagnostics': [{'message': 'm', 'range': RANGE, 'tags': [1]}]} | {'textDocument': {'publishDiagnostics': {'tagSupport': {'valueSet': [1]}}}}",
        "workspace/configuration | {} | {'workspace': {'configuration': true}}",
        "workspace/applyEdit | {'edit': {}} | {'workspace': {'applyEdit': true}}",
        "window/workDoneProgress/create | {'token': 't'} | {'window': {'workDoneProgress': true}}",
        "client/registerCapability | {'registrations': [{'method': 'workspace/didChangeWatchedFiles'}]} | {'workspace': {'didChangeWatchedFiles': {'dynamicRegistration': true}}}",
        "workspace/diagnostic/refresh | {} | {'workspace': {'diagnostics': {'refreshSupport': true}}}",
      })
  void the_server_says_only_what_the_client_declared(
      String method, String params, String capabilities) {
    NotificationMessage message = new NotificationMessage();
    message.setMethod(method);
    message.setParams(json(params));

    ProtocolCheck mute = clientThatDeclares("{}");
    mute.fromServer(message);
    assertThat(mute.violations()).hasSize(1);

    ProtocolCheck able = clientThatDeclares(capabilities);
    able.fromServer(message);
    assertThat(able.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "textDocument/completion | {'position': {'line': 0, 'character': 0}} | [{'insertTextFormat': 2}] | {'textDocument': {'completion': {'completionItem': {'snippetSupport': true}}}}",
        "textDocument/hover | {} | {'contents': {'kind': 'markdown'}} | {'textDocument': {'hover': {'contentFormat': ['markdown']}}}",
        "textDocument/codeAction | {} | [{'title': 't', 'edit': {}}] | {'textDocument': {'codeAction': {'codeActionLiteralSupport': {}}}}",
        "textDocument/rename | {} | {'documentChanges': [{'edits': []}]} | {'workspace': {'workspaceEdit': {'documentChanges': true}}}",
        "textDocument/rename | {} | {'documentChanges': [{'kind': 'create'}]} | {'workspace': {'workspaceEdit': {'resourceOperations': ['create']}}}",
        "textDocument/definition | {} | [{'targetUri': 'file:///a'}] | {'textDocument': {'definition': {'linkSupport': true}}}",
        "textDocument/documentSymbol | {} | [{'kind': 5, 'range': RANGE, 'selectionRange': RANGE}] | {'textDocument': {'documentSymbol': {'hierarchicalDocumentSymbolSupport': true}}}",
      })
  void the_server_answers_only_what_the_client_declared(
      String method, String params, String result, String capabilities) {
    ProtocolCheck mute = clientThatDeclares("{}");
    mute.fromClient(request(method, params));
    mute.fromServer(answer(result));
    assertThat(mute.violations()).hasSize(1);

    ProtocolCheck able = clientThatDeclares(capabilities);
    able.fromClient(request(method, params));
    able.fromServer(answer(result));
    assertThat(able.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "textDocument/rename | {} | {'changes': {'file:///a': [{'range': RANGE}, {'range': RANGE}]}}",
        "textDocument/completion | {'position': {'line': 0, 'character': 9}} | [{'textEdit': {'range': RANGE}}]",
        "textDocument/semanticTokens/full | {} | {'data': [0, 0, 1]}",
        "initialize | {'capabilities': {}} | {'capabilities': {'positionEncoding': 'utf-8'}}",
        "initialize | {'capabilities': {}} | {'capabilities': {'diagnosticProvider': {}}}",
        "initialize | {'capabilities': {}} | {'capabilities': {'codeActionProvider': {}}}",
      })
  void no_client_is_sent_what_the_protocol_forbids(String method, String params, String result) {
    ProtocolCheck check = clientThatDeclares("{}");

    check.fromClient(request(method, params));
    check.fromServer(answer(result));

    assertThat(check.violations()).hasSize(1);
  }
}
