package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.List;
import java.util.Optional;

/**
 * What a person gave edgelint to look at.
 *
 * @param folders the folders that were opened, or that hold what was named on the command line;
 *     where a folder above has settings, that one counts
 * @param target the version of the daemons, where neither device nor settings name one
 */
public record Workspace(List<DocPath> folders, Optional<RuntimeTrain> target) {

  public Workspace {
    folders = List.copyOf(folders);
  }

  /** The given folders, for daemons of unknown version. */
  public static Workspace of(List<DocPath> folders) {
    return new Workspace(folders, Optional.empty());
  }

  /** The innermost folder that holds a file. */
  Optional<DocPath> folderOf(DocPath path) {
    DocPath found = null;
    for (DocPath folder : folders) {
      if (path.isBelow(folder) && (found == null || folder.isBelow(found))) {
        found = folder;
      }
    }
    return Optional.ofNullable(found);
  }
}
