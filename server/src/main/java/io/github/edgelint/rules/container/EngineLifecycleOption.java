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
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** EDGE614: an option by which the engine acts behind the agent's back. */
final class EngineLifecycleOption extends OptionsRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE614",
          "engine-lifecycle-option",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> RESTARTING = Set.of("always", "on-failure", "unless-stopped");

  @Override
  List<Finding> findings(Container container) {
    List<Finding> findings = new ArrayList<>();
    Optional<Member> autoRemove = container.hostMember("AutoRemove");
    if (autoRemove.isPresent()
        && autoRemove.get().value() instanceof ScalarNode value
        && value.text().equalsIgnoreCase("true")) {
      findings.add(finding(container, autoRemove.get(), "delete", "creates it again and again"));
    }
    Optional<Member> restart = container.hostMember("RestartPolicy");
    boolean restarts =
        container
            .options()
            .hostConfig("RestartPolicy", "Name")
            .asText()
            .filter(name -> RESTARTING.contains(name.toLowerCase(Locale.ROOT)))
            .isPresent();
    if (restart.isPresent() && restarts) {
      findings.add(
          finding(container, restart.get(), "restart", "cannot stop it or apply its own back-off"));
    }
    return findings;
  }

  private static Finding finding(Container container, Member member, String verb, String agent) {
    return Finding.of(
            INFO,
            container.document(),
            container.file(member.key().range()),
            Message.of(
                "`{key}` lets the engine {verb} the container behind the agent's back, which"
                    + " then {agent}; use `restartPolicy` of the module.",
                "key",
                member.name(),
                "verb",
                verb,
                "agent",
                agent))
        .withFix(
            container.fix(
                "Remove `" + member.name() + "`",
                Applicability.UNSAFE,
                () -> container.editor().remove(member)));
  }
}
