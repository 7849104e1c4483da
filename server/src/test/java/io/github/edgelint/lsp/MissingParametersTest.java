package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a request leaves out that it needs is named; that is no failure of the server. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class MissingParametersTest {

  private static final String URI = "file:///device/deployment.json";

  private static final String DOCUMENT = "{\"textDocument\": {\"uri\": \"" + URI + "\"}}";

  /** They ask the same whatever is said. */
  private static final List<String> WITHOUT_PARAMETERS =
      List.of("shutdown", "edgelint/proxyChecklist");

  private static TestClient client;

  @BeforeAll
  static void start() throws Exception {
    client = TestClient.plain().start();
    client.open(
        URI,
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1"}}}}
        """);
    client.next(URI);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
  }

  private static ResponseError refusal(String method, Object params) {
    Throwable thrown =
        catchThrowable(() -> TestClient.get(client.endpoint().request(method, params)));
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    assertThat(thrown.getCause()).isInstanceOf(ResponseErrorException.class);
    return ((ResponseErrorException) thrown.getCause()).getResponseError();
  }

  private static void assertMissing(String name, ResponseError refusal) {
    assertThat(refusal.getMessage()).isEqualTo("`" + name + "` is missing.");
    assertThat(refusal.getCode()).isEqualTo(ResponseErrorCode.InvalidParams.getValue());
  }

  static Stream<String> requests() {
    Handlers handlers =
        new Handlers(
            new EdgelintLanguageServer(
                "test", () -> new io.github.edgelint.analysis.Analyzer(List.of())));
    return handlers.methods().values().stream()
        .filter(method -> !method.isNotification())
        .map(method -> method.getMethodName())
        .filter(method -> !WITHOUT_PARAMETERS.contains(method))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void a_request_without_parameters(String method) {
    assertMissing("params", refusal(method, null));
  }

  static Stream<String> requestsAboutDocuments() {
    return Stream.concat(
        requests().filter(method -> method.startsWith("textDocument/")),
        Stream.of("edgelint/documentInfo", "edgelint/routeGraph"));
  }

  @ParameterizedTest
  @MethodSource("requestsAboutDocuments")
  void a_request_without_its_document(String method) {
    assertMissing("textDocument", refusal(method, JsonParser.parseString("{}")));
    assertMissing("uri", refusal(method, JsonParser.parseString("{\"textDocument\": {}}")));
  }

  @ParameterizedTest
  @CsvSource({
    "textDocument/completion, position",
    "textDocument/hover, position",
    "textDocument/selectionRange, positions",
    "textDocument/definition, position",
    "textDocument/references, context",
    "textDocument/documentHighlight, position",
    "textDocument/prepareRename, position",
    "textDocument/rename, newName",
    "textDocument/prepareCallHierarchy, position",
    "textDocument/inlayHint, range",
    "textDocument/semanticTokens/range, range",
    "textDocument/rangeFormatting, range",
    "textDocument/codeAction, range",
    "edgelint/compare, other",
  })
  void a_request_that_says_only_its_document(String method, String missing) {
    assertMissing(missing, refusal(method, JsonParser.parseString(DOCUMENT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edgelint/explain | {} | code",
        "edgelint/compare | {\"other\": {\"name\": \"old\"}} | other.text",
        "edgelint/compare | {\"other\": {\"text\": \"{}\"}} | other.name",
        "callHierarchy/incomingCalls | {} | item",
        "callHierarchy/outgoingCalls | {\"item\": {}} | uri",
        "workspace/symbol | {} | query",
        "workspace/willRenameFiles | {\"files\": [{\"oldUri\": \"file:///a\"}]} | uri",
        "workspace/executeCommand | {} | command",
      })
  void a_request_without_one_of_its_parameters(String method, String params, String missing) {
    assertMissing(missing, refusal(method, JsonParser.parseString(params)));
  }

  @Test
  void a_notification_is_told_in_the_log() throws Exception {
    client.endpoint().notify("textDocument/didOpen", JsonParser.parseString("{}"));
    TestClient.get(client.endpoint().request("edgelint/proxyChecklist", null));

    assertThat(client.logs)
        .extracting(message -> message.getMessage())
        .contains("textDocument/didOpen: `textDocument` is missing.");
  }
}
