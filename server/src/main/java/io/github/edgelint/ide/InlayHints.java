package io.github.edgelint.ide;

import io.github.edgelint.ide.twin.Overridden;
import io.github.edgelint.ide.twin.Overrides;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * What the variables of a manifest template stand for: values of {@code .env}, images of {@code
 * module.json}; and which deployment a key of a layer overrides. Values that may be secret are not
 * shown.
 */
public final class InlayHints {

  private InlayHints() {}

  /** The hints within a range of a document; none where it is no manifest. */
  public static List<InlayHint> of(Snapshot snapshot, Document document, TextRange visible) {
    List<InlayHint> hints = new ArrayList<>();
    List<Reference> references = TemplateBuild.references(document);
    if (!references.isEmpty()) {
      TemplateBuild build = TemplateBuild.of(snapshot, document);
      for (Reference reference : references) {
        if (reference.range().intersects(visible)) {
          TemplateValues.of(build, reference)
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
}
