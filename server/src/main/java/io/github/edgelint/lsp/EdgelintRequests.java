package io.github.edgelint.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** What the server speaks beside the Language Server Protocol; see {@code docs/protocol.md}. */
@JsonSegment("edgelint")
public interface EdgelintRequests {

  /** Asks what a document is. */
  record DocumentInfoParams(TextDocumentIdentifier textDocument) {}

  /**
   * What a document is.
   *
   * @param kind its {@code DocumentKind} by label
   * @param reason why, or why it is left alone
   * @param device the name of the device it belongs to; null where it belongs to none
   * @param targetVersion {@code 1.5}; null where unknown
   * @param proxyIntent {@code yes} or {@code no}; null where it is none of ours
   */
  record DocumentInfo(
      String kind,
      String reason,
      String device,
      String targetVersion,
      String proxyIntent,
      int findings) {}

  /** Asks for the page of a rule. */
  record ExplainParams(String code) {}

  /** The page of a rule. */
  record Page(String title, String markdown) {}

  /** Asks for the proxy of every device. */
  record ChecklistParams() {}

  /** The proxy of every device. */
  record Checklist(List<ChecklistDevice> devices) {}

  /**
   * The proxy of a device.
   *
   * @param root URI of the folder of its main file
   * @param intent {@code yes} or {@code no}: whether it sits behind a proxy
   * @param reference the address that all are measured by, masked; null where none is known
   * @param check what {@code iotedge check} will say about it
   */
  record ChecklistDevice(
      String name,
      String root,
      String intent,
      String reference,
      List<Row> rows,
      List<String> check) {}

  /** The proxy of a component; what is not known is null, and the value is masked. */
  record Row(
      String component,
      String variable,
      String value,
      String state,
      String effect,
      String code,
      Location location) {}

  /**
   * Asks for one proxy in all files of a device.
   *
   * @param url null takes the proxy away
   * @param device its name; may be null where there is only one
   * @param modules names of modules that need the proxy, too; may be null
   */
  record SetProxyParams(String url, String device, List<String> modules) {}

  /**
   * How all files get the proxy.
   *
   * @param edit null where nothing is to be changed
   * @param refused why not; null where it is possible
   * @param commands what a person must still do on the device
   * @param verify commands that show whether it worked
   */
  record SetProxyAnswer(
      WorkspaceEdit edit, String refused, List<String> commands, List<String> verify) {}

  /**
   * Asks what devices must reach through the firewall.
   *
   * @param format {@code text}, {@code json}, {@code csv} or {@code squid}
   * @param device null for all
   */
  record AllowlistParams(String format, String device) {}

  /** An allow-list, written. */
  record AllowlistText(String text) {}

  /** Asks for the modules and routes of a manifest. */
  record RouteGraphParams(TextDocumentIdentifier textDocument) {}

  /**
   * A module, or what else sends or gets messages.
   *
   * @param kind a kind of {@code MessageFlow} by label
   * @param problem what is wrong with it; null where nothing is
   * @param location its name; null where it is no module of the file
   */
  record GraphNode(String id, String label, String kind, String problem, Location location) {}

  /**
   * A route.
   *
   * @param condition null where every message passes
   * @param problem null where nothing is wrong
   */
  record GraphEdge(
      String from, String to, String name, String condition, String problem, Location location) {}

  /**
   * Modules and routes.
   *
   * @param svg the same as a picture
   */
  record RouteGraph(List<GraphNode> nodes, List<GraphEdge> edges, String svg) {}

  /** A text that no file holds, such as an earlier revision. */
  record NamedText(String text, String name) {}

  /** Asks what a device would change if the document followed another manifest. */
  record CompareParams(TextDocumentIdentifier textDocument, NamedText other) {}

  /** The changes for people. */
  record Comparison(String markdown, boolean dangerous) {}

  @JsonRequest
  CompletableFuture<DocumentInfo> documentInfo(DocumentInfoParams params);

  @JsonRequest
  CompletableFuture<Page> explain(ExplainParams params);

  @JsonRequest
  CompletableFuture<Checklist> proxyChecklist(ChecklistParams params);

  @JsonRequest
  CompletableFuture<SetProxyAnswer> setProxy(SetProxyParams params);

  @JsonRequest
  CompletableFuture<AllowlistText> allowlist(AllowlistParams params);

  @JsonRequest
  CompletableFuture<RouteGraph> routeGraph(RouteGraphParams params);

  @JsonRequest
  CompletableFuture<Comparison> compare(CompareParams params);
}
