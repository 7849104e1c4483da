package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.RuleSetting.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code .edgelint.toml} says, together with the files it extends. In a key that several of
 * them have the nearest counts; tables are put together key by key, {@code [[device]]} and {@code
 * [[suppressions.entry]]} are added up.
 */
public final class Settings {

  /** The name of the settings file in each folder. */
  public static final String FILE_NAME = ".edgelint.toml";

  /**
   * Stands for a file with what an editor's own settings say. It counts in every folder, where no
   * file says otherwise.
   */
  public static final DocPath OF_EDITOR = new DocPath("edgelint:editor/" + FILE_NAME);

  private static final Set<String> VERSIONS = Set.of("1.4", "1.5", "1.6");
  private static final List<String> FILE_ROLES =
      List.of("template", "config", "config-template", "manifest", "layered");

  /** What an empty file says. */
  public static final Settings DEFAULT = new Settings(List.of());

  private final List<SettingsFile> files;
  private final Optional<Setting<RuntimeTrain>> version;
  private final boolean production;
  private final List<PathPattern> include;
  private final List<PathPattern> exclude;
  private final List<Setting<String>> select;
  private final List<Setting<String>> ignore;
  private final ProxySettings proxy;
  private final List<Setting<String>> allowedHosts;
  private final Map<String, List<PathPattern>> fileRoles = new LinkedHashMap<>();
  private final List<PathPattern> finals;
  private final List<DeviceSettings> devices;
  private final ListedRoles listedRoles;
  private final boolean jsonComments;
  private final boolean requireReason;
  private final List<SuppressionEntry> suppressions;
  private final List<RuleSetting> rules;

  /**
   * @param files the nearest first, then what it extends
   */
  Settings(List<SettingsFile> files) {
    this.files = List.copyOf(files);
    version = train(text("version"));
    production = text("profile").filter(set -> set.value().equals("production")).isPresent();
    include = patterns(texts("include"));
    exclude = patterns(texts("exclude"));
    select = texts("select");
    ignore = texts("ignore");
    proxy = proxyOfAll();
    allowedHosts = texts("network", "allow");
    for (String role : FILE_ROLES) {
      fileRoles.put(role, patterns(texts("files", role)));
    }
    finals = patterns(texts("files", "final"));
    devices = devicesOfAll();
    listedRoles = new ListedRoles(devices);
    jsonComments = flag("json", "comments").filter(Setting::value).isPresent();
    requireReason = flag("suppressions", "require-reason").filter(Setting::value).isPresent();
    suppressions = suppressionsOfAll();
    rules = rulesOfAll();
  }

  /** Whether a file of that name holds settings: those of its folder, or some to be extended. */
  static boolean isSettings(DocPath path) {
    return path.value().endsWith(FILE_NAME);
  }

  /** The file that a file of settings extends. */
  public static Optional<DocPath> extendedBy(Document settings) {
    return SettingsFile.of(settings).extended();
  }

  /** Whether a file of settings extends itself, by way of others or at once. */
  public static boolean isInCircle(Document settings, Snapshot snapshot) {
    return extendedBy(settings).stream()
        .flatMap(
            next ->
                SettingsFile.chain(next, path -> snapshot.document(path).map(SettingsFile::of))
                    .stream())
        .anyMatch(file -> file.path().equals(settings.path()));
  }

  /** Where these settings are written; empty for the default. */
  public Optional<DocPath> file() {
    return files.isEmpty() || files.get(0).path().equals(OF_EDITOR)
        ? Optional.empty()
        : Optional.of(files.get(0).path());
  }

  /** The settings files whose values count here, the nearest first. */
  public List<DocPath> allFiles() {
    List<DocPath> paths = new ArrayList<>(files.size());
    for (SettingsFile file : files) {
      paths.add(file.path());
    }
    return paths;
  }

  /** The version of the daemons of all devices. */
  public Optional<Setting<RuntimeTrain>> version() {
    return version;
  }

