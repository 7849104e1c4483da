package io.github.edgelint.rules.proxy;

import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DeviceSettings;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The drop-in that gives a unit of a device its proxy, in the folder where the device keeps its
 * units. The variable is written in lower case, which is all that {@code iotedge check} looks for.
 */
public final class ProxyDropIn {

  private static final String IMAGE_CONFIG = "/etc/aziot/config.toml";
  private static final String IMAGE_UNITS = "/etc/systemd/system";

  private final Device device;
  private final DaemonUnit unit;

  public ProxyDropIn(Device device, DaemonUnit unit) {
    this.device = device;
    this.unit = unit;
  }

  /**
   * A fix that writes the proxy of the device for the unit: in a file it has, else in a new one.
   */
  Fix fix() {
    Optional<Document> existing = existing();
    String title =
        existing.isPresent()
            ? "Add `https_proxy` to `" + shown(existing.get().path()) + "`"
            : "Create the drop-in `" + folderName() + "/" + fileName() + "`";
    return ProxyCopy.ofReference(device).fix(title, this::edits);
  }

  /**
   * Edits that give the unit this address; it has none yet. None where nobody can tell in which
   * folder its drop-ins are.
   */
  public List<DocumentEdit> edits(String address) {
    String word = SystemdEnvironment.word(ProxyVariable.HTTPS_PROXY.canonical(), address);
    return existing().map(file -> List.of(edit(file, word))).orElseGet(() -> create(word));
  }

  private static DocumentEdit edit(Document document, String word) {
    List<TextEdit> edits = new UnitEditor(document.tree()).insert("Service", "Environment", word);
    return new DocumentEdit(document.path(), edits, false);
  }

  private List<DocumentEdit> create(String word) {
    return path()
        .map(path -> List.of(DocumentEdit.create(path, "[Service]\nEnvironment=" + word + "\n")))
        .orElse(List.of());
  }

  /** The last file of the unit that systemd reads. */
  private Optional<Document> existing() {
    Optional<EffectiveUnit> effective = device.unit(unit);
    if (effective.isEmpty() || effective.get().files().isEmpty()) {
      return Optional.empty();
    }
    List<UnitFile> files = effective.get().files();
    UnitFile last = files.get(files.size() - 1);
    return device.units().stream()
        .filter(document -> document.unit().filter(file -> file == last).isPresent())
        .findFirst();
  }

  private String fileName() {
    return unit == DaemonUnit.DOCKER ? "http-proxy.conf" : "proxy.conf";
  }

  private String folderName() {
    return prefix() + unit.unitName() + ".service.d";
  }

  /** {@code snap.azure-iot-edge.} where the other daemons of the device come from a snap. */
  private String prefix() {
    if (unit != DaemonUnit.DOCKER) {
      for (Document document : device.units()) {
        UnitFile file = document.unit().orElseThrow();
        Optional<DaemonUnit> other = file.unit().filter(found -> found != DaemonUnit.DOCKER);
        if (other.isPresent()) {
          String name = file.unitName();
          return name.substring(0, name.length() - other.get().unitName().length());
        }
      }
    }
    return "";
  }

  private Optional<DocPath> path() {
    List<DocPath> folders = new ArrayList<>();
    for (Document document : device.units()) {
      Optional<DocPath> folder = document.path().parent();
      boolean dropIn = document.unit().orElseThrow().isDropIn();
      (dropIn ? folder.flatMap(DocPath::parent) : folder).ifPresent(folders::add);
    }
    listed().forEach(pattern -> pattern.literal().ifPresent(folders::add));
    imageFolder().ifPresent(folders::add);
    return folders.stream()
        .map(folder -> folder.resolve(folderName() + "/" + fileName()))
        .filter(this::belongs)
        .findFirst();
  }

  private List<PathPattern> listed() {
    return device.declared().map(DeviceSettings::units).orElse(List.of());
  }

  /** Whether a new file of that name is one of the device. */
  private boolean belongs(DocPath path) {
    return device.declared().isEmpty()
        || listed().stream().anyMatch(pattern -> pattern.matches(path));
  }

  private Optional<DocPath> imageFolder() {
    return device
        .config()
        .map(document -> document.path().value())
        .filter(path -> path.endsWith(IMAGE_CONFIG))
        .map(path -> path.substring(0, path.length() - IMAGE_CONFIG.length()))
        .map(image -> new DocPath(image + IMAGE_UNITS));
  }

  /** Folder and name, as in {@code aziot-edged.service.d/proxy.conf}. */
  private static String shown(DocPath path) {
    return path.parent().map(folder -> folder.name() + "/").orElse("") + path.name();
  }
}
