package io.github.edgelint.ide;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From images to their pages, where a public registry has one. */
public final class DocumentLinks {

  private static final String MICROSOFT = "mcr.microsoft.com";
  private static final String OFFICIAL = "library/";

  private DocumentLinks() {}

  /** The links of a document, in order of place. */
  public static List<DocumentLink> of(Document document) {
    List<DocumentLink> links = new ArrayList<>();
    document
        .deviceConfig()
        .flatMap(DeviceConfig::agentImage)
        .ifPresent(image -> add(image, ImageReference.parse(image.text()), links));
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                if (module.image().isPresent() && module.imageReference().isPresent()) {
                  add(module.image().get(), module.imageReference().get(), links);
                }
              }
            });
    links.sort((a, b) -> a.range().compareTo(b.range()));
    return links;
  }

  private static void add(ScalarNode node, ImageReference image, List<DocumentLink> links) {
    page(image)
        .filter(page -> image.findings().isEmpty())
        .ifPresent(
            page -> links.add(new DocumentLink(node.contentRange(), page, "Page of this image")));
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
}
