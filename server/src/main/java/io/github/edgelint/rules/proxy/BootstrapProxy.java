package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Optional;

/**
 * The proxy that {@code config.toml} should give the first edgeAgent, and does not.
 *
 * @param document the file
 * @param evidence what shows, outside of the file, that there must be one
 * @param severity milder while only a deployment says so, which may be meant for another site
 */
record BootstrapProxy(Device device, Document document, ProxyEvidence evidence, Severity severity) {

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

  /** The evidence in messages, which speak of edgeAgent before any deployment. */
  String evidenceName() {
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
}
