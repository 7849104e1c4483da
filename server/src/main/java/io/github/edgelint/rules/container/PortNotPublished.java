package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

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
import java.util.Optional;

/** EDGE608: a port that is documented and not published. */
final class PortNotPublished extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE608", "port-exposed-not-published", Severity.HINT, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    Optional<Member> exposed = options.member("ExposedPorts");
    if (container.module().isEmpty()
        || exposed.isEmpty()
        || exposed.get().value().members().isEmpty()
        || container.hostMember("PortBindings").isPresent()
        || container.hostMember("PublishAllPorts").isPresent()
        || options.usesHostNetwork()) {
      return;
    }
    String port = exposed.get().value().members().get(0).name();
    String number = port.contains("/") ? port.substring(0, port.indexOf('/')) : port;
    Finding finding =
        Finding.of(
            INFO,
            container.document(),
            container.file(exposed.get().key().range()),
            Message.of(
                "`ExposedPorts` alone documents a port; from outside the device it is not reachable"
                    + " without `PortBindings`."));
    if (options.root() instanceof ObjectNode root) {
      NewValue bindings =
          NewValue.object(port, NewValue.array(NewValue.object("HostPort", NewValue.text(number))));
      finding =
          finding.withFix(
              container.fix(
                  "Add `PortBindings`",
                  Applicability.PLACEHOLDER,
                  () ->
                      options.at("HostConfig") instanceof ObjectNode host
                          ? container.editor().insert(host, "PortBindings", bindings)
                          : container
                              .editor()
                              .insert(
                                  root, "HostConfig", NewValue.object("PortBindings", bindings))));
    }
    context.report(container.aboutUnread(finding, "PortBindings", "PublishAllPorts"));
  }
}
