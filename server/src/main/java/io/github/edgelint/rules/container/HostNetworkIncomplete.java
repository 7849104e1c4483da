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
    if (host && endpoint.isEmpty()) {
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
