package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What a document is, told from its name and a look at its content.
 *
 * @param template whether a tool fills the document in before IoT Edge reads it
 * @param reason why, in one sentence for people
 */
record Recognition(DocumentKind kind, boolean template, String reason) {

  private static final List<String> TEMPLATE_ENDINGS =
      List.of(".tmpl", ".tpl", ".tftpl", ".template", ".j2", ".erb", ".in");

  /** The marks that begin a directive of Jinja, Go and Handlebars, Terraform, and ERB. */
  static final List<String> DIRECTIVES = List.of("{%", "{{", "%{", "<%");

  private static final Pattern NEW_MANIFEST = Pattern.compile(".*(deployment|layer).*\\.json");

  /** No more than braces and the beginning of a key. */
  private static final Pattern NOTHING_YET =
      Pattern.compile("\\s*+\\{?+\\s*+\"?+\\w*+\"?+\\s*+\\}?+\\s*+");

  private static final Set<String> DAEMONS = Set.of("keyd", "certd", "identityd", "tpmd", "edged");

  private static final Set<String> ENGINE_KEYS =
      Set.of(
          "proxies",
          "http-proxy",
          "https-proxy",
          "dns",
          "log-driver",
          "log-opts",
          "registry-mirrors",
          "insecure-registries",
          "data-root");

  /** Tables that only a device configuration has. */
  private static final List<String> TELLING_TABLES =
      List.of(
          "agent.config",
          "edge_ca",
          "moby_runtime",
          "cert_issuance",
          "aziot_keys",
          "image_garbage_collection");

  // Source: Azure/iotedge:edgelet/iotedge/src/config/apply/mod.rs and
  // Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
  static final Set<String> CONFIG_ROOTS =
      Set.of(
          "hostname",
          "parent_hostname",
          "local_gateway_hostname",
          "trust_bundle_cert",
          "allow_elevated_docker_permissions",
          "allowed_bind_sources",
          "auto_reprovisioning_mode",
          "imported_master_encryption_key",
          "additional_info",
          "cloud_timeout_sec",
          "cloud_retries",
          "prefer_module_identity_cache",
          "provisioning",
          "localid",
          "aziot_keys",
          "preloaded_keys",
          "preloaded_certs",
          "cert_issuance",
          "tpm",
          "aziot_max_requests",
          "iotedge_max_requests",
          "agent",
          "connect",
          "listen",
          "watchdog",
          "edge_ca",
          "moby_runtime",
          "image_garbage_collection",
          "endpoints",
          "principal",
          "homedir",
          "homedir_path");

  /** The roots of {@link #CONFIG_ROOTS} that only files of single daemons have. */
  private static final Set<String> DAEMON_ROOTS =
      Set.of("principal", "homedir", "homedir_path", "endpoints");

  /**
   * Looks at a document.
   *
   * @param json gives the content read as JSON; asked only when the document may be one of ours
   */
  static Recognition of(DocPath path, Content content, Supplier<ConfigTree> json) {
    SourceText source = content.source();
    if (source.isUtf16()) {
      SourceText plain = SourceText.of(withoutSecondBytes(source.text()));
      return of(path, new Content(plain), () -> JsonParser.parse(plain));
    }
    String name = path.name();
    String folder = path.parent().map(DocPath::name).orElse("");
    if (Settings.isSettings(path)) {
      return new Recognition(DocumentKind.SETTINGS, false, "It is the settings file of edgelint.");
    }
    if (isUnit(name, folder)) {
      if (content.hasDirectiveLine()) {
        return other("Lines of it start with directives of a template.");
      }
      return new Recognition(
          DocumentKind.UNIT,
          false,
          folder.endsWith(".service.d")
              ? "It lies in `" + folder + "`."
              : "It has the name of a service of IoT Edge or of the container engine.");
    }
    Optional<Language> language = language(path, source.text());
    if (language.isEmpty()) {
      return other("Its name is none that files of IoT Edge have.");
    }
    return language.get() == Language.JSON
        ? ofJson(name, folder, source.text(), json)
        : ofToml(path, name, folder, content);
  }

  /** The notation that name and first character promise; empty for other files. */
  static Optional<Language> language(DocPath path, String text) {
    String name = path.name().toLowerCase(Locale.ROOT);
    if (isUnit(path.name(), path.parent().map(DocPath::name).orElse(""))) {
      return Optional.of(Language.UNIT);
    }
    if (name.endsWith(".toml") || (name.contains(".toml.") && hasTemplateName(name))) {
      return Optional.of(Language.TOML);
    }
    if (name.endsWith(".json") || startsWithBrace(text)) {
      return Optional.of(Language.JSON);
    }
    // A text without a file has no ending yet.
    return path.isFile() ? Optional.empty() : Optional.of(Language.TOML);
  }

