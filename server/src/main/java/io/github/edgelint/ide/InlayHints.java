package io.github.edgelint.ide;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the variables of a manifest template stand for: values of {@code .env}, images of {@code
 * module.json}. Values that may be secret are not shown.
 */
public final class InlayHints {

  private static final String MODULES = "MODULES.";
  private static final int LONGEST = 60;
  private static final List<String> SECRET =
      List.of("pass", "pwd", "secret", "key", "token", "user", "connection", "credential", "sas");

  private final TemplateBuild build;
  private final TextRange visible;
  private final List<InlayHint> hints = new ArrayList<>();

  private InlayHints(TemplateBuild build, TextRange visible) {
    this.build = build;
    this.visible = visible;
  }

  /** The hints within a range of a document; none where it is no template of a manifest. */
  public static List<InlayHint> of(Snapshot snapshot, Document document, TextRange visible) {
    if (document.kind() != DocumentKind.TEMPLATE) {
      return List.of();
    }
    InlayHints hints = new InlayHints(TemplateBuild.of(snapshot, document), visible);
    hints.visit(document.tree().root());
    return hints.hints;
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private void visit(ConfigNode node) {
    for (Member member : node.members()) {
      visit(member.value());
    }
    node.items().forEach(this::visit);
    if (node instanceof ScalarNode scalar
        && scalar.range().intersects(visible)
        && scalar.text().indexOf('$') >= 0) {
      for (Placeholder placeholder :
          Placeholders.find(scalar.text(), Placeholders.Place.TEMPLATE)) {
        value(placeholder.name())
            .map(value -> new InlayHint(scalar.rangeOf(placeholder.range()).end(), "= " + value))
            .ifPresent(hints::add);
      }
    }
  }

  private Optional<String> value(String name) {
    return name.startsWith(MODULES)
        ? image(name.substring(MODULES.length()))
        : Optional.ofNullable(build.variables().get(name))
            .filter(variable -> !isSecret(name))
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
  private Optional<String> image(String reference) {
    int dot = reference.indexOf('.');
    Document file = build.modules().get(dot < 0 ? reference : reference.substring(0, dot));
    if (file == null) {
      return Optional.empty();
    }
    ConfigNode image = file.tree().root().get("image");
    Optional<String> version = image.at("tag", "version").asText();
    String platform = dot < 0 ? "" : "-" + reference.substring(dot + 1);
    return image
        .get("repository")
        .asText()
        .map(name -> shortened(name + version.map(tag -> ":" + tag + platform).orElse("")));
  }
}
