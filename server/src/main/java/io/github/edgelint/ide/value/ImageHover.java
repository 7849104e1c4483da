package io.github.edgelint.ide.value;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where an image comes from, whether its tag may move, and how long its release has support. */
public final class ImageHover implements HoverProvider {

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    if (cursor.slot() != Cursor.Slot.VALUE || !(cursor.value() instanceof ScalarNode value)) {
      return Optional.empty();
    }
    Optional<ImageReference> agent =
        cursor
            .document()
            .deviceConfig()
            .filter(config -> config.agentImage().filter(image -> image == value).isPresent())
            .flatMap(DeviceConfig::agentImageReference);
    return agent
        .or(() -> ofModule(cursor, value))
        .filter(ImageHover::isKnown)
        .map(image -> new HoverText(value.range(), words(image)));
  }

  // A variable may bring a registry, a path, or both.
  private static boolean isKnown(ImageReference image) {
    return Placeholders.isConcrete(image.repository(), Placeholders.Place.TEMPLATE);
  }

  private static Optional<ImageReference> ofModule(Cursor cursor, ScalarNode value) {
    List<Module> modules =
        cursor.document().manifest().map(manifest -> manifest.modules()).orElse(List.of());
    for (Module module : modules) {
      if (module.image().filter(image -> image == value).isPresent()) {
        return module.imageReference();
      }
    }
    return Optional.empty();
  }

  private static String words(ImageReference image) {
    StringBuilder words = new StringBuilder("`").append(image.repository()).append('`');
    if (image.isFromParent()) {
      words.append(" from the parent device");
    } else if (image.isFromDockerHub()) {
      words.append(" from Docker Hub");
    } else {
      image.host().ifPresent(host -> words.append(" from `").append(host).append('`'));
    }
    words.append("\n\n").append(pinning(image));
    image
        .train()
        .filter(train -> image.isAgent() || image.isHub())
        .ifPresent(train -> words.append("\n\n").append(support(train)));
    return words.toString();
  }

  private static String pinning(ImageReference image) {
    if (image.digest().isPresent()) {
      return "The digest names one image for ever.";
    }
    return image
        .tag()
        .map(tag -> "Tag `" + tag + "`; a registry may let it move to another image.")
        .orElse("No tag: `latest`, whatever that is on the day of the pull.");
  }

  private static String support(RuntimeTrain train) {
    ReleaseData releases = ReleaseData.current();
    if (!releases.isKnown(train)) {
      return "IoT Edge " + train + ": not a release that edgelint knows.";
    }
    Optional<LocalDate> end = releases.endOfSupport(train);
    if (releases.isOutOfSupport(train)) {
      String when = end.map(day -> " on " + day).orElse("");
      return "IoT Edge "
          + train
          + ": support ended"
          + when
          + ". Newest: "
          + releases.newest()
          + ".";
    }
    return "IoT Edge "
        + train
        + ": supported"
        + end.map(day -> " until " + day).orElse("")
        + " (checked on "
        + releases.checkedOn()
        + ").";
  }
}
