package io.github.edgelint.rules.container;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.text.Recent;
import java.util.List;

/**
 * A rule about create options that looks at nothing else. Options in a text that is as before have
 * the same nodes; where the rule found nothing in them, it does not look again.
 */
abstract class OptionsRule extends ContainerRule {

  private static final int KEPT = 200;

  private final Recent<ConfigNode, Boolean> clean = new Recent<>(KEPT);

  @Override
  final void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    boolean isText = options.embedded().isPresent();
    if (isText && clean.find(options.root()).isPresent()) {
      return;
    }
    List<Finding> findings = findings(container);
    findings.forEach(context::report);
    if (isText && findings.isEmpty()) {
      clean.keep(options.root(), true);
    }
  }

  /** What it finds; depends on nothing but the options. */
  abstract List<Finding> findings(Container container);
}
