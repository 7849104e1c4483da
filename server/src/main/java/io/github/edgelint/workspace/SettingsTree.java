package io.github.edgelint.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The settings files of a workspace, and which of them is in force where. */
final class SettingsTree {

  static final SettingsTree NONE = new SettingsTree(Map.of(), Map.of(), Settings.DEFAULT);

  private final Map<DocPath, SettingsFile> goodFiles;
  private final Map<DocPath, Settings> byFolder;
  private final Settings elsewhere;

  private SettingsTree(
      Map<DocPath, SettingsFile> goodFiles, Map<DocPath, Settings> byFolder, Settings elsewhere) {
    this.goodFiles = goodFiles;
    this.byFolder = byFolder;
    this.elsewhere = elsewhere;
  }

  /**
   * Reads the settings files.
   *
   * @param previous what was in force before: of a file that is broken now, its last good content
   *     stays
   */
  static SettingsTree of(List<Document> settings, SettingsTree previous) {
    if (settings.isEmpty()) {
      return NONE;
    }
    Map<DocPath, SettingsFile> goodFiles = new HashMap<>();
    for (Document document : settings) {
      SettingsFile file = SettingsFile.of(document);
      SettingsFile lastGood = previous.goodFiles.get(document.path());
      goodFiles.put(document.path(), file.isBroken() && lastGood != null ? lastGood : file);
    }
    Function<DocPath, Optional<SettingsFile>> files =
        path -> Optional.ofNullable(goodFiles.get(path));
    List<SettingsFile> ofEditor = SettingsFile.chain(Settings.OF_EDITOR, files);
    Map<DocPath, Settings> byFolder = new HashMap<>();
    for (DocPath path : goodFiles.keySet()) {
      if (path.name().equals(Settings.FILE_NAME)
          && path.parent().isPresent()
          && !path.equals(Settings.OF_EDITOR)) {
        List<SettingsFile> chain = SettingsFile.chain(path, files);
        chain.addAll(ofEditor);
        byFolder.put(path.parent().get(), new Settings(chain));
      }
    }
    Settings elsewhere = ofEditor.isEmpty() ? Settings.DEFAULT : new Settings(ofEditor);
    return new SettingsTree(goodFiles, byFolder, elsewhere);
  }

  /** The settings in force for a file: those of the nearest folder that has any. */
  Settings at(DocPath path) {
    return rootOf(path).map(byFolder::get).orElse(elsewhere);
  }

  /** The settings that a folder itself has. */
  Settings ofFolder(DocPath folder) {
    return byFolder.getOrDefault(folder, elsewhere);
  }

  /** The nearest folder upwards that has settings. */
  Optional<DocPath> rootOf(DocPath path) {
    if (byFolder.isEmpty()) {
      return Optional.empty();
    }
    Optional<DocPath> folder = path.parent();
    while (folder.isPresent() && !byFolder.containsKey(folder.get())) {
      folder = folder.get().parent();
    }
    return folder;
  }
}
