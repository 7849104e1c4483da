package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.Lazy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code config.toml}, from which {@code iotedge config apply} makes the files of the daemons.
 * Its keys are read in their own letter case only. Source:
 * Azure/iotedge:edgelet/iotedge/src/config/super_config.rs.
 */
public final class DeviceConfig {

  private static final List<String[]> ISSUED_CERTIFICATES =
      List.of(
          new String[] {"provisioning", "authentication", "identity_cert"},
          new String[] {"provisioning", "attestation", "identity_cert"},
          new String[] {"cert_issuance", "local_ca", "cert"},
          new String[] {"edge_ca"});

  private final ConfigTree tree;
  private final Lazy<CreateOptions> agentCreateOptions = new Lazy<>(this::readAgentCreateOptions);
  private final Lazy<Environment> agentEnvironment = new Lazy<>(this::readAgentEnvironment);

  private DeviceConfig(ConfigTree tree) {
    this.tree = tree;
  }

  public static DeviceConfig of(ConfigTree tree) {
    return new DeviceConfig(tree);
  }

  public ConfigTree tree() {
    return tree;
  }

  /** The headers and keys that stand in comments. */
  public CommentedToml comments() {
    return CommentedToml.of(tree);
  }

  /** The value at the end of a path, else a missing node. */
  public ConfigNode get(String... path) {
    return tree.root().at(path);
  }

  /** The member at the end of a path. */
  public Optional<Member> member(String... path) {
    ConfigNode node = tree.root();
    for (int i = 0; i + 1 < path.length; i++) {
      node = node.get(path[i]);
    }
    return path.length > 0 && node instanceof ObjectNode table
        ? table.member(path[path.length - 1])
        : Optional.empty();
  }

  /** The string at the end of a path. */
  public Optional<ScalarNode> string(String... path) {
    ConfigNode node = get(path);
    return node.asText().isPresent() ? node.asScalar() : Optional.empty();
  }

  public Optional<ScalarNode> hostname() {
    return string("hostname");
  }

  /**
   * The device above this one, under either name of the key; empty text where it is named so, and
   * nothing where no key is there.
   */
  public Optional<ScalarNode> parentHostname() {
    return string("parent_hostname").or(() -> string("local_gateway_hostname"));
  }

  public ConfigNode trustBundle() {
    return get("trust_bundle_cert");
  }

  public ConfigNode provisioning() {
    return get("provisioning");
  }

  /** How the device gets its identity: {@code manual}, {@code dps} or {@code none}. */
  public Optional<ScalarNode> provisioningSource() {
    return string("provisioning", "source");
  }

  /** The table that says how the device proves who it is, under either of its names. */
  public ConfigNode authentication() {
    ConfigNode manual = get("provisioning", "authentication");
    return manual.isPresent() ? manual : get("provisioning", "attestation");
  }

  public ConfigNode edgeCa() {
    return get("edge_ca");
  }

  /** Certificate ids with the URL of the server that issues them. */
  public List<Member> estUrls() {
    return get("cert_issuance", "est", "urls").members();
  }

  /**
   * The URLs of EST servers: those by certificate id, and those beside {@code method = "est"} of a
   * certificate. Source:
   * Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
   */
  public List<ScalarNode> estServers() {
    List<ScalarNode> urls = new ArrayList<>();
    for (String[] path : ISSUED_CERTIFICATES) {
      ConfigNode certificate = get(path);
      if (certificate.get("method").asText().filter("est"::equals).isPresent()) {
        addText(certificate.get("url"), urls);
      }
    }
    estUrls().forEach(url -> addText(url.value(), urls));
    return urls;
  }

  private static void addText(ConfigNode node, List<ScalarNode> into) {
    if (node.asText().isPresent()) {
      node.asScalar().ifPresent(into::add);
    }
  }

  public ConfigNode mobyRuntime() {
    return get("moby_runtime");
  }

  public ConfigNode agent() {
    return get("agent");
  }

  /** The string of {@code agent.config.image}. */
  public Optional<ScalarNode> agentImage() {
    return string("agent", "config", "image");
  }

  public Optional<ImageReference> agentImageReference() {
    return agentImage().map(image -> ImageReference.parse(image.text()));
  }

  public CreateOptions agentCreateOptions() {
    return agentCreateOptions.get();
  }

  private CreateOptions readAgentCreateOptions() {
    return CreateOptions.ofTable(tree, member("agent", "config", "createOptions"));
  }

  /** The variables of {@code [agent.env]}, in order. */
  public List<EnvVariable> agentEnv() {
    List<EnvVariable> variables = new ArrayList<>();
    for (Member member : get("agent", "env").members()) {
      Optional<ValueText> text = member.value().asScalar().map(value -> ValueText.of(tree, value));
      variables.add(
          new EnvVariable(
              Origin.AGENT_ENV,
              member.range(),
              member.name(),
              member.key().range(),
              text,
              member.value(),
              Placeholders.Place.VALUE));
    }
    return List.copyOf(variables);
  }

  /**
   * What the first edgeAgent gets: {@code [agent.env]}, overlaid by {@code Env} of its create
   * options.
   */
  public Environment agentEnvironment() {
    return agentEnvironment.get();
  }

  private Environment readAgentEnvironment() {
    List<EnvVariable> settings = new ArrayList<>(agentEnv());
    settings.addAll(agentCreateOptions().env());
    return Environment.of(ProxyPlace.AGENT_ENV, ProxyPlace.AGENT_ENV.label(), settings);
  }

  /** The proxy addresses in {@link #agentEnvironment}. */
  public List<ProxySetting> proxies() {
    return agentEnvironment().proxies();
  }

  /**
   * The train that the file hints at: that of the image of edgeAgent, else that of the same line of
   * the stock file while it is a comment. Tags stay when daemons are upgraded, so this is no proof.
   */
  public Optional<RuntimeTrain> hintedTrain() {
    Optional<RuntimeTrain> active = agentImageReference().flatMap(ImageReference::train);
    return active.isPresent() ? active : commentedTrain();
  }

  private Optional<RuntimeTrain> commentedTrain() {
    for (Comment comment : tree.comments()) {
      Optional<RuntimeTrain> train = StockImageLine.train(comment.range().of(tree.text()));
      if (train.isPresent()) {
        return train;
      }
    }
    return Optional.empty();
  }
}
