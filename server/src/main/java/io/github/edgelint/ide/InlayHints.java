package io.github.edgelint.ide;

import io.github.edgelint.ide.twin.Overridden;
import io.github.edgelint.ide.twin.Overrides;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the variables of a manifest template stand for: values of {@code .env}, images of {@code
 * module.json}; and which deployment a key of a layer overrides. Values that may be secret are not
 * shown.
 */
public final class InlayHints {

  private static final int LONGEST = 60;
  private static final List<String> SECRET =
      List.of("pass", "pwd", "secret", "key", "token", "user", "connection", "credential", "sas");

  private InlayHints() {}

  /** The hints within a range of a document; none where it is no manifest. */
  public static List<InlayHint> of(Snapshot snapshot, Document document, TextRange visible) {
    List<InlayHint> hints = new ArrayList<>();
    List<Reference> references = TemplateBuild.references(document);
    if (!references.isEmpty()) {
      TemplateBuild build = TemplateBuild.of(snapshot, document);
      for (Reference reference : references) {
        if (reference.range().intersects(visible)) {
          value(build, reference)
              .map(value -> new InlayHint(reference.range().end(), "= " + value))
              .ifPresent(hints::add);
        }
      }
    }
    for (Overridden override : Overrides.of(snapshot, document)) {
      if (override.key().intersects(visible)) {
        String base = override.base().path().name();
        hints.add(
            new InlayHint(
                override.key().end(),
                (override.changes().isEmpty() ? "as in " : "overrides ") + base));
      }
    }
    return hints;
  }

  private static Optional<String> value(TemplateBuild build, Reference reference) {
    return reference.isModule()
        ? image(build, reference)
        : Optional.ofNullable(build.variables().get(reference.name()))
            .filter(variable -> !isSecret(reference.name()))
            .map(variable -> shortened(Secrets.mask(variable.value())))
            .filter(value -> !value.isEmpty());
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRET.stream().anyMatch(lower::contains);
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }

  /** Repository and version; which platform is built, nobody knows before. */
  private static Optional<String> image(TemplateBuild build, Reference reference) {
    Document file = build.modules().get(reference.name());
    if (file == null) {
      return Optional.empty();
    }
    ConfigNode image = file.tree().root().get("image");
    Optional<String> version = image.at("tag", "version").asText();
    String platform = reference.suffix().isEmpty() ? "" : "-" + reference.suffix();
    return image
        .get("repository")
        .asText()
        .map(name -> shortened(name + version.map(tag -> ":" + tag + platform).orElse("")));
  }
}
