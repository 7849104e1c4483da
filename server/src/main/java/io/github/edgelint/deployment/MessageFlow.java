package io.github.edgelint.deployment;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends messages to whom in a deployment. A route from every module stays one edge, from a node
 * that stands for all of them. What people read of a node or an edge is fit to be printed.
 *
 * @param nodes system modules, modules in order of the file, then what only routes mention
 * @param edges one for each route, in order of the file
 */
public record MessageFlow(List<Node> nodes, List<Edge> edges) {

  /** What a node stands for. */
  public enum Kind {
    MODULE,
    /** edgeAgent or edgeHub. */
    SYSTEM,
    /** IoT Hub, or the parent device. */
    UPSTREAM,
    /** Downstream devices, alone or together with all modules. */
    DEVICES,
    /** Changes of reported properties. */
    TWIN;

    /** The name that clients know it by. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The worst that is wrong with a module or route.
   *
   * @param text the message of the finding, without secrets
   */
  public record Problem(Severity severity, String text) {}

  /**
   * Somebody who sends or gets messages.
   *
   * @param id unique in the flow
   * @param label what a person calls it
   * @param proxy the address of its HTTPS proxy, without user and password
   * @param place its name in the file; empty for what is no module of the file
   */
  public record Node(
      String id,
      String label,
      Kind kind,
      Optional<Problem> problem,
      Optional<String> proxy,
      Optional<TextRange> place) {

    public Node {
      label = Printable.of(label);
      proxy = proxy.map(Printable::of);
    }
  }

  /**
   * A route.
   *
   * @param from id of the node that sends
   * @param to id of the node that gets the messages
   * @param condition what must hold for a message to pass, as written
   * @param place the name of the route in the file
   */
  public record Edge(
      String from,
      String to,
      String name,
      Optional<String> condition,
      Optional<Problem> problem,
      TextRange place) {

    public Edge {
      name = Printable.of(name);
      condition = condition.map(Printable::of);
    }
  }

