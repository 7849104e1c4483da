package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.SourceText;
import java.util.Optional;

/**
 * A file, or a text in an editor, with what it is. Immutable. Nothing is parsed before it is asked
 * for, and nothing twice.
 */
public final class Document {

  /** The longest text that is read, in UTF-16 code units; for files, in bytes. */
  public static final int MAX_LENGTH = 20 * 1024 * 1024;

  /** How a document came to be looked at. */
  public enum Origin {
    /** A person opened it, or named it on the command line. */
    NAMED,
    /** It lies in a folder that was named. */
    FOUND,
    /** Nobody asked for it, but it may belong to a device of one that somebody asked for. */
    COMPANION
  }

  private final DocPath path;
  private final SourceText source;
  private final Origin origin;
  private final Optional<String> problem;
  private final Role role;
  private final Lazy<ConfigTree> tree;
  private final Lazy<Recognition> recognition;
  private final Lazy<Optional<DeploymentManifest>> manifest;
  private final Lazy<DeviceConfig> deviceConfig;
  private final Lazy<UnitFile> unit;
  private final Lazy<EngineConfig> engineConfig;
  private final Lazy<Optional<DocumentSchema>> schema;

  private Document(
      DocPath path, SourceText source, Origin origin, Optional<String> problem, Role role) {
    this.path = path;
    this.source = source;
    this.origin = origin;
    this.problem = problem;
    this.role = role;
    this.tree = new Lazy<>(this::parse);
    this.recognition = new Lazy<>(() -> role.applyTo(Recognition.of(path, source, tree), path));
    this.manifest = new Lazy<>(() -> DeploymentManifest.of(tree(), isTemplate()));
    this.deviceConfig = new Lazy<>(() -> DeviceConfig.of(tree()));
    this.unit = new Lazy<>(() -> UnitFile.of(tree(), path.value()));
    this.engineConfig = new Lazy<>(() -> EngineConfig.of(tree()));
    this.schema = new Lazy<>(() -> DocumentSchema.of(kind(), tree()));
  }

  /** A document that a person opened or named; name and content tell its kind. */
  public static Document of(DocPath path, SourceText source) {
    return source.length() > MAX_LENGTH
        ? notAnalysed(path, "it is larger than 20 MB")
        : new Document(path, source, Origin.NAMED, Optional.empty(), Role.ANY);
  }

  /**
   * A document whose content nobody looks at. Its name may still tell its kind.
   *
   * @param problem why, to follow a colon or "because"
   */
  public static Document notAnalysed(DocPath path, String problem) {
    return new Document(path, SourceText.of(""), Origin.NAMED, Optional.of(problem), Role.ANY);
  }

  /** This document, come from elsewhere. */
  public Document from(Origin newOrigin) {
    return newOrigin == origin ? this : new Document(path, source, newOrigin, problem, role);
  }

  /** This document as a person says it is; no settings change that any more. */
  public Document as(DocumentKind kind) {
    return with(role.withKind(kind));
  }

  /** This document as one that reaches a device as it is. */
  public Document asFinal() {
    return with(role.withFinal());
  }

  /** This document as the settings in force say. */
  Document under(Settings settings) {
    return with(role.under(settings, path));
  }

  private Document with(Role newRole) {
    return newRole.equals(role) ? this : new Document(path, source, origin, problem, newRole);
  }

  public DocPath path() {
    return path;
  }

  public SourceText source() {
    return source;
  }

  public Origin origin() {
    return origin;
  }

  public DocumentKind kind() {
    return recognition.get().kind();
  }

  /** Whether a person says, for this run or in the settings, that the document is of a kind. */
  public boolean isNamedAs(DocumentKind kind) {
    return role.kind().filter(kind::equals).isPresent();
  }

  /** Whether somebody has asked for the kind before, so that it costs nothing now. */
  boolean isRecognised() {
    return recognition.isKnown();
  }

  /** Why the document has its kind, or none: one sentence for people. */
  public String reason() {
    return recognition.get().reason();
  }

  /** Why nobody looked at the content, to follow a colon; empty where all is well. */
  public Optional<String> problem() {
    return problem;
  }

  /**
   * Whether a tool or a person fills the document in before IoT Edge reads it: a template of a
   * device configuration, manifest or layered deployment. What is absent there is no finding.
   */
  public boolean isTemplate() {
    return recognition.get().template();
  }

  /** Whether the document is what reaches a device: nothing replaces its placeholders any more. */
  public boolean isFinal() {
    return role.isFinal() || Recognition.isFinalPath(path);
  }

  /** The document as read by the parser of its notation. */
  public ConfigTree tree() {
    return tree.get();
  }

  /** The manifest, where this is one; empty also where its modules are not readable at all. */
  public Optional<DeploymentManifest> manifest() {
    return kind().isManifest() ? manifest.get() : Optional.empty();
  }

  /** The content as a device configuration, where this is one. */
  public Optional<DeviceConfig> deviceConfig() {
    return kind() == DocumentKind.DEVICE_CONFIG
        ? Optional.of(deviceConfig.get())
        : Optional.empty();
  }

  /** The content as a systemd unit, where this is one. */
  public Optional<UnitFile> unit() {
    return kind() == DocumentKind.UNIT ? Optional.of(unit.get()) : Optional.empty();
  }

  /** The content as configuration of the container engine, where this is one. */
  public Optional<EngineConfig> engineConfig() {
    return kind() == DocumentKind.ENGINE_CONFIG
        ? Optional.of(engineConfig.get())
        : Optional.empty();
  }

  /** The document beside the schema of its kind; empty for kinds that have none. */
  public Optional<DocumentSchema> schema() {
    return schema.get();
  }

  private ConfigTree parse() {
    Language language =
        role.language().or(() -> Recognition.language(path, source.text())).orElse(Language.UNIT);
    boolean template = role.isTemplateFor(path, source.text());
    return switch (language) {
      case JSON -> JsonParser.parse(source, template);
      case TOML -> TomlParser.parse(source, template);
      case UNIT -> UnitParser.parse(source);
    };
  }

  @Override
  public String toString() {
    return path.value();
  }
}
