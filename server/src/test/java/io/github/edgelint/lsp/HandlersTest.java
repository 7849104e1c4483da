package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.junit.jupiter.api.Test;

/** The tables of methods say what the annotations of LSP4J and of our own requests say. */
final class HandlersTest {

  private final Handlers handlers =
      new Handlers(new EdgelintLanguageServer("test", () -> new Analyzer(List.of())));

  @Test
  void methods_take_the_parameters_of_the_protocol() {
    Map<String, JsonRpcMethod> protocol = new HashMap<>();
    protocol.putAll(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
    protocol.putAll(ServiceEndpoints.getSupportedMethods(EdgelintRequests.class));
    Map<String, List<Type>> ours = new TreeMap<>();
    Map<String, List<Type>> theirs = new TreeMap<>();
    handlers
        .methods()
        .forEach(
            (name, method) -> {
              ours.put(name, List.of(method.getParameterTypes()));
              theirs.put(name, List.of(protocol.get(name).getParameterTypes()));
            });
    // Read in its raw form, and without parameters.
    theirs.put("initialize", List.of(JsonObject.class));
    theirs.put("shutdown", List.of(Object.class));
    theirs.put("exit", List.of(Object.class));
    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void the_page_of_the_protocol_has_all_that_is_our_own() throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/protocol.md"));

    assertThat(ServiceEndpoints.getSupportedMethods(EdgelintRequests.class).keySet())
        .allSatisfy(request -> assertThat(page).contains("\n### `" + request + "`\n"));
    assertThat(Commands.OF_SERVER)
        .allSatisfy(command -> assertThat(page).contains("\n| `" + command + "` |"));
  }

  @Test
  void what_is_written_to_answer_is_asked() throws Exception {
    assertThat(handlers.methods().keySet())
        .containsAll(answered(TextDocuments.class, TextDocumentService.class))
        .containsAll(answered(WorkspaceFiles.class, WorkspaceService.class))
        .containsAll(answered(CustomAnswers.class, EdgelintRequests.class));
  }

  /** The methods of the protocol that a class answers itself, found by calling them. */
  private static List<String> answered(Class<?> type, Class<?> protocol) throws Exception {
    List<String> called = new ArrayList<>();
    Object server =
        ServiceEndpoints.toServiceObject(
            new Endpoint() {
              @Override
              public CompletableFuture<?> request(String method, Object params) {
                called.add(method);
                return CompletableFuture.completedFuture(null);
              }

              @Override
              public void notify(String method, Object params) {
                called.add(method);
              }
            },
            protocol);
    List<String> own = Arrays.stream(type.getDeclaredMethods()).map(Method::getName).toList();
    for (Method method : protocol.getMethods()) {
      if (own.contains(method.getName())) {
        method.invoke(server, new Object[method.getParameterCount()]);
      }
    }
    return called;
  }

  @Test
  void requests_to_the_client_have_the_answers_of_the_protocol() {
    Map<String, JsonRpcMethod> protocol =
        ServiceEndpoints.getSupportedMethods(LanguageClient.class);
    EdgelintClient.methods()
        .forEach(
            (name, method) ->
                assertThat(method.getReturnType())
                    .as(name)
                    .isEqualTo(protocol.get(name).getReturnType()));
  }

  @Test
  void an_unknown_request_is_refused() {
    assertThatThrownBy(() -> handlers.request("textDocument/moniker", null))
        .isInstanceOf(ResponseErrorException.class)
        .hasMessage("There is no request textDocument/moniker.");
  }

  @Test
  void an_unknown_notification_is_passed_over() {
    handlers.notify("$/somethingNew", null);
  }
}
