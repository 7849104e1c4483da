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
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

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
   * A member of {@code settings} that edgeAgent takes for create options or a piece of them: every
   * key that contains the word, in any letter case.
   *
   * @param suffix what stands behind the word; empty for the first piece
   */
  public record Piece(Member member, String suffix) {

    /** The number behind the word; empty for the first piece and for anything but a number. */
    public OptionalInt number() {
      boolean digits =
          !suffix.isEmpty()
              && suffix.length() <= 6
              && suffix.chars().allMatch(c -> c >= '0' && c <= '9');
      return digits ? OptionalInt.of(Integer.parseInt(suffix)) : OptionalInt.empty();
    }
  }

  private static final String WORD = "createoptions";
  private static final Comparator<Piece> ORDER =
      Comparator.comparingInt(piece -> piece.suffix().isEmpty() ? -1 : piece.number().orElse(0));

  private final Form form;
  private final List<Piece> pieces;
  private final ConfigTree file;
  private final ConfigNode object;
  private final KeyCase keyCase;
  private final boolean template;
  private EmbeddedJson embedded;
  private List<EnvVariable> env;

  private CreateOptions(
      Form form,
      List<Piece> pieces,
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
    List<Piece> pieces = new ArrayList<>(1);
    for (Member member : settings.members()) {
      String name = member.name().toLowerCase(Locale.ROOT);
      int at = name.indexOf(WORD);
      if (at >= 0) {
        pieces.add(new Piece(member, name.substring(at + WORD.length())));
      }
    }
    pieces.sort(ORDER);
    return new CreateOptions(
        formOf(pieces),
        pieces,
        file,
        pieces.size() == 1 ? pieces.get(0).member().value() : MissingNode.NOWHERE,
        KeyCase.IGNORED,
        template);
  }

  /** The options in {@code [agent.config.createOptions]}. */
  static CreateOptions ofTable(ConfigTree file, Optional<Member> member) {
    List<Piece> pieces = member.map(found -> List.of(new Piece(found, ""))).orElse(List.of());
    Form form =
        member.isEmpty()
            ? Form.ABSENT
            : member.get().value() instanceof ObjectNode ? Form.OBJECT : Form.OTHER;
    ConfigNode value = member.map(Member::value).orElse(MissingNode.NOWHERE);
    return new CreateOptions(form, pieces, file, value, KeyCase.MATTERS, false);
  }

  private static Form formOf(List<Piece> pieces) {
    if (pieces.isEmpty()) {
      return Form.ABSENT;
    }
    ConfigNode first = pieces.get(0).member().value();
    if (pieces.size() == 1 && first instanceof ObjectNode) {
      return Form.OBJECT;
    }
    if (pieces.size() == 1 && isNull(first)) {
      return Form.ABSENT;
    }
    for (Piece piece : pieces) {
      if (piece.member().value().asText().isEmpty()) {
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

  /** The members that hold the options, the first piece first. */
  public List<Piece> pieces() {
    return pieces;
  }

  /** Where the options stand in the file; empty where there are none. */
  public Optional<TextRange> range() {
    return pieces.isEmpty()
        ? Optional.empty()
        : Optional.of(pieces.get(0).member().value().range());
  }

  /** The text form as the agent reads it; empty for other forms. */
  public Optional<EmbeddedJson> embedded() {
    if (form != Form.TEXT && form != Form.CHUNKS) {
      return Optional.empty();
    }
    EmbeddedJson known = embedded;
    if (known == null) {
      List<ScalarNode> strings = new ArrayList<>(pieces.size());
      for (Piece piece : pieces) {
        piece.member().value().asScalar().ifPresent(strings::add);
      }
      known = EmbeddedJson.parse(EmbeddedText.of(file, strings), template);
      embedded = known;
    }
    return Optional.of(known);
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
    return embedded().map(EmbeddedJson::root).orElse(MissingNode.NOWHERE);
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
    return keyCase.at(at("HostConfig"), path);
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
    List<EnvVariable> known = env;
    if (known == null) {
      known = readEnv();
      env = known;
    }
    return known;
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
  public ValueText text(ScalarNode value) {
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
