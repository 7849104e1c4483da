package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.Lazy;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module of a manifest. edgeAgent reads its keys in any letter case, and so does this view.
 * Source: Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerModule.cs.
 */
public final class Module {

  private final ConfigTree tree;
  private final TwinSection.Entry entry;
  private final boolean system;
  private final boolean template;
  private ConfigNode settings;
  private Optional<ScalarNode> image;
  private Optional<ImageReference> imageReference;
  private final Lazy<CreateOptions> createOptions = new Lazy<>(this::readCreateOptions);
  private final Lazy<List<EnvVariable>> env = new Lazy<>(this::readEnv);
  private final Lazy<Environment> effectiveEnv = new Lazy<>(this::readEffectiveEnv);

  Module(ConfigTree tree, TwinSection.Entry entry, boolean system, boolean template) {
    this.tree = tree;
    this.entry = entry;
    this.system = system;
    this.template = template;
  }

  public String name() {
    return entry.name();
  }

  /** The name in the file; of a dotted key only its last step. */
  public TextRange nameRange() {
    return entry.nameRange();
  }

  /** The member that carries the module. */
  public Member member() {
    return entry.member();
  }

  /** The module object, or whatever stands in its place. */
  public ConfigNode node() {
    return entry.value();
  }

  /** Whether the module stands at the end of a dotted key of a layer. */
  public boolean isLayered() {
    return entry.dotted();
  }

  /** Whether it stands in {@code systemModules}. */
  public boolean isSystem() {
    return system;
  }

  public boolean isAgent() {
    return system && name().equalsIgnoreCase("edgeAgent");
  }

  public boolean isHub() {
    return system && name().equalsIgnoreCase("edgeHub");
  }

  /** The value of a key of the module, else a {@link MissingNode}. */
  public ConfigNode get(String... path) {
    return KeyCase.IGNORED.at(node(), path);
  }

  /** The member of that key. */
  public Optional<Member> member(String key) {
    return KeyCase.IGNORED.member(node(), key);
  }

  public ConfigNode status() {
    return get("status");
  }

  public ConfigNode restartPolicy() {
    return get("restartPolicy");
  }

  public ConfigNode imagePullPolicy() {
    return get("imagePullPolicy");
  }

  public ConfigNode startupOrder() {
    return get("startupOrder");
  }

  public ConfigNode version() {
    return get("version");
  }

  public Optional<ObjectNode> settings() {
    return settingsNode().asObject();
  }

  private ConfigNode settingsNode() {
    ConfigNode known = settings;
    if (known == null) {
      known = get("settings");
      settings = known;
    }
    return known;
  }

  /** The string of {@code settings.image}. */
  public Optional<ScalarNode> image() {
    Optional<ScalarNode> known = image;
    if (known == null) {
      known =
          KeyCase.IGNORED
              .at(settingsNode(), "image")
              .asScalar()
              .filter(scalar -> scalar.type() == ScalarNode.Type.STRING);
      image = known;
    }
    return known;
  }

  /** The image; its ranges are offsets of the decoded string of {@link #image}. */
  public Optional<ImageReference> imageReference() {
    Optional<ImageReference> known = imageReference;
    if (known == null) {
      known = image().map(text -> ImageReference.parse(text.text()));
      imageReference = known;
    }
    return known;
  }

  public CreateOptions createOptions() {
    return createOptions.get();
  }

  private CreateOptions readCreateOptions() {
    return CreateOptions.ofSettings(tree, settingsNode(), template);
  }

  /** The variables of {@code env} in order, also those that are not written as they should be. */
  public List<EnvVariable> env() {
    return env.get();
  }

  private List<EnvVariable> readEnv() {
    List<EnvVariable> variables = new ArrayList<>();
    for (Member member : get("env").members()) {
      ConfigNode value = member.value();
      if (value instanceof ObjectNode object) {
        value =
            object
                .memberIgnoreCase("value")
                .map(Member::value)
                .orElse(new MissingNode(TextRange.at(object.range().end())));
      }
      variables.add(
          new EnvVariable(
              Origin.ENV,
              member.range(),
              member.name(),
              member.key().range(),
              text(value),
              value,
              place()));
    }
    return List.copyOf(variables);
  }

  // An absent or null value is empty text to the agent; an object or list it refuses.
  private Optional<ValueText> text(ConfigNode value) {
    if (value instanceof ScalarNode scalar) {
      boolean empty = scalar.type() == ScalarNode.Type.NULL;
      ValueText whole = ValueText.of(tree, scalar);
      return Optional.of(empty ? whole.from(scalar.text().length()) : whole);
    }
    return value instanceof MissingNode missing
        ? Optional.of(ValueText.nothing(missing.range()))
        : Optional.empty();
  }

  private Placeholders.Place place() {
    return template ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE;
  }

  /** What the container gets: {@code env}, overlaid by {@code Env} of the create options. */
  public Environment effectiveEnv() {
    return effectiveEnv.get();
  }

  private Environment readEffectiveEnv() {
    List<EnvVariable> settings = new ArrayList<>(env());
    settings.addAll(createOptions().env());
    return Environment.of(proxyPlace(), name(), settings);
  }

  /** The variable that the container gets under this name. */
  public Optional<EnvVariable> variable(String name) {
    return effectiveEnv().variable(name);
  }

  private ProxyPlace proxyPlace() {
    return isAgent() ? ProxyPlace.EDGE_AGENT : isHub() ? ProxyPlace.EDGE_HUB : ProxyPlace.MODULE;
  }

  @Override
  public String toString() {
    return "module " + name();
  }

  /** Whether a value has what only a module has, an image in its settings. */
  public static boolean isOne(ConfigNode value) {
    return value.at("settings", "image").isPresent();
  }
}
