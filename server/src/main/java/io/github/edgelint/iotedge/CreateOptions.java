package io.github.edgelint.iotedge;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.Lazy;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a container is created with, in whatever form it is written. {@link #root} is the document;
 * it lives in {@link #tree}, whose offsets are those of the embedded text or, for an object, of the
 * file. {@link #toFile} and {@link #encode} lead to the file in either case.
 *
 * <p>Source: Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerConfig.cs
 * and edge-util/src/Microsoft.Azure.Devices.Edge.Util/JsonEx.cs (pieces).
 */
public final class CreateOptions {

  /** How the options are written. */
  public enum Form {
    /** Not at all. */
    ABSENT,
    /** JSON in one string. */
    TEXT,
    /** JSON in several strings. */
    CHUNKS,
    /** An object, as in templates; a table in TOML. */
    OBJECT,
    /** Neither text nor object, or text and object together: the agent refuses it. */
    OTHER
  }

  /**
   * A member of {@code settings} where edgeAgent expects another piece.
   *
   * @param found the member
   * @param expected the key that the agent expects in its place
   */
  public record Misplaced(Member found, String expected) {}

  private static final String KEY = "createOptions";
  private static final int MOST_DIGITS = 6;

  private final Form form;
  private final List<Member> pieces;
  private final ConfigTree file;
  private final ConfigNode object;
  private final KeyCase keyCase;
  private final boolean template;
  private final Lazy<Optional<EmbeddedJson>> embedded = new Lazy<>(this::readEmbedded);
  private ConfigNode hostConfig;
  private final Lazy<List<EnvVariable>> env = new Lazy<>(this::readEnv);

  private CreateOptions(
      Form form,
      List<Member> pieces,
      ConfigTree file,
      ConfigNode object,
      KeyCase keyCase,
      boolean template) {
    this.form = form;
    this.pieces = List.copyOf(pieces);
    this.file = file;
    this.object = object;
    this.keyCase = keyCase;
    this.template = template;
  }

  /** The options among the {@code settings} of a module of a manifest. */
  static CreateOptions ofSettings(ConfigTree file, ConfigNode settings, boolean template) {
    // The agent takes every key that contains the word, and puts the keys in order as texts.
    Map<String, Member> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Member member : settings.members()) {
      if (contains(member.name())) {
        byKey.put(member.name(), member);
      }
    }
    List<Member> pieces = List.copyOf(byKey.values());
    return new CreateOptions(
        formOf(pieces),
        pieces,
        file,
        pieces.size() == 1 ? pieces.get(0).value() : MissingNode.NOWHERE,
        KeyCase.IGNORED,
        template);
  }

  /** The options in {@code [agent.config.createOptions]}. */
  static CreateOptions ofTable(ConfigTree file, Optional<Member> member) {
    Form form =
        member.isEmpty()
            ? Form.ABSENT
            : member.get().value() instanceof ObjectNode ? Form.OBJECT : Form.OTHER;
    ConfigNode value = member.map(Member::value).orElse(MissingNode.NOWHERE);
    return new CreateOptions(form, member.stream().toList(), file, value, KeyCase.MATTERS, false);
  }

  private static boolean contains(String key) {
    for (int at = 0; at + KEY.length() <= key.length(); at++) {
      if (key.regionMatches(true, at, KEY, 0, KEY.length())) {
        return true;
      }
    }
    return false;
  }

  private static Form formOf(List<Member> pieces) {
    if (pieces.isEmpty()) {
      return Form.ABSENT;
    }
    ConfigNode first = pieces.get(0).value();
    if (pieces.size() == 1 && first instanceof ObjectNode) {
      return Form.OBJECT;
    }
    if (pieces.size() == 1 && isNull(first)) {
      return Form.ABSENT;
    }
    for (Member piece : pieces) {
      if (piece.value().asText().isEmpty()) {
        return Form.OTHER;
      }
    }
    return pieces.size() == 1 ? Form.TEXT : Form.CHUNKS;
  }

  private static boolean isNull(ConfigNode node) {
    return !node.isPresent()
        || (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.NULL);
  }

  public Form form() {
    return form;
  }

  /** The members that hold the options, in the order in which the agent joins them. */
  public List<Member> pieces() {
    return pieces;
  }

  /**
   * The first member that breaks the row {@code createOptions}, {@code createOptions01}, {@code
   * createOptions02} …, so that the agent refuses the deployment. Numbers without their zero are
   * fine as long as texts and numbers have the same order.
   */
  public Optional<Misplaced> misplaced() {
    for (int i = 0; i < pieces.size(); i++) {
      String key = pieces.get(i).name();
      boolean starts = key.regionMatches(true, 0, KEY, 0, KEY.length());
      String rest = starts ? key.substring(KEY.length()) : key;
      boolean inPlace = i == 0 ? rest.isEmpty() : isNumber(rest, i);
      if (!inPlace) {
        return Optional.of(new Misplaced(pieces.get(i), keyOf(i)));
      }
    }
    return Optional.empty();
  }

  /** The key of a piece; the first one is 0 and has no number. */
  public static String keyOf(int piece) {
    return piece == 0 ? KEY : KEY + (piece < 10 ? "0" : "") + piece;
  }

  private static boolean isNumber(String digits, int number) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain && Integer.parseInt(digits) == number;
  }

  /** Where the options stand in the file; empty where there are none. */
  public Optional<TextRange> range() {
    return pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.get(0).value().range());
  }

  /** The text form as the agent reads it; empty for other forms. */
  public Optional<EmbeddedJson> embedded() {
    return embedded.get();
  }

  private Optional<EmbeddedJson> readEmbedded() {
    return isText() ? Optional.of(readText()) : Optional.empty();
  }

  private boolean isText() {
    return form == Form.TEXT || form == Form.CHUNKS;
  }

  private EmbeddedJson readText() {
    List<ScalarNode> strings = new ArrayList<>(pieces.size());
    for (Member piece : pieces) {
      piece.value().asScalar().ifPresent(strings::add);
    }
    return EmbeddedJson.parse(EmbeddedText.of(file, strings), template);
  }

  /** What the agent makes of the options. */
  public EmbeddedJson.Reading reading() {
    return switch (form) {
      case ABSENT -> EmbeddedJson.Reading.NOTHING;
      case OBJECT -> EmbeddedJson.Reading.STRICT;
      case OTHER -> EmbeddedJson.Reading.REFUSED;
      case TEXT, CHUNKS -> embedded().map(EmbeddedJson::reading).orElseThrow();
    };
  }

  /** The tree that {@link #root} belongs to: that of the text, or that of the file. */
  public ConfigTree tree() {
    return embedded().map(EmbeddedJson::tree).orElse(file);
  }

  /** The document; a {@link MissingNode} where there is none. Ranges are offsets of the tree. */
  public ConfigNode root() {
    if (form == Form.OBJECT) {
      return object;
    }
    return isText() ? embedded().get().root() : MissingNode.NOWHERE;
  }

  /** Whether nothing is asked for: no options, or an empty object. */
  public boolean isEmpty() {
    return reading() == EmbeddedJson.Reading.NOTHING
        || (root() instanceof ObjectNode options && options.members().isEmpty());
  }

  /** The member at the end of a path, its keys compared as the reader does. */
  public Optional<Member> member(String... path) {
    ConfigNode node = root();
    for (int i = 0; i + 1 < path.length; i++) {
      node = keyCase.at(node, path[i]);
    }
    return path.length == 0 ? Optional.empty() : keyCase.member(node, path[path.length - 1]);
  }

  /** The value at the end of a path, else a {@link MissingNode}. */
  public ConfigNode at(String... path) {
    return keyCase.at(root(), path);
  }

  /** A value below {@code HostConfig}, else a {@link MissingNode}. */
  public ConfigNode hostConfig(String... path) {
    ConfigNode known = hostConfig;
    if (known == null) {
      known = at("HostConfig");
      hostConfig = known;
    }
    return keyCase.at(known, path);
  }

  /** Whether the container shares the network of the device, where localhost is the device. */
  public boolean usesHostNetwork() {
    return hostConfig("NetworkMode").asText().filter("host"::equals).isPresent();
  }

  /**
   * The variables of the list {@code Env}; an entry without an equals sign is empty text
   * (Azure/iotedge:edgelet/edgelet-docker/src/runtime.rs).
   */
  public List<EnvVariable> env() {
    return env.get();
  }

  private List<EnvVariable> readEnv() {
    List<EnvVariable> variables = new ArrayList<>();
    for (ConfigNode item : at("Env").items()) {
      if (item instanceof ScalarNode entry && entry.type() == ScalarNode.Type.STRING) {
        ValueText text = text(entry);
        String line = text.text();
        int equals = line.indexOf('=');
        int nameEnd = equals < 0 ? line.length() : equals;
        variables.add(
            new EnvVariable(
                Origin.CREATE_OPTIONS,
                toFile(entry.range()),
                line.substring(0, nameEnd),
                text.toFile(new TextRange(0, nameEnd)),
                Optional.of(text.from(equals < 0 ? nameEnd : equals + 1)),
                entry,
                template ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE));
      }
    }
    return List.copyOf(variables);
  }

  /** The text of a scalar of {@link #root}, with the way back to the file. */
  private ValueText text(ScalarNode value) {
    Optional<EmbeddedJson> json = embedded();
    return json.isPresent()
        ? ValueText.inside(json.get().source(), json.get().tree(), value)
        : ValueText.of(file, value);
  }

  /** Where a part of {@link #tree} stands in the file. */
  public TextRange toFile(TextRange range) {
    return embedded().map(json -> json.source().toFile(range)).orElse(range);
  }

  /** Edits of the file that edit {@link #tree}; empty where the file cannot hold them. */
  public Optional<List<TextEdit>> encode(List<TextEdit> edits) {
    return embedded().map(json -> json.source().encode(edits)).orElse(Optional.of(edits));
  }
}
