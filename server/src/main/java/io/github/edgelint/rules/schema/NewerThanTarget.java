package io.github.edgelint.rules.schema;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.schema.Documentation;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE114: a key that the daemons of the device do not know yet. */
final class NewerThanTarget implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE114", "newer-than-target", Severity.WARNING, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    TargetVersion target = context.device().targetVersion();
    if (target.isKnown() && document.schema().isPresent()) {
      Lookup lookup = document.schema().get().lookup();
      check(document.tree().root(), NodePath.ROOT, lookup, target, document, context);
    }
  }

  private static void check(
      ConfigNode node,
      NodePath path,
      Lookup lookup,
      TargetVersion target,
      Document document,
      RuleContext context) {
    for (Member member : node.members()) {
      NodePath place = path.child(member.name());
      Optional<String> since = lookup.at(place).said(Documentation::since);
      if (since.filter(target::isKnownBefore).isPresent()) {
        context.report(finding(document, member, since.get(), target));
      } else {
        check(member.value(), place, lookup, target, document, context);
      }
    }
  }

  private static Finding finding(
      Document document, Member member, String since, TargetVersion target) {
    return Finding.of(
        INFO,
        document,
        member.key().range(),
        Message.of(
            "`{key}` exists only from IoT Edge {since}; {target} ignores it without a message.",
            "key",
            member.name(),
            "since",
            since,
            "target",
            target.train().map(Object::toString).orElse("an older release")));
  }
}
