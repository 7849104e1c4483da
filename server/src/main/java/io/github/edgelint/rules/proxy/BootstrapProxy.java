package io.github.edgelint.rules.proxy;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.edit.TomlEditor.Wanted;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy that {@code config.toml} should give the first edgeAgent, and does not.
 *
 * @param document the file
 * @param evidence what shows, outside of the file, that there must be one
 * @param severity milder while only a deployment says so, which may be meant for another site
 */
record BootstrapProxy(Device device, Document document, ProxyEvidence evidence, Severity severity) {

  private static final String AGENT_IMAGE = "mcr.microsoft.com/azureiotedge-agent:";

  /** Empty where the file sets one, was meant to, or need not. */
  static Optional<BootstrapProxy> missing(Device device) {
    Optional<DeviceConfig> config = device.deviceConfig();
    if (config.isEmpty()) {
      return Optional.empty();
    }
    Document document = device.config().orElseThrow();
    List<ProxyEvidence> elsewhere =
        new DeviceProxy(device)
            .evidence().stream().filter(found -> found.document() != document).toList();
    boolean incomplete =
        config.get().agent() instanceof ObjectNode && !AgentTable.missing(config.get()).isEmpty();
    if (elsewhere.isEmpty() || incomplete || ProxyScope.of(document, config.get()).hasSomeProxy()) {
      return Optional.empty();
    }
    boolean onlyManifest =
        elsewhere.stream()
            .allMatch(found -> device.manifest().filter(found.document()::equals).isPresent());
    return Optional.of(
        new BootstrapProxy(
            device, document, elsewhere.get(0), onlyManifest ? Severity.WARNING : Severity.ERROR));
  }

  /**
   * A finding about it with its fix.
   *
   * @param template the message, with {@code {evidence}} for what shows that there must be one
   */
  Finding finding(RuleInfo rule, TextRange range, String template) {
    Finding finding =
        Finding.of(rule, document, range, Message.of(template, "evidence", evidenceName()))
            .withSeverity(severity);
    return DeviceProxy.related(finding, evidence).withFix(fix());
  }

  /**
   * Since the message speaks of edgeAgent before any deployment, that of the deployment is named.
   */
  private String evidenceName() {
    String name = DeviceProxy.name(evidence);
    boolean inManifest = device.manifest().filter(evidence.document()::equals).isPresent();
    return inManifest ? name + " of the deployment" : name;
  }

  /** The line {@code # [agent]} of the stock file, where no part of the table is active. */
  Optional<Comment> commentedHeader() {
    if (document.deviceConfig().orElseThrow().agent().isPresent()) {
      return Optional.empty();
    }
    return document.tree().comments().stream()
        .filter(comment -> comment.ownLine() && isHeader(comment.text()))
        .findFirst();
  }

  private static boolean isHeader(String comment) {
    String bare = comment.strip();
    return bare.startsWith("[")
        && bare.endsWith("]")
        && bare.substring(1, bare.length() - 1).strip().equals("agent");
  }

  /** The header that the variable belongs below, else the last line that holds text. */
  TextRange place() {
    return ConfigHeaders.find(document.tree(), "agent.env")
        .orElseGet(
            () ->
                document.deviceConfig().orElseThrow().agent() instanceof ObjectNode agent
                    ? AgentTable.firstPart(document.tree(), agent).range()
                    : lastLine());
  }

  private TextRange lastLine() {
    LineIndex lines = document.source().lines();
    int line = lines.lineOf(document.source().length());
    while (line > 0 && lines.line(line).of(document.source().text()).isBlank()) {
      line--;
    }
    return lines.line(line);
  }

  /**
   * A fix that gives the first edgeAgent the proxy of the device, and a protocol that uses it. What
   * stands in comments becomes active; where all of {@code [agent]} is missing, it is written,
   * since a part of it alone is refused.
   */
  private Fix fix() {
    String title =
        commentedHeader().isPresent()
            ? "Uncomment `[agent]` and add `https_proxy`"
            : "Add `https_proxy` to `[agent.env]`";
    ProxyCopy copy = ProxyCopy.ofReference(device);
    boolean whole = document.deviceConfig().orElseThrow().agent().isPresent();
    return !whole && copy.source().isPresent() && image().isEmpty()
        ? Fix.across(title, Applicability.PLACEHOLDER, () -> edits(copy.address(), whole))
        : copy.fix(title, address -> edits(address, whole));
  }

  private List<DocumentEdit> edits(String address, boolean hasAgent) {
    List<Wanted> wanted = new ArrayList<>();
    if (!hasAgent) {
      Map<String, NewValue> agent = new LinkedHashMap<>();
      agent.put("name", NewValue.text("edgeAgent"));
      agent.put("type", NewValue.text("docker"));
      wanted.add(new Wanted(List.of("agent"), agent));
      String image = image().orElse(AGENT_IMAGE + StandIns.VERSION);
      wanted.add(new Wanted(List.of("agent", "config"), Map.of("image", NewValue.text(image))));
    }
    Map<String, NewValue> env = new LinkedHashMap<>();
    env.put(ProxyVariable.HTTPS_PROXY.canonical(), NewValue.text(address));
    RuntimeScopes scopes = RuntimeScopes.of(device);
    if (scopes.config().flatMap(ProxyScope::protocolVariable).isEmpty()) {
      UpstreamProtocol protocol =
          scopes
              .agent()
              .flatMap(ProxyScope::protocol)
              .filter(UpstreamProtocol::isWebSocket)
              .orElse(UpstreamProtocol.AMQP_WS);
      env.put(ProxyScope.UPSTREAM_PROTOCOL, NewValue.text(protocol.canonical()));
    }
    wanted.add(new Wanted(List.of("agent", "env"), env));
    List<TextEdit> edits = new TomlEditor(document.tree()).put(wanted);
    return edits.isEmpty() ? List.of() : List.of(new DocumentEdit(document.path(), edits, false));
  }

  /** The image of the stock line, else that of the deployment, else one of the known version. */
  private Optional<String> image() {
    return CommentedToml.of(document.tree()).entries("agent", "config", "image").stream()
        .flatMap(entry -> entry.text().stream())
        .findFirst()
        .or(this::imageOfDeployment)
        .or(() -> device.targetVersion().train().map(train -> AGENT_IMAGE + train));
  }

  private Optional<String> imageOfDeployment() {
    return device
        .deployment()
        .flatMap(DeploymentManifest::agentModule)
        .flatMap(Module::image)
        .map(ScalarNode::text)
        .filter(image -> Placeholders.isConcrete(image, Placeholders.Place.TEMPLATE));
  }
}
