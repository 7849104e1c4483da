package io.github.edgelint.ide.value;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.ide.TemplateValues;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.Optional;

/** What the tools that build a manifest put in the place of a variable or module. */
public final class PlaceholderHover implements HoverProvider {

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    for (Reference reference : TemplateBuild.references(cursor.document())) {
      if (reference.range().touches(cursor.offset())) {
        TemplateBuild build = TemplateBuild.of(snapshot, cursor.document());
        if (cursor.route().isPresent() && isOfRoute(build, reference)) {
          return Optional.empty();
        }
        String words = reference.isModule() ? image(build, reference) : variable(build, reference);
        return Optional.of(new HoverText(reference.range(), words));
      }
    }
    return Optional.empty();
  }

  /** In a route a dollar name without braces is a property, unless the tools replace it. */
  private static boolean isOfRoute(TemplateBuild build, Reference reference) {
    boolean braces = reference.nameRange().start() - reference.range().start() > 1;
    return !braces && !build.variables().containsKey(reference.name());
  }

  private static String image(TemplateBuild build, Reference reference) {
    String folder = "`" + reference.folder() + "`";
    Optional<Document> module = build.module(reference);
    if (module.isEmpty()) {
      return reference.kind() == Reference.Kind.MODULE
          ? "Image of " + folder + ", where no `module.json` is: the text stays as it is."
          : "Image of " + folder + ", whose `module.json` is not among the files open here.";
    }
    if (!TemplateBuild.isPlatformOf(module.get(), reference.suffix())) {
      return "Image of %s, which has no platform `%s` but %s: the text stays as it is."
          .formatted(
              folder,
              reference.suffix(),
              "`" + String.join("`, `", TemplateBuild.platformsOf(module.get())) + "`");
    }
    return "Image of "
        + folder
        + TemplateValues.of(build, reference).map(value -> ": `" + value + "`").orElse("");
  }

  private static String variable(TemplateBuild build, Reference reference) {
    if (!build.variables().containsKey(reference.name())) {
      return "Variable that no `.env` beside the template sets: the environment of the build does,"
          + " or the text stays as it is.";
    }
    return "Variable of `.env`"
        + TemplateValues.of(build, reference)
            .map(value -> ": `" + value + "`")
            .orElse(
                TemplateValues.isSecret(reference) ? "; not shown, it may be secret" : ", empty");
  }
}
