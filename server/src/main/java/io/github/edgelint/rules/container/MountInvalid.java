package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** EDGE612: a bind or mount that the engine refuses. */
final class MountInvalid extends OptionsRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE612", "mount-invalid", Severity.ERROR, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED);

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  /** Source: moby/moby:daemon/names/names.go. */
  private static final Pattern VOLUME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

  // Source: moby/moby:volume/mounts/linux_parser.go. A mode has at most one word of each kind.
  private static final List<Set<String>> MODES =
      List.of(
          Set.of("ro", "rw"),
          Set.of("z", "Z"),
          Set.of("private", "rprivate", "slave", "rslave", "shared", "rshared"),
          Set.of("nocopy"),
          Set.of("consistent", "cached", "delegated"));

  private static final Set<String> TYPES =
      Set.of("bind", "volume", "tmpfs", "npipe", "cluster", "image");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  List<Finding> findings(Container container) {
    List<Finding> findings = new ArrayList<>();
    for (String key : List.of("Binds", "Mounts")) {
      findings.addAll(findings(container, key, container.options().hostConfig(key)));
    }
    return findings.isEmpty() ? duplicates(container) : findings;
  }

  /** What the engine refuses in a value of {@code Binds} or {@code Mounts}; nothing of others. */
  static List<Finding> findings(Container container, String key, ConfigNode value) {
    List<Finding> findings = new ArrayList<>();
    for (ConfigNode item : value.items()) {
      if (key.equalsIgnoreCase("Binds")) {
        item.asText()
            .filter(text -> !container.isUnknown(text))
            .ifPresent(
                bind ->
                    refused(bind, container)
                        .ifPresent(
                            reason ->
                                findings.add(finding(container, item.range(), bind, reason))));
      } else if (key.equalsIgnoreCase("Mounts") && item instanceof ObjectNode mount) {
        mount(container, mount).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Why the engine refuses a bind; nothing where it takes it, or where Windows may. */
  private static Optional<String> refused(String bind, Container container) {
    String[] parts = bind.split(":", -1);
    if (bind.isEmpty() || isOfWindows(bind)) {
      return Optional.empty();
    }
    if (!parts[0].startsWith("/") && (parts.length == 1 || !isVolume(parts[0], container))) {
      return Optional.of("needs an absolute host path or a volume name");
    }
    if (parts.length == 1) {
      // A path alone is one in the container, where the engine puts a volume without a name.
      return Optional.empty();
    }
    if (!parts[1].startsWith("/")) {
      return Optional.of(
          parts.length == 2 && isMode(parts[1])
              ? "says nowhere in the container to put it"
              : "needs an absolute path in the container");
    }
    if (clean(parts[1]).isEmpty()) {
      return Optional.of("would cover the whole container");
    }
    return parts.length > 3 || (parts.length == 3 && !isMode(parts[2]))
        ? Optional.of("ends in a mode that the engine does not know")
        : Optional.empty();
  }

  /** Whether a drive or a pipe is named. */
  private static boolean isOfWindows(String bind) {
    if (bind.indexOf('\\') >= 0) {
      return true;
    }
    for (int colon = bind.indexOf(":/"); colon >= 0; colon = bind.indexOf(":/", colon + 1)) {
      int drive = colon - 1;
      if (drive >= 0
          && isLetter(bind.charAt(drive))
          && (drive == 0 || bind.charAt(drive - 1) == ':')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  // A dollar sign may be filled in by a tool that edgelint does not know.
  private static boolean isVolume(String source, Container container) {
    return VOLUME.matcher(source).matches()
        || source.startsWith("$")
        || container.hostMember("VolumeDriver").isPresent();
  }

  private static boolean isMode(String mode) {
    if (mode.isEmpty()) {
      return true;
    }
    List<Set<String>> left = new ArrayList<>(MODES);
    for (String word : mode.split(",", -1)) {
      if (!left.removeIf(kind -> kind.contains(word))) {
        return false;
      }
    }
    return true;
  }

  /** Two mounts at one place. */
  private static List<Finding> duplicates(Container container) {
    List<Finding> findings = new ArrayList<>();
    Map<String, TextRange> places = new HashMap<>();
    for (Mounts.Entry entry : Mounts.of(container).entries()) {
      String target = entry.target();
      if (!target.startsWith("/") || container.isUnknown(target)) {
        continue;
      }
      TextRange first = places.putIfAbsent(clean(target), entry.item());
      if (first != null) {
        findings.add(
            finding(container, entry.item(), target, "is mounted a second time")
                .relatedTo(container.document(), container.file(first), "the first time"));
      }
    }
    return findings;
  }

  /** A path without the slashes and dots that change nothing; empty for the root. */
  private static String clean(String path) {
    StringBuilder clean = new StringBuilder(path.length());
    for (String step : path.split("/")) {
      if (!step.isEmpty() && !step.equals(".")) {
        clean.append('/').append(step);
      }
    }
    return clean.toString();
  }

  private static Optional<Finding> mount(Container container, ObjectNode mount) {
    for (Member member : mount.members()) {
      String canonical =
          switch (member.name().toLowerCase(Locale.ROOT)) {
            case "src" -> "Source";
            case "dst", "destination" -> "Target";
            default -> "";
          };
      if (!canonical.isEmpty()) {
        Finding finding =
            finding(
                container,
                member.key().range(),
                member.name(),
                "must be called `" + canonical + "`");
        return Optional.of(
            mount.memberIgnoreCase(canonical).isPresent()
                ? finding
                : finding.withFix(
                    container.fix(
                        "Rename to `" + canonical + "`",
                        Applicability.SAFE,
                        () -> container.editor().rename(member.key(), canonical))));
      }
    }
    for (String key : List.of("Target", "Type")) {
      if (mount.memberIgnoreCase(key).isEmpty()) {
        return Optional.of(
            finding(container, mount.range(), "Mounts", "has an item without `" + key + "`"));
      }
    }
    Optional<Member> type = mount.memberIgnoreCase("Type");
    String word = type.flatMap(m -> m.value().asText()).orElse("");
    if (!word.isEmpty() && !TYPES.contains(word) && !container.isUnknown(word)) {
      return Optional.of(
          finding(
              container,
              type.get().value().range(),
              word,
              "is no type of mount (`bind`, `volume`, `tmpfs`)"));
    }
    Optional<String> source = mount.memberIgnoreCase("Source").flatMap(m -> m.value().asText());
    boolean absolute =
        source
            .filter(
                text ->
                    text.startsWith("/")
                        || DRIVE.matcher(text).matches()
                        || container.isUnknown(text))
            .isPresent();
    return word.equals("bind") && !absolute
        ? Optional.of(
            finding(
                container,
                mount.range(),
                source.orElse("Source"),
                "must be an absolute path of the host"))
        : Optional.empty();
  }

  private static Finding finding(
      Container container, TextRange range, String entry, String reason) {
    return Finding.of(
        INFO,
        container.document(),
        container.file(range),
        Message.of(
            "`{entry}` {reason}; the engine refuses the container of {module}.",
            "entry",
            entry,
            "reason",
            reason,
            "module",
            container.owner()));
  }
}
