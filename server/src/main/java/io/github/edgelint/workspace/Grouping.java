package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.UnitFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides which documents make up one device. Used once. Work grows with the number of documents
 * and the depth of their folders.
 */
final class Grouping {

  private static final String IMAGE_CONFIG = "/etc/aziot/config.toml";
  private static final Pattern CONFIG_IN_DEVICE =
      Pattern.compile("(^|/)((etc/)?aziot/)?config\\.toml$");
  private static final String IMAGE_ENGINE = "/etc/docker/daemon.json";
  private static final String IMAGE_GENERATED = "/etc/aziot/";
  private static final String OUTSIDE_OF_IMAGE =
      "The device is an image, and in its file system nobody reads this file.";
  private static final String GENERATED = "/config.d/00-super.toml";

  private final Workspace workspace;
  private final NavigableMap<DocPath, Document> documents;
  private final SettingsTree settings;
  private final Map<DocPath, String> aloneReasons = new HashMap<>();

  Grouping(Workspace workspace, NavigableMap<DocPath, Document> documents, SettingsTree settings) {
    this.workspace = workspace;
    this.documents = documents;
    this.settings = settings;
  }

  Groups groups() {
    Map<DocPath, List<Document>> byRoot = new LinkedHashMap<>();
    for (Document document : documents.values()) {
      Optional<DocPath> root =
          settings.rootOf(document.path()).or(() -> workspace.folderOf(document.path()));
      if (root.isPresent()) {
        byRoot.computeIfAbsent(root.get(), folder -> new ArrayList<>()).add(document);
      } else {
        aloneReasons.put(document.path(), "It lies in no folder of the workspace.");
      }
    }
    List<Device> devices = new ArrayList<>();
    Set<DocPath> taken = new HashSet<>();
    for (DocPath root : byRoot.keySet()) {
      for (DeviceSettings declared : settings.ofFolder(root).devices()) {
        Device device = explicit(declared, settings.ofFolder(root));
        devices.add(device);
        device.documents().forEach(document -> taken.add(document.path()));
      }
    }
    byRoot.forEach((root, inRoot) -> new Root(root, inRoot, taken).addDevices(devices));
    return new Groups(devices, aloneReasons);
  }

  Device deviceOfOne(Document document) {
    DeviceParts parts = new DeviceParts();
    parts.add(document);
    return implicit(document.path().name(), settings.at(document.path()), parts);
  }

  private Device implicit(String name, Settings inForce, DeviceParts parts) {
    return new Device(
        name, Optional.empty(), inForce, settingsFiles(inForce), workspace.target(), parts);
  }

  private List<Document> settingsFiles(Settings inForce) {
    List<Document> files = new ArrayList<>();
    for (DocPath path : inForce.allFiles()) {
      Optional.ofNullable(documents.get(path)).ifPresent(files::add);
    }
    return files;
  }

  // --- devices that the settings list ------------------------------------------------------

  private Device explicit(DeviceSettings declared, Settings inForce) {
    DeviceParts parts = new DeviceParts();
    parts.config = only(declared.config(), DocumentKind.DEVICE_CONFIG);
    parts.manifest = only(declared.manifest(), DocumentKind.MANIFEST);
    parts.engineConfig = only(declared.daemonJson(), DocumentKind.ENGINE_CONFIG);
    for (PathPattern layers : declared.layers()) {
      parts.layers.addAll(all(layers, DocumentKind.LAYERED));
    }
    for (PathPattern units : declared.units()) {
      parts.units.addAll(all(units, DocumentKind.UNIT));
    }
    String name =
        declared
            .name()
            .or(() -> declared.config().map(PathPattern::written))
            .map(Setting::value)
            .orElse("device");
    return new Device(
        name, Optional.of(declared), inForce, settingsFiles(inForce), workspace.target(), parts);
  }

