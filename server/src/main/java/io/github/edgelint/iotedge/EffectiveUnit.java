package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A unit with its drop-ins, as systemd puts them together: the full unit first, then the drop-ins
 * by file name. A file that systemd does not read, or takes from another folder, is left out.
 *
 * <p>An assignment that systemd drops for a bad percent sign counts here: the author set it, and
 * the fault is reported at its place.
 */
public final class EffectiveUnit {

  private static final Comparator<UnitFile> ORDER =
      Comparator.comparing(UnitFile::isDropIn).thenComparing(UnitFile::fileName);

  private final List<UnitFile> files;
  private Environment environment;

  private EffectiveUnit(List<UnitFile> files) {
    this.files = List.copyOf(files);
  }

  /**
   * Puts files together.
   *
   * @param files files of one unit, in any order
   */
  public static EffectiveUnit of(List<UnitFile> files) {
    List<UnitFile> read = new ArrayList<>();
    for (UnitFile file : files) {
      if (file.isRead() && files.stream().noneMatch(other -> other.hides(file))) {
        read.add(file);
      }
    }
    read.sort(ORDER);
    return new EffectiveUnit(read);
  }

  /** The files that count, in the order in which systemd reads them. */
  public List<UnitFile> files() {
    return files;
  }

  /** The unit; empty without files and for a unit that is none of a device. */
  public Optional<DaemonUnit> unit() {
    return files.isEmpty() ? Optional.empty() : files.get(0).unit();
  }

  /** The name of the unit; empty text without files. */
  public String unitName() {
    return files.isEmpty() ? "" : files.get(0).unitName();
  }

  /** Whether variables may come from where nobody can see them: other files, or the manager. */
  public boolean hasHiddenEnvironment() {
    return !words(UnitFile::environmentFiles).isEmpty()
        || !words(UnitFile::passEnvironment).isEmpty();
  }

  /** What {@code Environment=} gives the service, less what {@code UnsetEnvironment=} takes. */
  public Environment environment() {
    Environment known = environment;
    if (known == null) {
      known = merge();
      environment = known;
    }
    return known;
  }

  private Environment merge() {
    List<EnvVariable> settings = new ArrayList<>();
    for (UnitFile file : files) {
      for (EnvironmentLine line : file.environmentLines()) {
        if (line.isReset()) {
          settings.clear();
        }
        settings.addAll(line.variables());
      }
    }
    for (String unset : words(UnitFile::unsetEnvironment)) {
      settings.removeIf(setting -> isUnset(setting, unset));
    }
    ProxyPlace place = unit().map(DaemonUnit::proxyPlace).orElse(ProxyPlace.OTHER_UNIT);
    return Environment.of(place, unitName(), settings);
  }

  // UnsetEnvironment= takes names, and assignments that must match the value as well.
  private static boolean isUnset(EnvVariable setting, String unset) {
    return setting.name().equals(unset)
        || unset.equals(setting.name() + "=" + setting.value().orElse(""));
  }

  /** The words of all lines of that key; an empty line clears those before it. */
  private List<String> words(Function<UnitFile, List<Member>> key) {
    List<String> words = new ArrayList<>();
    for (UnitFile file : files) {
      for (Member line : key.apply(file)) {
        String text = line.value() instanceof ScalarNode value ? value.text() : "";
        if (text.isBlank()) {
          words.clear();
        } else {
          words.addAll(SystemdEnvironment.words(text));
        }
      }
    }
    return words;
  }
}
