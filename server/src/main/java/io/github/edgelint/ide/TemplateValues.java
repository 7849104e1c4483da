package io.github.edgelint.ide;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the placeholders of a template stand for, without secrets. */
public final class TemplateValues {

  private static final int LONGEST = 60;

  // What people call variables and keys that hold a secret.
  private static final Pattern SECRET =
      Pattern.compile(
          "pass|pwd|(?<![a-z])pw(?![a-z])|secret|key|token|user|connection|credential|sas|auth|cert",
          Pattern.CASE_INSENSITIVE);

  private TemplateValues() {}

  /** The value; empty where nothing beside the template tells, or where it may be secret. */
  public static Optional<String> of(TemplateBuild build, Reference reference) {
    return reference.isModule()
        ? image(build, reference)
        : Optional.ofNullable(build.variables().get(reference.name()))
            .filter(variable -> !isSecret(reference))
            .map(variable -> shortened(Secrets.mask(variable.value())))
            .filter(value -> !value.isEmpty());
  }

  /** Whether the variable, or the place where it stands, has a name as secrets have. */
  public static boolean isSecret(Reference reference) {
    return SECRET.matcher(reference.name() + ' ' + reference.label()).find();
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
  }

  /** Repository and version; which platform is built, nobody knows before. */
  private static Optional<String> image(TemplateBuild build, Reference reference) {
    Optional<Document> file =
        build
            .module(reference)
            .filter(module -> TemplateBuild.isPlatformOf(module, reference.suffix()));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    ConfigNode image = file.get().tree().root().get("image");
    Optional<String> version = image.at("tag", "version").asText();
    String platform = reference.suffix().isEmpty() ? "" : "-" + reference.suffix();
    return image
        .get("repository")
        .asText()
        .map(name -> name + version.map(tag -> ":" + tag + platform).orElse(""))
        .map(name -> shortened(filledIn(name, build)));
  }

  /** A text with the values of its variables, as far as they are known. */
  private static String filledIn(String text, TemplateBuild build) {
    List<TextEdit> edits = new ArrayList<>();
    for (Placeholder placeholder : Placeholders.find(text, Placeholders.Place.TEMPLATE)) {
      Optional.ofNullable(build.variables().get(placeholder.name()))
          .filter(variable -> !SECRET.matcher(variable.name()).find())
          .ifPresent(
              variable ->
                  edits.add(new TextEdit(placeholder.range(), Secrets.mask(variable.value()))));
    }
    return TextEdit.apply(text, edits);
  }
}
