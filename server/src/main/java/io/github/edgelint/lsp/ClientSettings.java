package io.github.edgelint.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.Optional;

/**
 * The section {@code edgelint} of the client's settings. What {@code .edgelint.toml} says goes
 * before.
 *
 * @param version of the daemons
 */
record ClientSettings(Optional<RuntimeTrain> version) {

  /** Reads the section; null, other types and unknown values count as not said. */
  static ClientSettings of(JsonElement section) {
    return new ClientSettings(text(section, "version").flatMap(RuntimeTrain::parse));
  }

  private static Optional<String> text(JsonElement section, String name) {
    return section instanceof JsonObject object
            && object.get(name) instanceof JsonPrimitive value
            && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /** The same documents under these settings; the same snapshot where nothing changes. */
  Snapshot applyTo(Snapshot snapshot) {
    Workspace workspace = snapshot.workspace();
    return workspace.target().equals(version)
        ? snapshot
        : snapshot.in(new Workspace(workspace.folders(), version));
  }
}
