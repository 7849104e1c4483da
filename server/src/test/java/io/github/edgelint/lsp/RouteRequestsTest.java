package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What editors show of routes: their words, and who sends to whom. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RouteRequestsTest {

  private static final String URI = "file:///device/deployment.json";

  private static final String MANIFEST =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"systemModules": {"edgeHub": {}},
          "modules": {"sensor": {}, "filter": {}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "😀": "FROM /messages/modules/sensor/* INTO BrokeredEndpoint('/modules/filter/inputs/i')",
          "up": "FROM /messages/modules/filter/outputs/o INTO $upstream",
          "all": "FROM /messages/modules/* INTO $upstream"}}}
      }}
      """;

  private static final TextDocumentIdentifier DOCUMENT = new TextDocumentIdentifier(URI);

  private static TestClient open(Profile profile) throws Exception {
    TestClient client = profile.client().start();
    client.open(URI, MANIFEST);
    return client;
  }

  private static TextDocumentService documents(TestClient client) {
    return client.server().getTextDocumentService();
  }

  // --- semantic tokens ---------------------------------------------------------------------

  /** Tokens as an editor understands them: line, text and type. */
  private static List<String> shown(TestClient client, String text, List<Integer> numbers) {
    List<String> types = offered(client).getLegend().getTokenTypes();
    List<String> shown = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < numbers.size(); i += 5) {
      line += numbers.get(i);
      column = numbers.get(i + 1) + (numbers.get(i) == 0 ? column : 0);
      String word = text.split("\n")[line].substring(column, column + numbers.get(i + 2));
      shown.add(line + " " + word + " " + types.get(numbers.get(i + 3)));
      assertThat(numbers.get(i + 4)).isZero();
    }
    return shown;
  }

  private static SemanticTokensWithRegistrationOptions offered(TestClient client) {
    return client.result().getCapabilities().getSemanticTokensProvider();
  }

  private static SemanticTokens whole(TestClient client) throws Exception {
    return get(documents(client).semanticTokensFull(new SemanticTokensParams(DOCUMENT)));
  }

  @Test
  void tokens_have_types_that_the_client_knows() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      assertThat(offered(client).getFull().getRight().getDelta()).isTrue();
      assertThat(offered(client).getRange().getLeft()).isTrue();

      assertThat(shown(client, MANIFEST, whole(client).getData()))
          .contains(
              "4 FROM keyword",
              "4 messages namespace",
              "4 sensor class",
              "4 BrokeredEndpoint function",
              "4 i parameter",
              "5 $upstream enumMember");
    }
  }

  @Test
  void a_client_that_shows_few_types_gets_the_others_as_near_as_can_be() throws Exception {
    TestClient few = Profile.FULL.client();
    few.with(
        capabilities ->
            capabilities
                .getTextDocument()
                .getSemanticTokens()
                .setTokenTypes(List.of("keyword", "variable")));
    try (TestClient client = few.start()) {
      client.open(URI, MANIFEST);

      assertThat(shown(client, MANIFEST, whole(client).getData()))
          .contains("4 FROM keyword", "4 i variable", "5 $upstream keyword")
          .noneMatch(token -> token.startsWith("4 sensor"));
    }
  }

  @Test
  void a_client_that_shows_no_tokens_is_offered_none() throws Exception {
    try (TestClient client = open(Profile.MINIMAL)) {
      assertThat(offered(client)).isNull();
    }
  }

  @Test
  void a_part_has_the_tokens_of_its_routes() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      Range line = new Range(new Position(5, 0), new Position(6, 0));

      List<Integer> numbers =
          get(documents(client).semanticTokensRange(new SemanticTokensRangeParams(DOCUMENT, line)))
              .getData();

      assertThat(shown(client, MANIFEST, numbers))
          .startsWith("5 FROM keyword")
          .allMatch(token -> token.startsWith("5 "));
    }
  }

  @Test
  void what_changed_since_makes_the_old_tokens_the_new_ones() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      SemanticTokens before = whole(client);
      String changed = MANIFEST.replace("filter/outputs/o", "camera/outputs/oo");
      client.change(URI, 2, new TextDocumentContentChangeEvent(changed));

      SemanticTokensDelta delta =
          get(documents(client)
                  .semanticTokensFullDelta(
                      new SemanticTokensDeltaParams(DOCUMENT, before.getResultId())))
              .getRight();

      List<Integer> patched = new ArrayList<>(before.getData());
      for (SemanticTokensEdit edit : delta.getEdits()) {
        List<Integer> replaced =
            patched.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
        assertThat(replaced.size()).isLessThan(before.getData().size() / 2);
        replaced.clear();
        replaced.addAll(edit.getData());
      }
      assertThat(patched).isEqualTo(whole(client).getData());
      assertThat(shown(client, changed, patched)).contains("5 camera class", "5 oo parameter");
    }
  }

  @Test
  void what_changed_since_an_unknown_answer_is_everything() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      assertThat(
              get(documents(client)
                      .semanticTokensFullDelta(new SemanticTokensDeltaParams(DOCUMENT, "?")))
                  .getLeft()
                  .getData())
          .isEqualTo(whole(client).getData());
    }
  }

  // --- message flow ------------------------------------------------------------------------

  private static CallHierarchyItem prepare(TestClient client, int line, int column)
      throws Exception {
    return get(documents(client)
            .prepareCallHierarchy(
                new CallHierarchyPrepareParams(DOCUMENT, new Position(line, column))))
        .get(0);
  }

  private static List<CallHierarchyOutgoingCall> outgoing(TestClient client, int line, int column)
      throws Exception {
    return get(
        documents(client)
            .callHierarchyOutgoingCalls(
                new CallHierarchyOutgoingCallsParams(prepare(client, line, column))));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_module_calls_those_it_sends_to(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      CallHierarchyItem sensor = prepare(client, 2, 18);
      assertThat(sensor.getName()).isEqualTo("sensor");

      List<String> calls = new ArrayList<>();
      for (var call :
          get(
              documents(client)
                  .callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(sensor)))) {
        calls.add(call.getTo().getName() + " " + lines(call.getFromRanges()));
      }

      assertThat(calls).containsExactly("filter [4]", "IoT Hub [6]");
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_module_is_called_by_those_that_send_to_it(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      CallHierarchyItem filter = prepare(client, 5, 40);
      assertThat(filter.getName()).isEqualTo("filter");

      List<String> calls = new ArrayList<>();
      for (var call :
          get(
              documents(client)
                  .callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(filter)))) {
        calls.add(call.getFrom().getName() + " " + lines(call.getFromRanges()));
      }

      assertThat(calls).containsExactly("sensor [4]");
    }
  }

  @Test
  void a_layer_sends_to_modules_of_its_base_and_the_base_knows() throws Exception {
    String layer = "file:///device/layer.json";
    String text =
        """
        {"modulesContent": {
          "$edgeAgent": {"properties.desired.modules.camera": {}},
          "$edgeHub": {
            "properties.desired.routes.c":
              "FROM /messages/modules/Camera/* INTO BrokeredEndpoint('/modules/filter/inputs/i')",
            "properties.desired.routes.s":
              "FROM /messages/modules/sensor/* INTO BrokeredEndpoint('/modules/camera/inputs/i')"}
        }}
        """;
    try (TestClient client = open(Profile.FULL)) {
      client.open(layer, text);

      CallHierarchyItem filter = prepare(client, 2, 32);
      assertThat(filter.getName()).isEqualTo("filter");
      List<String> senders = new ArrayList<>();
      for (var call :
          get(
              documents(client)
                  .callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(filter)))) {
        CallHierarchyItem from = call.getFrom();
        senders.add(from.getName() + " in " + from.getDetail() + " " + lines(call.getFromRanges()));
      }
      assertThat(senders)
          .containsExactly("sensor in deployment.json [4]", "camera in layer.json [3]");

      List<String> receivers = new ArrayList<>();
      for (var call : outgoing(client, 2, 18)) {
        CallHierarchyItem to = call.getTo();
        receivers.add(to.getName() + " in " + to.getDetail() + " " + lines(call.getFromRanges()));
      }
      assertThat(receivers)
          .containsExactly(
              "filter in deployment.json [4]",
              "IoT Hub in deployment.json [6]",
              "camera in layer.json [2]");
    }
  }

  @Test
  void a_route_that_a_layer_replaces_sends_to_nobody() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      client.open(
          "file:///device/layer.json",
          """
          {"modulesContent": {
            "$edgeAgent": {"properties.desired.modules.camera": {}},
            "$edgeHub": {"properties.desired.routes.%s":
              "FROM /messages/modules/sensor/* INTO BrokeredEndpoint('/modules/camera/inputs/i')"}
          }}
          """
              .formatted("😀"));

      List<String> receivers = new ArrayList<>();
      for (var call : outgoing(client, 2, 18)) {
        receivers.add(call.getTo().getName());
      }

      assertThat(receivers).containsExactlyInAnyOrder("IoT Hub", "camera");
    }
  }

  private static List<Integer> lines(List<Range> ranges) {
    return ranges.stream().map(range -> range.getStart().getLine()).toList();
  }

  @Test
  void no_hierarchy_starts_where_no_module_is_named() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      assertThat(
              get(
                  documents(client)
                      .prepareCallHierarchy(
                          new CallHierarchyPrepareParams(DOCUMENT, new Position(0, 0)))))
          .isEmpty();
    }
  }
}
