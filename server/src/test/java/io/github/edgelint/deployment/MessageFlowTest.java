package io.github.edgelint.deployment;

import static io.github.edgelint.deployment.Manifests.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.deployment.MessageFlow.Edge;
import io.github.edgelint.deployment.MessageFlow.Kind;
import io.github.edgelint.deployment.MessageFlow.Node;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageFlowTest {

  @Test
  void a_route_leads_from_the_module_that_sends_to_the_one_that_gets() {
    MessageFlow flow =
        manifest()
            .module("sensor")
            .module("filter")
            .route(
                "hot",
                "FROM /messages/modules/sensor/outputs/out WHERE $body.temperature > 30"
                    + " INTO BrokeredEndpoint(\"/modules/filter/inputs/in\")")
            .flow();
    assertThat(flow.edges())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.from()).isEqualTo("module:sensor");
              assertThat(edge.to()).isEqualTo("module:filter");
              assertThat(edge.name()).isEqualTo("hot");
              assertThat(edge.condition()).contains("$body.temperature > 30");
              assertThat(edge.problem()).isEmpty();
            });
  }

  @Test
  void a_condition_that_is_missing_is_none() {
    MessageFlow flow = manifest().route("r", "FROM /messages/* WHERE INTO $upstream").flow();
    assertThat(flow.edges())
        .singleElement()
        .extracting(Edge::condition)
        .isEqualTo(Optional.empty());
  }

  @Test
  void all_messages_are_one_edge_however_many_modules_there_are() {
    MessageFlow flow =
        manifest().module("a").module("b").route("all", "FROM /messages/* INTO $upstream").flow();
    assertThat(flow.edges()).singleElement().extracting(Edge::to).isEqualTo("upstream");
    assertThat(node(flow, "senders").label()).isEqualTo("all modules and devices");
    assertThat(node(flow, "upstream").kind()).isEqualTo(Kind.UPSTREAM);
  }

  @Test
  void twin_changes_and_modules_have_senders_of_their_own() {
    MessageFlow flow =
        manifest()
            .route("twins", "FROM /twinChangeNotifications/* INTO $upstream")
            .route("modules", "FROM /messages/modules/* INTO $upstream")
            .flow();
    assertThat(flow.edges()).extracting(Edge::from).containsExactly("twin", "modules");
  }

  @Test
  void a_module_that_is_not_deployed_is_a_problem() {
    MessageFlow flow =
        manifest().route("lost", "FROM /messages/modules/ghost/* INTO $upstream").flow();
    assertThat(node(flow, "module:ghost").problem()).isPresent();
    assertThat(node(flow, "module:ghost").place()).isEmpty();
  }

  @Test
  void letter_case_of_a_module_in_a_route_makes_no_second_module() {
    MessageFlow flow =
        manifest()
            .module("Sensor")
            .route("r", "FROM /messages/modules/sensor/* INTO $upstream")
            .flow();
    assertThat(flow.edges()).extracting(Edge::from).containsExactly("module:Sensor");
  }

  @Test
  void a_route_that_cannot_be_read_stays_visible_with_what_is_wrong() {
    MessageFlow flow = manifest().route("broken", "FROM nothing at all").flow();
    assertThat(flow.edges())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.to()).isEqualTo("nowhere");
              assertThat(edge.problem()).isPresent();
            });
  }

  @Test
  void a_proxy_is_shown_without_its_password() {
    MessageFlow flow = manifest().agentEnv(Manifests.PROXY).flow();
    Optional<String> proxy = node(flow, "module:edgeAgent").proxy();
    assertThat(proxy).isPresent();
    assertThat(proxy.get()).contains("proxy:3128").doesNotContain("secret");
    assertThat(node(flow, "module:edgeHub").proxy()).isEmpty();
  }

  private static Node node(MessageFlow flow, String id) {
    return flow.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }
}
