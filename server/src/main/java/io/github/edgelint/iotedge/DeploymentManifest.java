package io.github.edgelint.iotedge;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.Lazy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A deployment manifest, a template for one, or a layer. Where edgeAgent or edgeHub ignore letter
 * case, so does this view. Threads that look at files of equal text share one: what it reads, it
 * reads once, since things of two readings must never meet.
 *
 * <p>Sources: Microsoft Learn, "Learn how to deploy modules and establish routes in IoT Edge";
 * Azure/azure-iot-cli-extension:azext_iot/operations/hub.py (envelopes).
 */
public final class DeploymentManifest {

  public static final String AGENT_ID = "$edgeAgent";
  public static final String HUB_ID = "$edgeHub";

  /** What stands around the sections. */
  public enum Envelope {
    /** {@code {"modulesContent": …}}, in any letter case. */
    MODULES_CONTENT,
    /** {@code {"content": {"modulesContent": …}}}. */
    CONTENT,
    /** A configuration of IoT Hub with {@code id}, {@code content}, {@code targetCondition} … */
    CONFIGURATION,
    /** The old spelling {@code moduleContent}. */
    MODULE_CONTENT,
    /** Nothing: {@code $edgeAgent} stands at the root. */
    BARE
  }

  private static final List<String> CONFIGURATION_KEYS =
      List.of("id", "targetCondition", "priority", "metrics", "labels", "etag");

  private record Found(Envelope envelope, Optional<Member> member, ObjectNode content) {}

  private final ConfigTree tree;
  private final Found found;
  private final boolean template;
  private final Map<String, TwinSection> byId = new LinkedHashMap<>();
  private final List<TwinSection> sections;
  private final Lazy<List<Module>> modules = new Lazy<>(this::readModules);
  private List<Module> userModules;
  private final Lazy<List<RouteEntry>> routes = new Lazy<>(this::readRoutes);

  private DeploymentManifest(ConfigTree tree, Found found, boolean template) {
    this.tree = tree;
    this.found = found;
    this.template = template;
    for (Member member : found.content().members()) {
      boolean ofAgent = member.name().equals(AGENT_ID) || member.name().equals(HUB_ID);
      byId.put(member.name(), new TwinSection(member, ofAgent ? KeyCase.IGNORED : KeyCase.MATTERS));
    }
    this.sections = List.copyOf(byId.values());
  }

  /** The manifest in a JSON file; empty where the file is none. */
  public static Optional<DeploymentManifest> of(ConfigTree tree) {
    return of(tree, false);
  }

  /**
   * The manifest in a JSON file; empty where the file is none.
   *
   * @param template whether a tool replaces placeholders before the file is deployed
   */
  public static Optional<DeploymentManifest> of(ConfigTree tree, boolean template) {
    return find(tree.root()).map(found -> new DeploymentManifest(tree, found, template));
  }

