package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** EDGE610: half of what host networking needs. */
final class HostNetworkIncomplete extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE610", "host-network-incomplete", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    if (container.module().isEmpty() || !(options.root() instanceof ObjectNode root)) {
      return;
    }
    Optional<Member> mode = container.hostMember("NetworkMode");
    Optional<Member> endpoint = options.member("NetworkingConfig", "EndpointsConfig", "host");
    boolean host = options.usesHostNetwork();
    if (!host && isHostInOtherLetters(mode)) {
      otherLetters(container, mode.orElseThrow(), root, context);
    } else if (host && endpoint.isEmpty()) {
      report(
          container,
          mode.orElseThrow(),
          "NetworkingConfig",
          () -> addEndpoint(container, root),
          context);
    } else if (endpoint.isPresent() && mode.isEmpty()) {
      report(container, endpoint.get(), "NetworkMode", () -> addMode(container, root), context);
    }
  }

  private static boolean isHostInOtherLetters(Optional<Member> mode) {
    return mode.flatMap(m -> m.value().asText()).filter("host"::equalsIgnoreCase).isPresent();
  }

  // Source: moby/moby:api/types/container/hostconfig_unix.go and daemon/container_operations.go.
  private static void otherLetters(
      Container container, Member mode, ObjectNode root, RuleContext context) {
    boolean endpoint =
        container.options().member("NetworkingConfig", "EndpointsConfig", "host").isPresent();
    context.report(
        Finding.of(
                INFO,
                container.document(),
                container.file(mode.value().range()),
                Message.of(
                    "Write `host`: for the engine `{mode}` is the name of some other network, and"
                        + " {module} {result}.",
                    "mode",
                    mode.value().asText().orElse(""),
                    "module",
                    container.owner(),
                    "result",
                    endpoint ? "cannot join the host's" : "stays in the network of IoT Edge"))
            .withFix(
                container.fix(
                    "Use the network of the host",
                    Applicability.UNSAFE,
                    () -> {
                      List<TextEdit> edits =
                          new ArrayList<>(
                              container.editor().set(mode.value(), NewValue.text("host")));
                      if (!endpoint) {
                        edits.addAll(addEndpoint(container, root));
                      }
                      return edits;
                    })));
  }

  private static List<TextEdit> addEndpoint(Container container, ObjectNode root) {
    JsonEditor editor = container.editor();
    NewValue empty = NewValue.literal("{}");
    CreateOptions options = container.options();
    if (options.at("NetworkingConfig", "EndpointsConfig") instanceof ObjectNode endpoints) {
      return editor.insert(endpoints, "host", empty);
    }
    NewValue endpoints = NewValue.object("host", empty);
    return options.at("NetworkingConfig") instanceof ObjectNode networking
        ? editor.insert(networking, "EndpointsConfig", endpoints)
        : editor.insert(root, "NetworkingConfig", NewValue.object("EndpointsConfig", endpoints));
  }

  private static List<TextEdit> addMode(Container container, ObjectNode root) {
    NewValue mode = NewValue.text("host");
    return container.options().at("HostConfig") instanceof ObjectNode host
        ? container.editor().insert(host, "NetworkMode", mode)
        : container.editor().insert(root, "HostConfig", NewValue.object("NetworkMode", mode));
  }

  private static void report(
      Container container,
      Member present,
      String missing,
      Supplier<List<TextEdit>> edits,
      RuleContext context) {
    Finding finding =
        Finding.of(
                INFO,
                container.document(),
                container.file(present.range()),
                Message.of(
                    "Host networking needs both `NetworkMode: \"host\"` and `EndpointsConfig:"
                        + " {\"host\": {}}`; with only one of them the engine refuses the"
                        + " container."))
            .withFix(container.fix("Add the missing part", Applicability.SAFE, edits));
    context.report(container.aboutUnread(finding, missing));
  }
}
