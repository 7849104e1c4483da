package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The images of edgeAgent and edgeHub that have support; the newest comes first. */
final class ReleaseImages {

  private ReleaseImages() {}

  /** The images for the value at a cursor; none where it is no image of the runtime. */
  static List<String> of(Cursor cursor) {
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

  private static List<String> images(boolean agent) {
    ReleaseData releases = ReleaseData.current();
    List<RuntimeTrain> trains = new ArrayList<>(releases.supported());
    Collections.reverse(trains);
    List<String> images = new ArrayList<>();
    for (RuntimeTrain train : trains) {
      images.add(agent ? releases.agentImage(train) : releases.hubImage(train));
    }
    return images;
  }
}
