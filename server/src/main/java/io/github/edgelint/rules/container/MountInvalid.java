package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** EDGE612: a bind or mount that the engine refuses. */
final class MountInvalid extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE612", "mount-invalid", Severity.ERROR, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED);

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    for (String key : List.of("Binds", "Mounts")) {
      findings(container, key, container.options().hostConfig(key)).forEach(context::report);
    }
  }

  /** What the engine refuses in a value of {@code Binds} or {@code Mounts}; nothing of others. */
  static List<Finding> findings(Container container, String key, ConfigNode value) {
    List<Finding> findings = new ArrayList<>();
    for (ConfigNode item : value.items()) {
      if (key.equalsIgnoreCase("Binds")) {
        item.asText()
            .filter(text -> !container.isUnknown(text) && isBadBind(text))
            .ifPresent(
                bind ->
                    findings.add(
                        finding(
                            container,
                            item.range(),
                            bind,
                            "needs an absolute host path or a volume name")));
      } else if (key.equalsIgnoreCase("Mounts") && item instanceof ObjectNode mount) {
        mount(container, mount).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean isBadBind(String bind) {
    if (bind.isEmpty() || bind.startsWith("\\\\")) {
      return false;
    }
    int colon = bind.indexOf(':');
    if (colon < 0) {
      return true;
    }
    String source = bind.substring(0, colon);
    return source.startsWith(".")
        || source.startsWith("~")
        || (source.contains("/") && !source.startsWith("/"));
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
    if (mount.memberIgnoreCase("Target").isEmpty()) {
      return Optional.of(
          finding(container, mount.range(), "Mounts", "has an item without `Target`"));
    }
    String type = mount.memberIgnoreCase("Type").flatMap(m -> m.value().asText()).orElse("");
    Optional<String> source = mount.memberIgnoreCase("Source").flatMap(m -> m.value().asText());
    boolean absolute =
        source
            .filter(
                text ->
                    text.startsWith("/")
                        || DRIVE.matcher(text).matches()
                        || container.isUnknown(text))
            .isPresent();
    return type.equals("bind") && !absolute
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
