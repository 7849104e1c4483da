package io.github.edgelint.workspace;

import io.github.edgelint.syntax.Language;
import java.util.Optional;

/**
 * What people say that a document is, whatever it looks like.
 *
 * @param kind the kind, where they name one
 * @param template whether it is a template, where they say so
 * @param isFinal whether they say that it reaches a device as it is
 * @param excluded whether the settings leave it out
 * @param byHand whether the kind was named for this run, so that settings do not count
 */
record Role(
    Optional<DocumentKind> kind,
    Optional<Boolean> template,
    boolean isFinal,
    boolean excluded,
    boolean byHand) {

  /** Nobody said anything. */
  static final Role ANY = new Role(Optional.empty(), Optional.empty(), false, false, false);

  static Role of(DocumentKind kind) {
    return new Role(Optional.of(kind), Optional.empty(), false, false, false);
  }

  static Role of(DocumentKind kind, boolean template) {
    return new Role(Optional.of(kind), Optional.of(template), false, false, false);
  }

  Role withKind(DocumentKind named) {
    Optional<Boolean> asTemplate =
        named == DocumentKind.TEMPLATE
            ? Optional.of(true)
            : named == DocumentKind.MANIFEST ? Optional.of(false) : Optional.empty();
    return new Role(Optional.of(named), asTemplate, isFinal, false, true);
  }

  Role withFinal() {
    return new Role(kind, template, true, excluded, byHand);
  }

  /** What the settings say; a person's word for this run goes before. */
  Role under(Settings settings, DocPath path) {
    boolean reachesDevice = isFinal || settings.isFinal(path);
    if (byHand) {
      return new Role(kind, template, reachesDevice, false, true);
    }
    if (settings.excludes(path)) {
      return new Role(Optional.empty(), Optional.empty(), false, true, false);
    }
    Role named = settings.roleOf(path);
    return new Role(named.kind, named.template, reachesDevice, false, false);
  }

  /** The notation of the kind. */
  Optional<Language> language() {
    return kind.flatMap(
        named ->
            switch (named) {
              case DEVICE_CONFIG, SETTINGS, DAEMON_FILE -> Optional.of(Language.TOML);
              case MANIFEST, TEMPLATE, LAYERED, ENGINE_CONFIG -> Optional.of(Language.JSON);
              case UNIT -> Optional.of(Language.UNIT);
              case OTHER -> Optional.empty();
            });
  }

  /** Whether a file of this name and content may have placeholders instead of values. */
  boolean isTemplateFor(DocPath path, Content content) {
    return template.orElseGet(() -> Recognition.mayBeTemplate(path, content));
  }

  /** What the document is, when it looks like {@code seen}. */
  Recognition applyTo(Recognition seen, DocPath path) {
    if (excluded) {
      return new Recognition(DocumentKind.OTHER, false, "`exclude` of the settings leaves it out.");
    }
    if (kind.isEmpty()) {
      return seen;
    }
    boolean asTemplate =
        template.orElseGet(() -> seen.template() || Recognition.hasTemplateName(path.name()));
    boolean fillsManifest = kind.get() == DocumentKind.MANIFEST && asTemplate;
    return new Recognition(
        fillsManifest ? DocumentKind.TEMPLATE : kind.get(),
        asTemplate,
        byHand ? "It was named as one." : "The settings list it as one.");
  }

  // Written out: what the compiler gives a record is linked at its first use, which a short run
  // feels.
  @Override
  public boolean equals(Object other) {
    return other instanceof Role role
        && role.kind.equals(kind)
        && role.template.equals(template)
        && role.isFinal == isFinal
        && role.excluded == excluded
        && role.byHand == byHand;
  }

  @Override
  public int hashCode() {
    return kind.hashCode();
  }
}