  /** Whether the rules of the profile {@code production} run. */
  public boolean isProduction() {
    return production;
  }

  /** Files that are read although git ignores them or their folder is usually passed over. */
  public List<PathPattern> include() {
    return include;
  }

  /** Files that do not exist for edgelint. */
  public List<PathPattern> exclude() {
    return exclude;
  }

  /** Whether a file does not exist for edgelint. A settings file always does. */
  public boolean excludes(DocPath path) {
    return !isSettings(path) && matchesAny(exclude, path);
  }

  /** Whether a file is read although git ignores it or its folder is usually passed over. */
  boolean includes(DocPath path) {
    return matchesAny(include, path);
  }

  /** Codes, beginnings of codes, or slugs of the only rules to run; all where this is empty. */
  public List<Setting<String>> select() {
    return select;
  }

  /** Codes, beginnings of codes, or slugs of rules not to run. */
  public List<Setting<String>> ignore() {
    return ignore;
  }

  /** The proxy of all devices; see {@link Device#proxySettings} for one of them. */
  public ProxySettings proxy() {
    return proxy;
  }

  /** Patterns of hosts that devices reach without a proxy. */
  public List<Setting<String>> allowedHosts() {
    return allowedHosts;
  }

  public List<DeviceSettings> devices() {
    return devices;
  }

  /** Whether something removes comments and trailing commas from JSON before it is read. */
  public boolean allowsJsonComments() {
    return jsonComments;
  }

  /** Whether a suppression must say why. */
  public boolean requiresReason() {
    return requireReason;
  }

  public List<SuppressionEntry> suppressions() {
    return suppressions;
  }

  /** The lines of {@code [rules]}; one per name. */
  public List<RuleSetting> rules() {
    return rules;
  }

  /** All patterns of {@code [files]}. */
  public List<PathPattern> filePatterns() {
    List<PathPattern> patterns = new ArrayList<>(finals);
    fileRoles.values().forEach(patterns::addAll);
    return patterns;
  }

  /** Whether the settings say that a file reaches a device as it is. */
  boolean isFinal(DocPath path) {
    return matchesAny(finals, path);
  }

  /** What the settings say that a file is. */
  Role roleOf(DocPath path) {
    if (isSettings(path)) {
      return Role.ANY;
    }
    Optional<DocumentKind> listed = listedRoles.kindOf(path);
    if (listed.isPresent()) {
      return Role.of(listed.get());
    }
    for (Map.Entry<String, List<PathPattern>> entry : fileRoles.entrySet()) {
      if (matchesAny(entry.getValue(), path)) {
        return switch (entry.getKey()) {
          case "template" -> Role.of(DocumentKind.TEMPLATE, true);
          case "config" -> Role.of(DocumentKind.DEVICE_CONFIG, false);
          case "config-template" -> Role.of(DocumentKind.DEVICE_CONFIG, true);
          case "manifest" -> Role.of(DocumentKind.MANIFEST, false);
          default -> Role.of(DocumentKind.LAYERED);
        };
      }
    }
    return Role.ANY;
  }

  /** Whether a file of this name is worth a look at its content. */
  public boolean isCandidate(DocPath path) {
    return Recognition.isCandidate(path) || roleOf(path).kind().isPresent();
  }

  private static boolean matchesAny(List<PathPattern> patterns, DocPath path) {
    for (PathPattern pattern : patterns) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }

  // --- reading -----------------------------------------------------------------------------