  public MessageFlow {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The flow of a manifest, template or layer; nothing for other documents. */
  public static MessageFlow of(Document document, Analysis analysis) {
    return of(document, analysis.of(document.path()));
  }

  /** The same without what findings say is wrong. */
  public static MessageFlow of(Document document) {
    return of(document, List.of());
  }

  private static MessageFlow of(Document document, List<Finding> findings) {
    return document
        .manifest()
        .map(manifest -> new Builder(manifest, findings).flow())
        .orElse(new MessageFlow(List.of(), List.of()));
  }

  /** The node of that id. */
  public Optional<Node> node(String id) {
    return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
  }

  /** The module of that name, in any letter case. */
  public Optional<Node> module(String name) {
    String id = Builder.id(name);
    return nodes.stream().filter(node -> node.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The routes that end at a node. */
  public List<Edge> into(String id) {
    return edges.stream().filter(edge -> edge.to().equals(id)).toList();
  }

  /** The routes that messages of a node take; of a module also those that all modules take. */
  public List<Edge> outOf(String id) {
    boolean module = id.startsWith(Builder.MODULE);
    return edges.stream()
        .filter(
            edge ->
                edge.from().equals(id) || (module && Builder.OF_ALL_MODULES.contains(edge.from())))
        .toList();
  }

  /** Collects the nodes in order of their first mention. */
  private static final class Builder {

    private static final String MODULE = "module:";
    private static final Node UPSTREAM = stand("upstream", "IoT Hub", Kind.UPSTREAM);
    private static final Node DEVICES = stand("devices", "downstream devices", Kind.DEVICES);
    private static final Node SENDERS = stand("senders", "all modules and devices", Kind.DEVICES);
    private static final Node EVERYTHING =
        stand("everything", "all messages and twin changes", Kind.DEVICES);
    private static final Node MODULES = stand("modules", "all modules", Kind.MODULE);
    private static final Set<String> OF_ALL_MODULES =
        Set.of(SENDERS.id(), EVERYTHING.id(), MODULES.id());
    private static final Node TWIN = stand("twin", "twin changes", Kind.TWIN);

    private final DeploymentManifest manifest;
    private final List<Finding> findings;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Builder(DeploymentManifest manifest, List<Finding> findings) {
      this.manifest = manifest;
      this.findings = findings;
    }

    private static Node stand(String id, String label, Kind kind) {
      return new Node(id, label, kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    MessageFlow flow() {
      for (Module module : manifest.modules()) {
        add(
            new Node(
                id(module.name()),
                module.name(),
                module.isSystem() ? Kind.SYSTEM : Kind.MODULE,
                problem(module.member().range()),
                module.effectiveEnv().httpsProxy().map(proxy -> proxy.url().masked()),
                Optional.of(module.nameRange())));
      }
      List<Edge> edges = new ArrayList<>();
      for (RouteEntry entry : manifest.routes()) {
        edges.add(edge(entry));
      }
      return new MessageFlow(List.copyOf(nodes.values()), edges);
    }

    private Edge edge(RouteEntry entry) {
      Optional<Route> route = entry.route();
      return new Edge(
          sender(route.flatMap(Route::source)),
          receiver(route.flatMap(Route::sink)),
          entry.name(),
          route.flatMap(
              read ->
                  read.condition()
                      .map(condition -> condition.range().of(read.text()))
                      .filter(condition -> !condition.isBlank())),
          problem(entry.member().range()),
          entry.nameRange());
    }

    private String sender(Optional<RouteSource> source) {
      if (source.isEmpty()) {
        return nowhere();
      }
      RouteSource from = source.get();
      Optional<RouteName> module = from.module();
      if (module.isPresent()) {
        return mentioned(module.get());
      }
      boolean twin = from.takes("/twinChangeNotifications");
      boolean modules = from.takesAllOf("*");
      boolean devices = from.takes("/messages");
      if (modules) {
        return add(twin ? EVERYTHING : devices ? SENDERS : MODULES);
      }
      return twin ? add(TWIN) : devices ? add(DEVICES) : nothing(from.path());
    }

    private String receiver(Optional<RouteSink> sink) {
      if (sink.isEmpty()) {
        return nowhere();
      }
      if (sink.get() instanceof RouteSink.Endpoint endpoint) {
        return endpoint.module().isPresent()
            ? mentioned(endpoint.module().get())
            : nothing(endpoint.address().text());
      }
      RouteSink.System system = (RouteSink.System) sink.get();
      return system.isUpstream() ? add(UPSTREAM) : nothing(system.name().text());
    }

    /** The module that a route speaks of, in any letter case, whether the file has it or not. */
    private String mentioned(RouteName written) {
      String name = written.text();
      boolean own =
          name.equalsIgnoreCase(DeploymentManifest.AGENT_ID)
              || name.equalsIgnoreCase(DeploymentManifest.HUB_ID);
      String exact = id(own ? name.substring(1) : name);
      if (nodes.containsKey(exact)) {
        return exact;
      }
      for (String id : nodes.keySet()) {
        if (id.equalsIgnoreCase(exact)) {
          return id;
        }
      }
      // The base of a layer is elsewhere.
      boolean strange = manifest.isFullManifest() && !written.unknown();
      return add(
          new Node(
              exact,
              name,
              Kind.MODULE,
              strange
                  ? Optional.of(new Problem(Severity.WARNING, "no module of this manifest"))
                  : Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }

    private String nowhere() {
      return add(broken("nowhere", "?", "edgeHub cannot read this end of a route"));
    }

    private String nothing(String written) {
      return add(broken("nothing:" + written, written, "edgeHub knows no such place"));
    }

    private static Node broken(String id, String label, String text) {
      return new Node(
          id,
          label,
          Kind.MODULE,
          Optional.of(new Problem(Severity.ERROR, text)),
          Optional.empty(),
          Optional.empty());
    }

    private String add(Node node) {
      nodes.put(node.id(), node);
      return node.id();
    }

    private static String id(String module) {
      return MODULE + module;
    }

    private Optional<Problem> problem(TextRange whole) {
      Finding worst = null;
      for (Finding finding : findings) {
        boolean counts = finding.severity().isAtLeast(Severity.WARNING);
        if (counts
            && whole.contains(finding.range())
            && (worst == null || !worst.severity().isAtLeast(finding.severity()))) {
          worst = finding;
        }
      }
      return worst == null
          ? Optional.empty()
          : Optional.of(new Problem(worst.severity(), worst.message().text()));
    }
  }
}
