package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit, or a drop-in that adds to one: what it says about the environment of the service.
 * Sources: systemd.exec(5), "Environment"; systemd.unit(5) (drop-ins).
 */
public final class UnitFile {

  private static final String DROP_IN_FOLDER = ".service.d";
  private static final String SERVICE = ".service";

  /**
   * The folders in which systemd looks, the first one first. Source: systemd.unit(5), "Unit File
   * Load Path".
   */
  public static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/system/",
          "/run/systemd/system/",
          "/usr/local/lib/systemd/system/",
          "/usr/lib/systemd/system/",
          "/lib/systemd/system/");

  /**
   * An {@code Environment=} line of {@code [Service]}.
   *
   * @param member the line
   * @param value what stands behind the equals sign; ranges of {@code words} are offsets of it
   * @param words the assignments in it
   * @param variables the same assignments, with the way back to the file
   */
  public record EnvironmentLine(
      Member member, ScalarNode value, SystemdEnvironment words, List<EnvVariable> variables) {

    public EnvironmentLine {
      variables = List.copyOf(variables);
    }

    /** Whether the line is empty behind the equals sign and so clears all lines before it. */
    public boolean isReset() {
      return words.isReset();
    }
  }

  private final ConfigTree tree;
  private final String fileName;
  private final String unitName;
  private final boolean dropIn;
  private final int rank;
  private List<EnvironmentLine> lines;

  private UnitFile(ConfigTree tree, String fileName, String unitName, boolean dropIn, int rank) {
    this.tree = tree;
    this.fileName = fileName;
    this.unitName = unitName;
    this.dropIn = dropIn;
    this.rank = rank;
  }

  /**
   * The unit file at a path.
   *
   * @param path with slashes of either kind
   */
  public static UnitFile of(ConfigTree tree, String path) {
    String plain = path.replace('\\', '/');
    int slash = plain.lastIndexOf('/');
    String fileName = plain.substring(slash + 1);
    String folders = slash < 0 ? "" : plain.substring(0, slash);
    String folder = folders.substring(folders.lastIndexOf('/') + 1);
    boolean dropIn = folder.endsWith(DROP_IN_FOLDER);
    String named = dropIn ? folder.substring(0, folder.length() - 2) : fileName;
    String unitName =
        named.endsWith(SERVICE) ? named.substring(0, named.length() - SERVICE.length()) : named;
    return new UnitFile(tree, fileName, unitName, dropIn, rank("/" + plain));
  }

  private static int rank(String path) {
    for (int i = 0; i < FOLDERS.size(); i++) {
      if (path.contains(FOLDERS.get(i))) {
        return i;
      }
    }
    return 0;
  }

  public ConfigTree tree() {
    return tree;
  }

  /** The last step of the path. */
  public String fileName() {
    return fileName;
  }

  /** The unit that the path names, without {@code .service}. */
  public String unitName() {
    return unitName;
  }

  /** The unit that the path names, where it is one of a device. */
  public Optional<DaemonUnit> unit() {
    return DaemonUnit.of(unitName);
  }

  /** Whether it lies in a folder {@code …service.d} and adds to the unit. */
  public boolean isDropIn() {
    return dropIn;
  }

  /** Whether systemd takes this file instead of another one of the same name, from its folder. */
  boolean hides(UnitFile other) {
    return rank < other.rank && dropIn == other.dropIn && fileName.equals(other.fileName);
  }

  /** Whether systemd reads it: of a drop-in folder only files whose name ends in {@code .conf}. */
  public boolean isRead() {
    return !dropIn || fileName.endsWith(".conf");
  }

  /** The {@code Environment=} lines in all sections {@code [Service]}, in order. */
  public List<EnvironmentLine> environmentLines() {
    List<EnvironmentLine> known = lines;
    if (known == null) {
      known = readLines();
      lines = known;
    }
    return known;
  }

  private List<EnvironmentLine> readLines() {
    List<EnvironmentLine> found = new ArrayList<>();
    for (Member member : service("Environment")) {
      if (member.value() instanceof ScalarNode value) {
        SystemdEnvironment words = SystemdEnvironment.parse(value.text());
        found.add(new EnvironmentLine(member, value, words, variables(value, words)));
      }
    }
    return List.copyOf(found);
  }

  private List<EnvVariable> variables(ScalarNode line, SystemdEnvironment words) {
    List<EnvVariable> variables = new ArrayList<>();
    for (SystemdEnvironment.Assignment assignment : words.assignments()) {
      variables.add(
          new EnvVariable(
              Origin.UNIT,
              line.rangeOf(assignment.range()),
              assignment.name(),
              line.rangeOf(assignment.nameRange()),
              Optional.of(ValueText.of(tree, line, assignment)),
              line,
              Placeholders.Place.UNIT));
    }
    return variables;
  }

  /** All assignments of {@link #environmentLines}, in order. */
  public List<EnvVariable> assignments() {
    List<EnvVariable> all = new ArrayList<>();
    for (EnvironmentLine line : environmentLines()) {
      all.addAll(line.variables());
    }
    return List.copyOf(all);
  }

  /** The proxy addresses that this file alone gives its unit. */
  public List<ProxySetting> proxies() {
    return EffectiveUnit.of(List.of(this)).environment().proxies();
  }

  /** The {@code UnsetEnvironment=} lines. */
  public List<Member> unsetEnvironment() {
    return service("UnsetEnvironment");
  }

  /** The {@code EnvironmentFile=} lines; what the files set is unknown here. */
  public List<Member> environmentFiles() {
    return service("EnvironmentFile");
  }

  /** The {@code PassEnvironment=} lines; what they pass on is unknown here. */
  public List<Member> passEnvironment() {
    return service("PassEnvironment");
  }

  private List<Member> service(String key) {
    List<Member> found = new ArrayList<>();
    for (Member section : tree.root().members()) {
      if (section.name().equals("Service")) {
        for (Member member : section.value().members()) {
          if (member.name().equals(key)) {
            found.add(member);
          }
        }
      }
    }
    return List.copyOf(found);
  }
}