  private Optional<Setting<String>> text(String... path) {
    for (SettingsFile file : files) {
      Optional<Setting<String>> text = file.text(parent(file, path), path[path.length - 1]);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<Setting<Boolean>> flag(String... path) {
    for (SettingsFile file : files) {
      Optional<Setting<Boolean>> flag = file.flag(parent(file, path), path[path.length - 1]);
      if (flag.isPresent()) {
        return flag;
      }
    }
    return Optional.empty();
  }

  private List<Setting<String>> texts(String... path) {
    for (SettingsFile file : files) {
      Optional<List<Setting<String>>> texts = file.texts(parent(file, path), path[path.length - 1]);
      if (texts.isPresent()) {
        return texts.get();
      }
    }
    return List.of();
  }

  private static ConfigNode parent(SettingsFile file, String... path) {
    ConfigNode node = file.root();
    for (int i = 0; i + 1 < path.length; i++) {
      node = node.get(path[i]);
    }
    return node;
  }

  private static Optional<Setting<RuntimeTrain>> train(Optional<Setting<String>> text) {
    return text.filter(set -> VERSIONS.contains(set.value()))
        .flatMap(
            set ->
                RuntimeTrain.parse(set.value())
                    .map(train -> new Setting<>(train, set.file(), set.range())));
  }

  private static List<PathPattern> patterns(List<Setting<String>> texts) {
    List<PathPattern> patterns = new ArrayList<>(texts.size());
    for (Setting<String> text : texts) {
      patterns.add(PathPattern.of(text));
    }
    return List.copyOf(patterns);
  }

  private ProxySettings proxyOfAll() {
    ProxySettings proxyOfAll = ProxySettings.NONE;
    for (SettingsFile file : files) {
      proxyOfAll = proxyOfAll.over(proxyOf(file, file.root().get("proxy")));
    }
    return proxyOfAll;
  }

  private static ProxySettings proxyOf(SettingsFile file, ConfigNode table) {
    return new ProxySettings(
        file.flag(table, "required"),
        file.text(table, "url"),
        file.flag(table, "only"),
        file.flag(table, "inspects-tls"),
        file.flag(table, "reaches-parent"));
  }

  private List<DeviceSettings> devicesOfAll() {
    List<DeviceSettings> all = new ArrayList<>();
    for (SettingsFile file : files) {
      for (ObjectNode table : file.tables(file.root(), "device")) {
        all.add(
            new DeviceSettings(
                file.path(),
                table.header().isEmpty() ? table.range() : table.header(),
                file.text(table, "name"),
                file.text(table, "config").map(PathPattern::ofPath),
                file.text(table, "manifest").map(PathPattern::ofPath),
                paths(file.texts(table, "layers")),
                paths(file.texts(table, "units")),
                file.text(table, "daemon-json").map(PathPattern::ofPath),
                file.text(table, "companions")
                    .filter(s -> s.value().equals("complete"))
                    .isPresent(),
                train(file.text(table, "version")),
                proxyOf(file, table.get("proxy"))));
      }
    }
    return List.copyOf(all);
  }

  private static List<PathPattern> paths(Optional<List<Setting<String>>> texts) {
    List<PathPattern> paths = new ArrayList<>();
    for (Setting<String> text : texts.orElse(List.of())) {
      paths.add(PathPattern.ofPath(text));
    }
    return paths;
  }

  private List<SuppressionEntry> suppressionsOfAll() {
    List<SuppressionEntry> all = new ArrayList<>();
    for (SettingsFile file : files) {
      for (ObjectNode table : file.tables(file.root().get("suppressions"), "entry")) {
        all.add(
            new SuppressionEntry(
                file.path(),
                table.header().isEmpty() ? table.range() : table.header(),
                file.texts(table, "rules").orElse(List.of()),
                file.text(table, "path").map(PathPattern::of),
                file.text(table, "pointer"),
                file.text(table, "reason")));
      }
    }
    return List.copyOf(all);
  }

  private List<RuleSetting> rulesOfAll() {
    Map<String, RuleSetting> byName = new LinkedHashMap<>();
    for (SettingsFile file : files) {
      for (Member member : file.root().get("rules").members()) {
        Optional<Level> level = member.value().asText().flatMap(Level::ofLabel);
        if (level.isPresent()) {
          byName.putIfAbsent(
              member.name(),
              new RuleSetting(member.name(), level.get(), file.path(), member.key().range()));
        }
      }
    }
    return List.copyOf(byName.values());
  }
}
