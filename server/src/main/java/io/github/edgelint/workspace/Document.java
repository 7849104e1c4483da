package io.github.edgelint.workspace;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.SourceText;

/**
 * A file, or a text in an editor, with what it is. Immutable. Nothing is parsed before it is asked
 * for, and nothing twice.
 */
public final class Document {

  private final DocPath path;
  private final SourceText source;
  private final Lazy<ConfigTree> tree;
  private final Lazy<Recognition> recognition;

  private Document(DocPath path, SourceText source) {
    this.path = path;
    this.source = source;
    this.tree = new Lazy<>(this::parse);
    this.recognition = new Lazy<>(() -> Recognition.of(path, source, tree));
  }

  /** A document whose name and content tell its kind. */
  public static Document of(DocPath path, SourceText source) {
    return new Document(path, source);
  }

  public DocPath path() {
    return path;
  }

  public SourceText source() {
    return source;
  }

  public DocumentKind kind() {
    return recognition.get().kind();
  }

  /** Why the document has its kind, or none: one sentence for people. */
  public String reason() {
    return recognition.get().reason();
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
    return Recognition.isFinalPath(path);
  }

  /** The document as read by the parser of its notation. */
  public ConfigTree tree() {
    return tree.get();
  }

  private ConfigTree parse() {
    Language language = Recognition.language(path, source.text()).orElse(Language.UNIT);
    return switch (language) {
      case JSON -> JsonParser.parse(source, Recognition.isJsonTemplate(path.name(), source.text()));

      case TOML, UNIT -> UnitParser.parse(source);
    };
  }

  @Override
  public String toString() {
    return path.value();
  }
}
