package io.github.edgelint.rules.proxy;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Edits of the settings of a project, which are made where there are none.
 *
 * @param nearest the settings file that counts first
 * @param withHosts the settings file that lists allowed hosts
 * @param root the folder for a new settings file
 */
record SettingsEdit(
    Optional<Document> nearest, Optional<Document> withHosts, Optional<DocPath> root) {

  /** Edits of the settings in force for a document. */
  static SettingsEdit of(Snapshot snapshot, Document subject) {
    Settings settings = snapshot.settingsOf(subject.path());
    Optional<DocPath> root =
        settings.file().isPresent() ? Optional.empty() : snapshot.rootOf(subject.path());
    return new SettingsEdit(
        settings.file().flatMap(snapshot::document),
        settings.allowedHosts().stream().map(Setting::file).findFirst().flatMap(snapshot::document),
        root);
  }

  /** Sets a key of {@code [proxy]} to true. */
  List<DocumentEdit> proxy(String key) {
    if (nearest.isEmpty()) {
      return root.map(folder -> folder.resolve(Settings.FILE_NAME))
          .map(path -> DocumentEdit.create(path, "[proxy]\n" + key + " = true\n"))
          .map(List::of)
          .orElse(List.of());
    }
    Map<String, NewValue> keys = Map.of(key, NewValue.literal("true"));
    TomlEditor editor = new TomlEditor(nearest.get().tree());
    return inFile(nearest.get(), editor.put(new TomlEditor.Wanted(List.of("proxy"), keys)));
  }

  /** Appends a host to the allowed ones. */
  List<DocumentEdit> allow(String host) {
    return withHosts.isPresent()
            && withHosts.get().tree().root().at("network", "allow") instanceof ArrayNode list
        ? inFile(
            withHosts.get(),
            new TomlEditor(withHosts.get().tree()).append(list, NewValue.text(host)))
        : List.of();
  }

  private static List<DocumentEdit> inFile(Document file, List<TextEdit> edits) {
    return edits.isEmpty() ? List.of() : List.of(new DocumentEdit(file.path(), edits, false));
  }
}