  /** The document of a key that is for a single file; nothing when the pattern fits several. */
  private Optional<Document> only(Optional<PathPattern> pattern, DocumentKind kind) {
    List<Document> found = pattern.map(wanted -> all(wanted, kind)).orElse(List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<Document> all(PathPattern pattern, DocumentKind kind) {
    List<Document> found = new ArrayList<>();
    for (Document document : pattern.matchesIn(documents)) {
      boolean fits = document.kind() == kind || (kind.isManifest() && document.kind().isManifest());
      if (fits) {
        found.add(document);
      }
    }
    return found;
  }

  // --- devices that the folders show -------------------------------------------------------

  /** The documents below one root. */
  private final class Root {

    private final DocPath root;
    private final List<Document> documents;
    private final Set<DocPath> taken;
    private final List<Document> configs = new ArrayList<>();
    private final Map<DocPath, Integer> configsBelow = new HashMap<>();
    private final Map<Document, String> deviceFolders = new HashMap<>();
    private final Map<String, Integer> configsOfDevice = new HashMap<>();
    private final Set<DocPath> templateFolders = new HashSet<>();

    Root(DocPath root, List<Document> documents, Set<DocPath> taken) {
      this.root = root;
      this.documents = documents;
      this.taken = taken;
      for (Document document : documents) {
        if (document.kind() == DocumentKind.DEVICE_CONFIG && !document.isTemplate()) {
          configs.add(document);
          String folder = deviceFolder(document);
          deviceFolders.put(document, folder);
          configsOfDevice.merge(folder, 1, Integer::sum);
          for (DocPath above : foldersOf(document)) {
            configsBelow.merge(above, 1, Integer::sum);
          }
        } else if (document.kind() == DocumentKind.TEMPLATE) {
          document.path().parent().ifPresent(templateFolders::add);
        }
      }
    }

    void addDevices(List<Device> devices) {
      if (configs.isEmpty()) {
        DeviceParts parts = new DeviceParts();
        Candidates candidates = new Candidates();
        documents.forEach(candidates::add);
        candidates.giveTo(parts, true);
        List<Document> together = parts.all();
        if (together.size() > 1) {
          devices.add(implicit(root.name(), settings.ofFolder(root), parts));
        } else {
          together.forEach(
              document -> aloneReasons.put(document.path(), "Nothing else belongs to it."));
        }
        return;
      }
      Map<DocPath, Candidates> byScope = new HashMap<>();
      Map<String, DeviceParts> byImage = new HashMap<>();
      Map<DeviceParts, Candidates> started = new LinkedHashMap<>();
      for (Document config : configs) {
        if (mayJoin(config)) {
          DeviceParts parts = new DeviceParts();
          parts.add(config);
          Candidates candidates = new Candidates();
          started.put(parts, candidates);
          imageOf(config).ifPresent(image -> byImage.put(image, parts));
          scopeOf(config).ifPresent(scope -> byScope.put(scope, candidates));
        }
      }
      for (Document document : documents) {
        addToImage(document, byImage);
        for (DocPath folder : foldersOf(document)) {
          Candidates candidates = byScope.get(folder);
          if (candidates != null) {
            candidates.add(document);
          }
        }
      }
      started.forEach(
          (parts, candidates) -> {
            Document config = parts.config.orElseThrow();
            candidates.giveTo(parts, imageOf(config).isEmpty());
            devices.add(implicit(nameOf(config), settings.at(config.path()), parts));
          });
    }

    /** The folder that stands for the device; the path of the file where another one shares it. */
    private String nameOf(Document config) {
      String folder = deviceFolders.get(config);
      if (configsOfDevice.get(folder) > 1) {
        return config.path().relativeTo(root);
      }
      return folder.isEmpty() ? root.name() : folder;
    }

    private String deviceFolder(Document config) {
      return CONFIG_IN_DEVICE.matcher(config.path().relativeTo(root)).replaceFirst("");
    }

    /** Of a file that nobody looked into, nothing is known; it still counts as a neighbour. */
    private boolean mayJoin(Document document) {
      return document.problem().isEmpty() && !taken.contains(document.path());
    }

    /** The highest folder below which there is no other device configuration. */
    private Optional<DocPath> scopeOf(Document config) {
      DocPath scope = null;
      for (DocPath folder : foldersOf(config)) {
        if (configsBelow.get(folder) > 1) {
          break;
        }
        scope = folder;
      }
      return Optional.ofNullable(scope);
    }

    /** The folders a document lies in, from the innermost up to the root. */
    private List<DocPath> foldersOf(Document document) {
      List<DocPath> folders = new ArrayList<>();
      Optional<DocPath> folder = document.path().parent();
      while (folder.isPresent() && (folder.get().equals(root) || folder.get().isBelow(root))) {
        folders.add(folder.get());
        folder = folder.get().parent();
      }
      return folders;
    }

    // --- images of a device --------------------------------------------------------------

    private Optional<String> imageOf(Document config) {
      String path = config.path().value();
      return path.endsWith(IMAGE_CONFIG)
          ? Optional.of(path.substring(0, path.length() - IMAGE_CONFIG.length()))
          : Optional.empty();
    }

    private void addToImage(Document document, Map<String, DeviceParts> byImage) {
      String path = document.path().value();
      if (!mayJoin(document)) {
        return;
      }
      switch (document.kind()) {
        case UNIT -> {
          for (String folder : UnitFile.FOLDERS) {
            int units = path.lastIndexOf(folder);
            if (units >= 0 && isUnitPlace(path.substring(units + folder.length()))) {
              addTo(byImage.get(path.substring(0, units)), document);
            }
          }
        }
        case ENGINE_CONFIG -> {
          if (path.endsWith(IMAGE_ENGINE)) {
            int length = path.length() - IMAGE_ENGINE.length();
            addTo(byImage.get(path.substring(0, length)), document);
          }
        }
        case DAEMON_FILE -> {
          int generated = path.lastIndexOf(IMAGE_GENERATED);
          int daemon = path.length() - GENERATED.length();
          boolean inPlace =
              generated >= 0
                  && path.endsWith(GENERATED)
                  && daemon > generated + IMAGE_GENERATED.length()
                  && path.lastIndexOf('/', daemon - 1) == generated + IMAGE_GENERATED.length() - 1;
          if (inPlace) {
            addTo(byImage.get(path.substring(0, generated)), document);
          }
        }
        default -> {}
      }
    }

    /** Whether systemd looks there: a unit itself, or a file in a folder of drop-ins. */
    private boolean isUnitPlace(String path) {
      int slash = path.indexOf('/');
      return slash < 0
          || (slash == path.lastIndexOf('/') && path.startsWith(".service.d", slash - 10));
    }

    private void addTo(DeviceParts parts, Document document) {
      if (parts != null) {
        parts.add(document);
      }
    }

    // --- companions ----------------------------------------------------------------------

    /** What may join the device of a scope. */
    private final class Candidates {

      private final List<Document> units = new ArrayList<>();
      private final List<Document> engineConfigs = new ArrayList<>();
      private final List<Document> manifests = new ArrayList<>();

      void add(Document document) {
        if (!mayJoin(document)) {
          return;
        }
        switch (document.kind()) {
          case UNIT -> units.add(document);
          case ENGINE_CONFIG -> engineConfigs.add(document);
          case TEMPLATE -> {
            if (document.path().name().contains("debug")) {
              aloneReasons.put(document.path(), "It is for debugging, as its name says.");
            } else {
              manifests.add(document);
            }
          }
          case MANIFEST -> {
            if (isGenerated(document)) {
              aloneReasons.put(document.path(), "It was made from the template beside its folder.");
            } else {
              manifests.add(document);
            }
          }
          default -> {}
        }
      }

      /**
       * The tools that fill templates write the result into a folder {@code config} beside them.
       */
      private boolean isGenerated(Document document) {
        Optional<DocPath> folder = document.path().parent();
        return folder.isPresent()
            && folder.get().name().equals("config")
            && folder.get().parent().filter(templateFolders::contains).isPresent();
      }

      /** Of manifests and of {@code daemon.json} files, one joins only when it is the only one. */
      void giveTo(DeviceParts parts, boolean withUnits) {
        if (withUnits) {
          parts.units.addAll(units);
          parts.engineConfig = only(engineConfigs, "files for the container engine");
        } else {
          for (Document document : units) {
            explain(document, OUTSIDE_OF_IMAGE);
          }
          for (Document document : engineConfigs) {
            explain(document, OUTSIDE_OF_IMAGE);
          }
        }
        parts.manifest = only(manifests, "manifests");
      }

      private Optional<Document> only(List<Document> candidates, String what) {
        if (candidates.size() == 1) {
          return Optional.of(candidates.get(0));
        }
        for (Document document : candidates) {
          explain(document, "It is one of several " + what + " for one device, so none belongs.");
        }
        return Optional.empty();
      }

      private void explain(Document document, String reason) {
        aloneReasons.put(document.path(), reason);
      }
    }
  }
}
