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
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import java.util.Optional;

/** EDGE606: an option on the wrong level, where nobody reads it. */
final class OptionMisplaced extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE606",
          "createoptions-misplaced-key",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    if (!(container.options().root() instanceof ObjectNode root)) {
      return;
    }
    boolean exact = container.module().isEmpty();
    Optional<Member> host = container.options().member("HostConfig");
    for (Member member : root.members()) {
      if (OptionNames.isHost(member.name(), exact) && !OptionNames.isTop(member.name(), exact)) {
        report(container, member, "under `HostConfig`", host.map(Member::value), context);
      } else if (member.name().equalsIgnoreCase("createOptions")
          && member.value() instanceof ObjectNode) {
        report(container, member, "one level higher", Optional.empty(), context);
      }
    }
    if (host.isEmpty()) {
      return;
    }
    for (Member member : host.get().value().members()) {
      if (OptionNames.isTop(member.name(), exact) && !OptionNames.isHost(member.name(), exact)) {
        report(container, member, "one level higher", Optional.of(root), context);
      }
    }
  }

  private static void report(
      Container container,
      Member member,
      String where,
      Optional<ConfigNode> target,
      RuleContext context) {
    boolean toHost = where.equals("under `HostConfig`");
    NodePath place = toHost ? NodePath.of("HostConfig", member.name()) : NodePath.of(member.name());
    // Where nobody reads it, a wrong value does no harm; moved, it may stop the whole deployment.
    boolean fits = OptionTypes.fits(container, member.value(), place);
    Applicability applicability =
        MountInvalid.findings(container, member.name(), member.value()).isEmpty()
            ? Applicability.SAFE
            : Applicability.UNSAFE;
    Finding finding =
        Finding.of(
            INFO,
            container.document(),
            container.file(member.key().range()),
            Message.of(
                "`{key}` has no effect on this level; the engine reads it {where}.",
                "key",
                member.name(),
                "where",
                where));
    if (fits && toHost && target.isEmpty()) {
      finding = finding.withFix(container.moveInto(member, "HostConfig", applicability));
    } else if (fits
        && target.isPresent()
        && target.get() instanceof ObjectNode object
        && object.memberIgnoreCase(member.name()).isEmpty()) {
      finding = finding.withFix(container.move(member, object, applicability));
    }
    context.report(finding);
  }
}