  private static Optional<Found> find(ConfigNode root) {
    if (!(root instanceof ObjectNode object)) {
      return Optional.empty();
    }
    Optional<Found> direct = content(object, Envelope.MODULES_CONTENT);
    if (direct.isPresent()) {
      return direct;
    }
    if (KeyCase.IGNORED.at(object, "content") instanceof ObjectNode wrapped) {
      Optional<Found> inside =
          content(wrapped, isConfiguration(object) ? Envelope.CONFIGURATION : Envelope.CONTENT);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return object.member(AGENT_ID).isPresent()
        ? Optional.of(new Found(Envelope.BARE, Optional.empty(), object))
        : Optional.empty();
  }

  private static Optional<Found> content(ObjectNode holder, Envelope envelope) {
    Optional<Member> member = holder.memberIgnoreCase("modulesContent");
    if (member.isPresent()) {
      return member.get().value() instanceof ObjectNode content
          ? Optional.of(new Found(envelope, member, content))
          : Optional.empty();
    }
    // Without a system module this is the twin configuration of modules without IoT Edge.
    Optional<Member> old = holder.memberIgnoreCase("moduleContent");
    if (old.isPresent()
        && old.get().value() instanceof ObjectNode content
        && (content.member(AGENT_ID).isPresent() || content.member(HUB_ID).isPresent())) {
      boolean wrapped = envelope != Envelope.MODULES_CONTENT;
      return Optional.of(new Found(wrapped ? envelope : Envelope.MODULE_CONTENT, old, content));
    }
    return Optional.empty();
  }

  private static boolean isConfiguration(ObjectNode root) {
    for (String key : CONFIGURATION_KEYS) {
      if (root.member(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  public ConfigTree tree() {
    return tree;
  }

  public Envelope envelope() {
    return found.envelope();
  }

  /** The member that holds the sections; empty for {@link Envelope#BARE}. */
  public Optional<Member> modulesContent() {
    return found.member();
  }

  /** The object that holds the sections; for {@link Envelope#BARE} the root. */
  public ObjectNode modulesContentNode() {
    return found.content();
  }

  /**
   * All sections in order; of several with one id the last. For {@link Envelope#BARE} other root
   * keys are among them.
   */
  public List<TwinSection> sections() {
    return sections;
  }

  /** The section of a module id, exactly as written. */
  public Optional<TwinSection> section(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<TwinSection> edgeAgent() {
    return section(AGENT_ID);
  }

  public Optional<TwinSection> edgeHub() {
    return section(HUB_ID);
  }

  /** A desired property of {@code $edgeAgent}, else a missing node; letter case does not matter. */
  public ConfigNode agent(String... path) {
    return get(AGENT_ID, path);
  }

  /** A desired property of {@code $edgeHub}, else a missing node; letter case does not matter. */
  public ConfigNode hub(String... path) {
    return get(HUB_ID, path);
  }

  private ConfigNode get(String id, String... path) {
    return section(id).map(section -> section.get(path)).orElse(MissingNode.NOWHERE);
  }

  /**
   * {@code schemaVersion} of {@code $edgeHub}, the one key that edgeHub reads in this letter case
   * only.
   */
  public ConfigNode hubSchemaVersion() {
    return edgeHub()
        .flatMap(TwinSection::desired)
        .<ConfigNode>map(desired -> desired.get("schemaVersion"))
        .orElse(MissingNode.NOWHERE);
  }

  /** Whether it adds to other deployments: dotted keys, and no complete {@code $edgeAgent}. */
  public boolean isLayered() {
    if (hasSystemModules()) {
      return false;
    }
    for (TwinSection section : sections) {
      if (!section.dottedKeys().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is all that a device runs: not layered, and with {@code systemModules}. */
  public boolean isFullManifest() {
    return hasSystemModules();
  }

  private boolean hasSystemModules() {
    return edgeAgent()
        .flatMap(TwinSection::desired)
        .flatMap(desired -> desired.memberIgnoreCase("systemModules"))
        .isPresent();
  }

  /** edgeAgent, edgeHub and the user modules; other entries of {@code systemModules} are none. */
  public List<Module> modules() {
    return modules.get();
  }

  private List<Module> readModules() {
    List<Module> all = new ArrayList<>();
    if (edgeAgent().isPresent()) {
      TwinSection agent = edgeAgent().get();
      for (TwinSection.Entry entry : agent.entries("systemModules")) {
        Module module = new Module(tree, entry, true, template);
        if (module.isAgent() || module.isHub()) {
          all.add(module);
        }
      }
      for (TwinSection.Entry entry : agent.entries("modules")) {
        all.add(new Module(tree, entry, false, template));
      }
    }
    return List.copyOf(all);
  }

  /** The modules outside {@code systemModules}. */
  public List<Module> userModules() {
    List<Module> known = userModules;
    if (known == null) {
      known = modules().stream().filter(module -> !module.isSystem()).toList();
      userModules = known;
    }
    return known;
  }

  /** edgeAgent in {@code systemModules}. */
  public Optional<Module> agentModule() {
    return lastModule(Module::isAgent);
  }

  /** edgeHub in {@code systemModules}. */
  public Optional<Module> hubModule() {
    return lastModule(Module::isHub);
  }

  private Optional<Module> lastModule(Predicate<Module> wanted) {
    Module found = null;
    for (Module module : modules()) {
      found = wanted.test(module) ? module : found;
    }
    return Optional.ofNullable(found);
  }

  /** The module of that name. */
  public Optional<Module> module(String name) {
    return modules().stream().filter(module -> module.name().equals(name)).findFirst();
  }

  /** The proxy addresses in the effective environments of all modules. */
  public List<ProxySetting> proxies() {
    return modules().stream().flatMap(module -> module.effectiveEnv().proxies().stream()).toList();
  }

  /** The routes of {@code $edgeHub}, in order. */
  public List<RouteEntry> routes() {
    return routes.get();
  }

  private List<RouteEntry> readRoutes() {
    return edgeHub().map(hub -> hub.entries("routes")).orElse(List.of()).stream()
        .map(entry -> new RouteEntry(tree, entry, template))
        .toList();
  }

  /** The entries of {@code registryCredentials}, in order; edgeAgent takes the first that fits. */
  public List<RegistryCredential> registryCredentials() {
    return edgeAgent()
        .map(agent -> agent.entries("runtime", "settings", "registryCredentials"))
        .orElse(List.of())
        .stream()
        .map(RegistryCredential::of)
        .toList();
  }
}
