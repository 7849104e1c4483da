package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.text.Lazy;
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

  private final DocPath path;
  private final Origin origin;
  private final Optional<String> problem;
  private final Role role;
  private final Content content;
  private final Lazy<Reading> reading;
  private final Lazy<Recognition> recognition;
  private final Lazy<Model> model;
  private final Lazy<UnitFile> unit;

  private Document(
      DocPath path, Origin origin, Optional<String> problem, Role role, Content content) {
    this.path = path;
    this.origin = origin;
    this.problem = problem;
    this.role = role;
    this.content = content;
    this.reading = new Lazy<>(this::read);
    this.recognition = new Lazy<>(this::recognise);
    this.model = new Lazy<>(() -> reading.get().as(kind(), isTemplate()));
    this.unit = new Lazy<>(() -> UnitFile.of(tree(), path.value()));
  }

  private Document(Document other, Origin origin) {
    this.path = other.path;
    this.origin = origin;
    this.problem = other.problem;
    this.role = other.role;
    this.content = other.content;
    this.reading = other.reading;
    this.recognition = other.recognition;
    this.model = other.model;
    this.unit = other.unit;
  }

  private Reading read() {
    Language language =
        role.language().or(() -> Recognition.language(path, content.text())).orElse(Language.UNIT);
    return content.as(language, role.isTemplateFor(path, content));
  }

  private Recognition recognise() {
    return role.applyTo(Recognition.of(path, content, this::tree), path);
  }

  /** A document that a person named; name and content tell its kind. */
  public static Document of(DocPath path, SourceText source) {
    return source.length() > MAX_LENGTH
        ? notAnalysed(path, "it is larger than 20 MB")
        : of(path, new Content(source));
  }

  /** The same with a content that other documents may have as well. */
  static Document of(DocPath path, Content content) {
    return new Document(path, Origin.NAMED, Optional.empty(), Role.ANY, content);
  }

  /**
   * A document whose content nobody looks at. Its name may still tell its kind.
   *
   * @param problem why, to follow a colon or "because"
   */
  public static Document notAnalysed(DocPath path, String problem) {
    return new Document(
        path, Origin.NAMED, Optional.of(problem), Role.ANY, new Content(SourceText.of("")));
  }

  /** This document, come from elsewhere; what is read out of it is not read again. */
  public Document from(Origin newOrigin) {
    return newOrigin == origin ? this : new Document(this, newOrigin);
  }

  /**
   * This document with another text, to see what that would change. Copies that get the same text
   * share what is read out of it.
   */
  public Document withText(String text) {
    return new Document(path, origin, problem, role, content.changedTo(text));
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
    return newRole.equals(role) ? this : new Document(path, origin, problem, newRole, content);
  }

  public DocPath path() {
    return path;
  }

  public SourceText source() {
    return content.source();
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
    return reading.get().tree();
  }

  /** The manifest, where this is one; empty also where its modules are not readable at all. */
  public Optional<DeploymentManifest> manifest() {
    return model.get().manifest();
  }

  /** The content as a device configuration, where this is one. */
  public Optional<DeviceConfig> deviceConfig() {
    return model.get().deviceConfig();
  }

  /** The content as a systemd unit, where this is one. */
  public Optional<UnitFile> unit() {
    return kind() == DocumentKind.UNIT ? Optional.of(unit.get()) : Optional.empty();
  }

  /** The content as configuration of the container engine, where this is one. */
  public Optional<EngineConfig> engineConfig() {
    return model.get().engineConfig();
  }

  /** The document beside the schema of its kind; empty for kinds that have none. */
  public Optional<DocumentSchema> schema() {
    return model.get().schema();
  }

  /** The same, or the document beside the schema of a kind that so far it only promises. */
  public Optional<DocumentSchema> expectedSchema() {
    return kind() == DocumentKind.OTHER
        ? Recognition.promised(path, content)
            .flatMap(promised -> DocumentSchema.of(promised, tree()))
        : schema();
  }

  /**
   * What this document has in common with its copies; empty where no other file of the scan has the
   * same text, and for kinds that the folder tells.
   */
  public Optional<Likeness> likeness() {
    return content.isCopied() && (kind().isManifest() || kind() == DocumentKind.DEVICE_CONFIG)
        ? Optional.of(new Likeness(model.get(), path.name(), isFinal(), role.kind()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return path.value();
  }
}