  /** Whether a file of this name is worth a look at its content. */
  static boolean isCandidate(DocPath path) {
    return language(path, "").isPresent() || path.name().equals(TemplateBuild.VARIABLES);
  }

  /** Whether tools that fill templates give files such a name. */
  static boolean hasTemplateName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).contains("template") || hasTemplateEnding(fileName);
  }

  private static boolean hasTemplateEnding(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (String ending : TEMPLATE_ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file of this name and content may have placeholders instead of values. */
  static boolean mayBeTemplate(DocPath path, Content content) {
    return hasTemplateName(path.name())
        || content.namesTemplateSchema()
        || isFilledInToml(path, content);
  }

  /**
   * Whether a tool fills in a TOML file that has the name of its result. What lies where a device
   * has it was filled in.
   */
  private static boolean isFilledInToml(DocPath path, Content content) {
    return path.name().endsWith(".toml") && !isFinalPath(path) && content.hasDirectiveLine();
  }

  /** Whether the document is what reaches a device, so that nothing fills it in any more. */
  static boolean isFinalPath(DocPath path) {
    String name = path.name();
    String folder = path.parent().map(DocPath::name).orElse("");
    return (folder.equals("config") && name.startsWith("deployment") && name.endsWith(".json"))
        || path.value().endsWith("/etc/aziot/config.toml");
  }

  /** What a UTF-16 file means that was read as UTF-8; editors on Windows write such files. */
  private static String withoutSecondBytes(String text) {
    StringBuilder plain = new StringBuilder(text.length() / 2);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '\0' && c != '\uFFFD') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean startsWithBrace(String text) {
    int at = 0;
    while (at < text.length()
        && (text.charAt(at) <= ' ' || text.charAt(at) == SourceText.BYTE_ORDER_MARK)) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '{';
  }

  private static Recognition other(String reason) {
    return new Recognition(DocumentKind.OTHER, false, reason);
  }

  // --- units -------------------------------------------------------------------------------

  // What a tool makes a drop-in of lies in a folder of this name, too, and systemd never sees it.
  private static boolean isUnit(String name, String folder) {
    return (folder.endsWith(".service.d") && !hasTemplateEnding(name))
        || (name.endsWith(".service") && DaemonUnit.of(name).isPresent());
  }

  // --- JSON --------------------------------------------------------------------------------

  private static Recognition ofJson(
      String name, String folder, String text, Supplier<ConfigTree> json) {
    if (name.equals("daemon.json") && folder.equals("docker")) {
      return new Recognition(
          DocumentKind.ENGINE_CONFIG, false, "It is `daemon.json` in a folder `docker`.");
    }
    if (mentionsModules(text)) {
      Optional<DeploymentManifest> manifest = DeploymentManifest.of(json.get());
      return manifest.isPresent()
          ? ofManifest(name, json.get().root(), manifest.get())
          : other("Modules are mentioned, but not where a deployment manifest has them.");
    }
    if (name.toLowerCase(Locale.ROOT).contains("daemon") && name.endsWith(".json")) {
      for (Member member : json.get().root().members()) {
        if (ENGINE_KEYS.contains(member.name())) {
          return new Recognition(
              DocumentKind.ENGINE_CONFIG,
              false,
              "It is named like a `daemon.json` and sets `" + member.name() + "`.");
        }
      }
    }
    boolean binary = text.indexOf('\0') >= 0;
    return other(binary ? "It is no text file." : "It has no `modulesContent`.");
  }

  /** Whether the text can be a manifest at all; the keys are compared as the hub does. */
  private static boolean mentionsModules(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean found =
          c == '$'
              ? text.startsWith("$edgeAgent", at)
              : (c == 'm' || c == 'M')
                  && (text.regionMatches(true, at, "modulesContent", 0, 14)
                      || text.regionMatches(true, at, "moduleContent", 0, 13));
      if (found) {
        return true;
      }
    }
    return false;
  }

  /**
   * The kind that a file will have once more is written in it, as far as its name and a header
   * tell. An empty {@code config.toml} may be anybody's.
   */
  static Optional<DocumentKind> promised(DocPath path, Content content) {
    String name = path.name().toLowerCase(Locale.ROOT);
    if (name.contains("config.toml")) {
      return content.outline().has("provisioning")
          ? Optional.of(DocumentKind.DEVICE_CONFIG)
          : Optional.empty();
    }
    if (!NOTHING_YET.matcher(content.text()).matches()) {
      return Optional.empty();
    }
    if (name.equals("daemon.json")) {
      return Optional.of(DocumentKind.ENGINE_CONFIG);
    }
    if (!NEW_MANIFEST.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        hasTemplateName(name)
            ? DocumentKind.TEMPLATE
            : name.contains("layer") ? DocumentKind.LAYERED : DocumentKind.MANIFEST);
  }

  private static Recognition ofManifest(String name, ConfigNode root, DeploymentManifest manifest) {
    boolean template = hasTemplateName(name) || root.get("$schema-template").isPresent();
    if (manifest.isLayered()) {
      return new Recognition(
          DocumentKind.LAYERED,
          template,
          "It sets single properties of modules and has no complete `$edgeAgent`.");
    }
    if (template) {
      return new Recognition(
          DocumentKind.TEMPLATE,
          true,
          "It has modules, and "
              + (hasTemplateName(name) ? "the name of a template." : "a `$schema-template`."));
    }
    return new Recognition(DocumentKind.MANIFEST, false, "It has the modules of a deployment.");
  }

  // --- TOML --------------------------------------------------------------------------------

  private static Recognition ofToml(DocPath path, String name, String folder, Content content) {
    TomlOutline outline = content.outline();
    Optional<String> daemon = daemonReason(path, name, folder, content);
    if (daemon.isPresent()) {
      return new Recognition(DocumentKind.DAEMON_FILE, false, daemon.get());
    }
    Optional<String> config = configReason(name, folder, outline);
    if (config.isEmpty()) {
      return other("No table of `config.toml` is in use here.");
    }
    boolean template =
        hasTemplateName(name)
            || isFilledInToml(path, content)
            || (!outline.hasActiveLines() && !name.equals("config.toml"));
    return new Recognition(DocumentKind.DEVICE_CONFIG, template, config.get());
  }

  private static Optional<String> daemonReason(
      DocPath path, String name, String folder, Content content) {
    TomlOutline outline = content.outline();
    String above = path.parent().flatMap(DocPath::parent).map(DocPath::name).orElse("");
    boolean place =
        folder.equals("config.d")
            ? DAEMONS.contains(above)
            : name.equals("config.toml") && DAEMONS.contains(folder);
    if (place) {
      return Optional.of("It lies where the daemons of IoT Edge have their own files.");
    }
    if (isGenerated(content.text())) {
      return Optional.of("Its first lines say that `config apply` made it.");
    }
    if (outline.hasElements("principal") || outline.has("homedir_path")) {
      return Optional.of(
          "It has "
              + (outline.has("homedir_path") ? "`homedir_path`" : "`[[principal]]`")
              + ", which only files of single daemons have.");
    }
    boolean daemonHome =
        !outline.has("provisioning")
            || outline.has("provisioning.scope_id")
            || isNamedAfterDaemon(name)
            || outline.has("endpoints");
    return outline.has("homedir") && daemonHome
        ? Optional.of("It has `homedir`, which only files of single daemons have.")
        : Optional.empty();
  }

  private static boolean isNamedAfterDaemon(String name) {
    return name.endsWith(".toml") && DAEMONS.contains(name.substring(0, name.length() - 5));
  }

  // Source: Azure/iotedge:edgelet/iotedge/src/config/apply/mod.rs writes two comment lines.
  private static boolean isGenerated(String text) {
    String start = text.substring(0, Math.min(text.length(), 300));
    int generated = start.indexOf("auto-generated by `");
    return generated >= 0 && start.charAt(0) == '#' && start.indexOf("config apply`") > generated;
  }

  private static Optional<String> configReason(String name, String folder, TomlOutline outline) {
    if (name.equals("config.toml") && folder.equals("aziot")) {
      return Optional.of("It is `config.toml` in a folder `aziot`.");
    }
    if (outline.has("provisioning.source")) {
      return Optional.of("`[provisioning]` has a `source`.");
    }
    for (String table : TELLING_TABLES) {
      if (outline.has(table) && hasSecondRoot(outline, table)) {
        return Optional.of("It has `[" + table + "]` and other tables of `config.toml`.");
      }
      boolean stock = name.equals("config.toml") || !outline.hasActiveLines();
      if (stock && outline.hasCommentedTable(table)) {
        return Optional.of("It has the commented-out `[" + table + "]` of the stock file.");
      }
    }
    return Optional.empty();
  }

  private static boolean hasSecondRoot(TomlOutline outline, String table) {
    for (String root : CONFIG_ROOTS) {
      boolean isTable = table.equals(root) || table.startsWith(root + ".");
      if (!isTable && !DAEMON_ROOTS.contains(root) && outline.has(root)) {
        return true;
      }
    }
    return false;
  }
}
