package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What files are according to the devices that list them. Paths without wildcards are looked up,
 * since the settings of a fleet list thousands.
 */
final class ListedRoles {

  private record Listed(PathPattern pattern, DocumentKind kind) {}

  private final Map<DocPath, DocumentKind> files = new HashMap<>();
  private final Set<DocPath> unitFolders = new HashSet<>();
  private final List<Listed> patterns = new ArrayList<>();

  ListedRoles(List<DeviceSettings> devices) {
    for (DeviceSettings device : devices) {
      device.config().ifPresent(pattern -> add(pattern, DocumentKind.DEVICE_CONFIG));
      device.manifest().ifPresent(pattern -> add(pattern, DocumentKind.MANIFEST));
      device.daemonJson().ifPresent(pattern -> add(pattern, DocumentKind.ENGINE_CONFIG));
      device.layers().forEach(pattern -> add(pattern, DocumentKind.LAYERED));
      device.units().forEach(this::addUnits);
    }
  }

  private void add(PathPattern pattern, DocumentKind kind) {
    Optional<DocPath> literal = pattern.literal();
    if (literal.isPresent()) {
      files.putIfAbsent(literal.get(), kind);
    } else {
      patterns.add(new Listed(pattern, kind));
    }
  }

  private void addUnits(PathPattern pattern) {
    Optional<DocPath> literal = pattern.literal();
    if (literal.isPresent()) {
      unitFolders.add(literal.get());
    } else {
      patterns.add(new Listed(pattern, DocumentKind.UNIT));
    }
  }

  /** What a device says that the file is. */
  Optional<DocumentKind> kindOf(DocPath path) {
    DocumentKind known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    boolean maybeUnit = path.name().endsWith(".conf") || path.name().endsWith(".service");
    if (maybeUnit && isInUnitFolder(path)) {
      return Optional.of(DocumentKind.UNIT);
    }
    for (Listed listed : patterns) {
      boolean matches =
          listed.kind() == DocumentKind.UNIT
              ? maybeUnit && listed.pattern().matches(path)
              : listed.pattern().matchesFile(path);
      if (matches) {
        return Optional.of(listed.kind());
      }
    }
    return Optional.empty();
  }

  private boolean isInUnitFolder(DocPath path) {
    Optional<DocPath> above = unitFolders.isEmpty() ? Optional.empty() : Optional.of(path);
    while (above.isPresent() && !unitFolders.contains(above.get())) {
      above = above.get().parent();
    }
    return above.isPresent();
  }
}
