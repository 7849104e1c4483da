package io.github.edgelint.rules.manifest;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image with the container that is made from it.
 *
 * @param owner the module; edgeAgent for {@code [agent.config]}
 * @param text the string in the file
 * @param image its parts; ranges are offsets of the decoded string
 */
record ImageUse(Document document, String owner, ScalarNode text, ImageReference image) {

  /** All images of a document that are written as text. */
  static List<ImageUse> of(Document document) {
    List<ImageUse> uses = new ArrayList<>();
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                module
                    .image()
                    .ifPresent(
                        text ->
                            uses.add(
                                new ImageUse(
                                    document,
                                    module.name(),
                                    text,
                                    module.imageReference().orElseThrow())));
              }
            });
    Optional<ScalarNode> agent = document.deviceConfig().flatMap(DeviceConfig::agentImage);
    if (agent.isPresent()) {
      uses.add(
          new ImageUse(
              document, "edgeAgent", agent.get(), ImageReference.parse(agent.get().text())));
    }
    return uses;
  }

  /** Whether nothing has to be filled in first. */
  boolean isConcrete() {
    return image.isConcrete();
  }

  /** A part of the image in the file. */
  TextRange range(TextRange part) {
    return text.rangeOf(part);
  }

  /** The tag in the file, else the whole image. */
  TextRange tagRange() {
    return image.tagRange().map(this::range).orElse(text.contentRange());
  }

  /** Another tag for every edgeAgent and edgeHub of a document that has a known one. */
  static List<TextEdit> withRuntimeTag(Document document, String tag) {
    List<TextEdit> edits = new ArrayList<>();
    for (ImageUse use : of(document)) {
      if (use.isConcrete() && use.image().train().isPresent()) {
        edits.add(new TextEdit(use.range(use.image().tagRange().orElseThrow()), tag));
      }
    }
    return edits;
  }

  /** Edits of the decoded string, in the file. */
  Optional<List<TextEdit>> encode(List<TextEdit> edits) {
    return EmbeddedText.of(document.tree(), text).encode(edits);
  }
}
