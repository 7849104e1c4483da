package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.schema.Documentation;
import io.github.edgelint.schema.Place;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What the release of the device that a file is for means for proposals. */
final class Releases {

  private static final Pattern CHOICE = Pattern.compile("\\|(\\d+\\.\\d+(?:,\\d+\\.\\d+)*)\\|");

  private final TargetVersion target;
  private final List<RuntimeTrain> trains;

  private Releases(TargetVersion target) {
    this.target = target;
    this.trains = new ArrayList<>(ReleaseData.current().supported());
    Collections.reverse(trains);
    target
        .train()
        .ifPresent(
            train -> {
              trains.remove(train);
              trains.add(0, train);
            });
  }

  /** The releases that a document is for. */
  static Releases of(Document document, Snapshot snapshot) {
    boolean runtime = document.kind() == DocumentKind.DEVICE_CONFIG || document.kind().isManifest();
    return new Releases(
        runtime ? snapshot.devicesOf(document).get(0).targetVersion() : TargetVersion.UNKNOWN);
  }

  /**
   * Whether nothing good comes of what stands at a place in the release of the device, or in any.
   */
  boolean lack(Place place) {
    return place.isDeprecated()
        || place.said(Documentation::since).filter(target::isKnownBefore).isPresent()
        || place.said(Documentation::until).filter(target::isKnownAfter).isPresent();
  }

  /** The body of a snippet in which a choice among release trains begins with the device's. */
  String preferring(String snippet) {
    String choice = String.join(",", trains.stream().map(RuntimeTrain::toString).toList());
    return CHOICE.matcher(snippet).replaceAll("|" + choice + "|");
  }

  /**
   * The images for the value at a cursor, that of the device first, then the newest; none where it
   * is no image of the runtime.
   */
  List<String> images(Cursor cursor) {
    boolean image = cursor.member().map(Member::name).filter("image"::equals).isPresent();
    if (!image || cursor.tree() != cursor.document().tree()) {
      return List.of();
    }
    boolean agent =
        cursor
            .document()
            .deviceConfig()
            .map(DeviceConfig::agent)
            .filter(node -> isIn(cursor, node.get("config")))
            .isPresent();
    if (agent) {
      return images(true);
    }
    List<Module> modules =
        cursor.document().manifest().map(manifest -> manifest.modules()).orElse(List.of());
    for (Module module : modules) {
      if (module.isSystem() && isIn(cursor, module.get("settings"))) {
        return images(module.isAgent());
      }
    }
    return List.of();
  }

  private static boolean isIn(Cursor cursor, ConfigNode object) {
    return object.isPresent() && cursor.container() == object;
  }

  private List<String> images(boolean agent) {
    ReleaseData releases = ReleaseData.current();
    List<String> images = new ArrayList<>();
    for (RuntimeTrain train : trains) {
      images.add(agent ? releases.agentImage(train) : releases.hubImage(train));
    }
    return images;
  }
}
