package io.github.edgelint.ide;

import io.github.edgelint.ide.DocumentLink.Address;
import io.github.edgelint.ide.DocumentLink.File;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From images to their pages, where a public registry has one; from the variables and modules of a
 * template to the files that define them; from the settings to the files they speak of; from the
 * names of rules to their pages.
 */
public final class DocumentLinks {

  private static final String MICROSOFT = "mcr.microsoft.com";
  private static final String OFFICIAL = "library/";
  private static final String SUPPRESSION = "edgelint:";

  private final Snapshot snapshot;
  private final Document document;
  private final List<DocumentLink> links = new ArrayList<>();

  private DocumentLinks(Snapshot snapshot, Document document) {
    this.snapshot = snapshot;
    this.document = document;
  }

  /** The links of a document, in order of place; none overlaps another. */
  public static List<DocumentLink> of(Snapshot snapshot, Document document) {
    if (document.kind() == DocumentKind.OTHER) {
      return List.of();
    }
    DocumentLinks all = new DocumentLinks(snapshot, document);
    all.images();
    all.buildFiles();
    all.suppressions();
    if (document.kind() == DocumentKind.SETTINGS) {
      all.settings();
    }
    all.links.sort((a, b) -> a.range().compareTo(b.range()));
    return all.links;
  }

  private void file(TextRange range, DocPath path, String tooltip) {
    if (snapshot.document(path).isPresent()) {
      links.add(new DocumentLink(range, new File(path), tooltip));
    }
  }

  // --- images ------------------------------------------------------------------------------

  private void images() {
    document
        .deviceConfig()
        .flatMap(DeviceConfig::agentImage)
        .ifPresent(image -> image(image, ImageReference.parse(image.text())));
    for (Module module : document.manifest().map(m -> m.modules()).orElse(List.of())) {
      if (module.image().isPresent() && module.imageReference().isPresent()) {
        image(module.image().get(), module.imageReference().get());
      }
    }
  }

  private void image(ScalarNode node, ImageReference image) {
    page(image)
        .filter(page -> image.findings().isEmpty())
        .ifPresent(
            page ->
                links.add(
                    new DocumentLink(
                        node.contentRange(), new Address(page), "Page of this image")));
  }

  private static Optional<String> page(ImageReference image) {
    String repository = image.repository();
    if (!isPlain(repository)) {
      return Optional.empty();
    }
    if (image.host().filter(MICROSOFT::equals).isPresent()) {
      return Optional.of("https://mcr.microsoft.com/artifact/mar/" + repository + "/about");
    }
    if (!image.isFromDockerHub()) {
      return Optional.empty();
    }
    String bare =
        repository.startsWith(OFFICIAL) ? repository.substring(OFFICIAL.length()) : repository;
    return Optional.of(
        bare.indexOf('/') < 0
            ? "https://hub.docker.com/_/" + bare
            : "https://hub.docker.com/r/" + bare);
  }

  /** Whether no placeholder stands in the repository, nor anything that an address cannot hold. */
  private static boolean isPlain(String repository) {
    return !repository.isEmpty()
        && repository
            .chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "/._-".indexOf(c) >= 0);
  }

  // --- templates ---------------------------------------------------------------------------

  private void buildFiles() {
    List<Reference> references = TemplateBuild.references(document);
    if (references.isEmpty()) {
      return;
    }
    TemplateBuild build = TemplateBuild.of(snapshot, document);
    for (Reference reference : references) {
      if (reference.isModule()) {
        build
            .module(reference)
            .ifPresent(
                module -> file(reference.range(), module.path(), "What this module is built from"));
      } else if (build.variables().containsKey(reference.name())) {
        build
            .variablesFile()
            .ifPresent(variables -> file(reference.range(), variables.path(), "Where this is set"));
      }
    }
  }

  // --- settings and rules ------------------------------------------------------------------

  private void suppressions() {
    for (Comment comment : document.tree().comments()) {
      if (comment.text().contains(SUPPRESSION)) {
        rules(comment.range());
      }
    }
  }

  /** The names of rules in a part of the file. */
  private void rules(TextRange part) {
    for (TextRange range : RuleNames.in(document.source().text(), part)) {
      String name = range.of(document.source().text());
      RuleCatalog.find(name)
          .map(rule -> new Address(RulePage.address(rule.code())))
          .ifPresent(page -> links.add(new DocumentLink(range, page, "Page of this rule")));
    }
  }

  private void settings() {
    ConfigNode root = document.tree().root();
    Optional<DocPath> folder = document.path().parent();
    for (ScalarNode path : FileMoves.paths(document)) {
      folder.ifPresent(
          from -> file(path.contentRange(), from.resolve(path.text()), "Open this file"));
    }
    for (Member rule : root.get("rules").members()) {
      rules(rule.key().range());
    }
    for (String key : List.of("select", "ignore")) {
      root.get(key).items().forEach(item -> rules(item.range()));
    }
    for (ConfigNode entry : root.at("suppressions", "entry").items()) {
      entry.get("rules").items().forEach(item -> rules(item.range()));
    }
  }
}
