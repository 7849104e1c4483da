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
    /** A person named it on the command line. */
    NAMED,
    /**
     * It is open in an editor, which opens every file of the languages it knows. Whoever opens the
     * file of a daemon, though, is about to edit the wrong one.
     */
    OPENED,
    /** It lies in a folder that was named. */
    FOUND,
    /** Nobody asked for it, but it may belong to a device of one that somebody asked for. */
    COMPANION
  }

  private final Origin origin;
  private final Optional<String> problem;
  private final Content content;

  private Document(Origin origin, Optional<String> problem, Content content) {
    this.origin = origin;
    this.problem = problem;
    this.content = content;
  }

  /** A text and all that is read out of it, wherever it came from. */
  private static final class Content {
    final DocPath path;
    final SourceText source;
    final Role role;
    final Lazy<ConfigTree> tree = new Lazy<>(this::parse);
    final Lazy<Recognition> recognition = new Lazy<>(this::recognise);
    final Lazy<Optional<DeploymentManifest>> manifest = new Lazy<>(this::readManifest);
    final Lazy<DeviceConfig> deviceConfig = new Lazy<>(() -> DeviceConfig.of(tree.get()));
    final Lazy<UnitFile> unit = new Lazy<>(this::readUnit);
    final Lazy<EngineConfig> engineConfig = new Lazy<>(() -> EngineConfig.of(tree.get()));
    final Lazy<Optional<DocumentSchema>> schema = new Lazy<>(this::findSchema);

    Content(DocPath path, SourceText source, Role role) {
      this.path = path;
      this.source = source;
      this.role = role;
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

    private Recognition recognise() {
      return role.applyTo(Recognition.of(path, source, tree), path);
    }

    private Optional<DeploymentManifest> readManifest() {
      return DeploymentManifest.of(tree.get(), recognition.get().template());
    }

    private UnitFile readUnit() {
      return UnitFile.of(tree.get(), path.value());
    }

    private Optional<DocumentSchema> findSchema() {
      return DocumentSchema.of(recognition.get().kind(), tree.get());
    }
  }

  /** A document that a person named; name and content tell its kind. */
  public static Document of(DocPath path, SourceText source) {
    return source.length() > MAX_LENGTH
        ? notAnalysed(path, "it is larger than 20 MB")
        : new Document(Origin.NAMED, Optional.empty(), new Content(path, source, Role.ANY));
  }

  /**
   * A document whose content nobody looks at. Its name may still tell its kind.
   *
   * @param problem why, to follow a colon or "because"
   */
  public static Document notAnalysed(DocPath path, String problem) {
    return new Document(
        Origin.NAMED, Optional.of(problem), new Content(path, SourceText.of(""), Role.ANY));
  }

  /** This document, come from elsewhere; what is read out of it is not read again. */
  public Document from(Origin newOrigin) {
    return newOrigin == origin ? this : new Document(newOrigin, problem, content);
  }

  /** This document as a person says it is; no settings change that any more. */
  public Document as(DocumentKind kind) {
    return with(content.role.withKind(kind));
  }

  /** This document as one that reaches a device as it is. */
  public Document asFinal() {
    return with(content.role.withFinal());
  }

  /** This document as the settings in force say. */
  Document under(Settings settings) {
    return with(content.role.under(settings, content.path));
  }

  private Document with(Role newRole) {
    return newRole.equals(content.role)
        ? this
        : new Document(origin, problem, new Content(content.path, content.source, newRole));
  }

  public DocPath path() {
    return content.path;
  }

  public SourceText source() {
    return content.source;
  }

  public Origin origin() {
    return origin;
  }

  public DocumentKind kind() {
    return content.recognition.get().kind();
  }

  /** Whether a person says, for this run or in the settings, that the document is of a kind. */
  public boolean isNamedAs(DocumentKind kind) {
    return content.role.kind().filter(kind::equals).isPresent();
  }

  /** Whether somebody has asked for the kind before, so that it costs nothing now. */
  boolean isRecognised() {
    return content.recognition.isKnown();
  }

  /** Why the document has its kind, or none: one sentence for people. */
  public String reason() {
    return content.recognition.get().reason();
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
    return content.recognition.get().template();
  }

  /** Whether the document is what reaches a device: nothing replaces its placeholders any more. */
  public boolean isFinal() {
    return content.role.isFinal() || Recognition.isFinalPath(content.path);
  }

  /** The document as read by the parser of its notation. */
  public ConfigTree tree() {
    return content.tree.get();
  }

  /** The manifest, where this is one; empty also where its modules are not readable at all. */
  public Optional<DeploymentManifest> manifest() {
    return kind().isManifest() ? content.manifest.get() : Optional.empty();
  }

  /** The content as a device configuration, where this is one. */
  public Optional<DeviceConfig> deviceConfig() {
    return kind() == DocumentKind.DEVICE_CONFIG
        ? Optional.of(content.deviceConfig.get())
        : Optional.empty();
  }

  /** The content as a systemd unit, where this is one. */
  public Optional<UnitFile> unit() {
    return kind() == DocumentKind.UNIT ? Optional.of(content.unit.get()) : Optional.empty();
  }

  /** The content as configuration of the container engine, where this is one. */
  public Optional<EngineConfig> engineConfig() {
    return kind() == DocumentKind.ENGINE_CONFIG
        ? Optional.of(content.engineConfig.get())
        : Optional.empty();
  }

  /** The document beside the schema of its kind; empty for kinds that have none. */
  public Optional<DocumentSchema> schema() {
    return content.schema.get();
  }

  /** The same, or the document beside the schema of a kind that so far it only promises. */
  public Optional<DocumentSchema> expectedSchema() {
    return kind() == DocumentKind.OTHER
        ? Recognition.promised(content.path, content.source.text())
            .flatMap(promised -> DocumentSchema.of(promised, tree()))
        : schema();
  }

  @Override
  public String toString() {
    return content.path.value();
  }
}
