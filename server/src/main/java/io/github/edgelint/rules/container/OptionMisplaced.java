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
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE606: an option on the wrong level, where nobody reads it. */
final class OptionMisplaced extends OptionsRule {

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
  List<Finding> findings(Container container) {
    List<Finding> findings = new ArrayList<>();
    if (!(container.options().root() instanceof ObjectNode root)) {
      return findings;
    }
    boolean exact = container.module().isEmpty();
    Optional<Member> host = container.options().member("HostConfig");
    for (Member member : root.members()) {
      if (OptionNames.isHost(member.name(), exact) && !OptionNames.isTop(member.name(), exact)) {
        findings.add(finding(container, member, "under `HostConfig`", host.map(Member::value)));
      } else if (member.name().equalsIgnoreCase("createOptions")
          && member.value() instanceof ObjectNode) {
        findings.add(finding(container, member, "one level higher", Optional.empty()));
      }
    }
    if (host.isEmpty()) {
      return findings;
    }
    for (Member member : host.get().value().members()) {
      if (OptionNames.isTop(member.name(), exact) && !OptionNames.isHost(member.name(), exact)) {
        findings.add(finding(container, member, "one level higher", Optional.of(root)));
      }
    }
    return findings;
  }

  private static Finding finding(
      Container container, Member member, String where, Optional<ConfigNode> target) {
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
      return finding.withFix(container.moveInto(member, "HostConfig", applicability));
    }
    if (fits
        && target.isPresent()
        && target.get() instanceof ObjectNode object
        && object.memberIgnoreCase(member.name()).isEmpty()) {
      return finding.withFix(container.move(member, object, applicability));
    }
    return finding;
  }
}
