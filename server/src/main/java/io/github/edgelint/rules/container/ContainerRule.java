package io.github.edgelint.rules.container;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.workspace.Document;

/** A rule about the create options of one container. */
abstract class ContainerRule implements DocumentRule {

  @Override
  public final void check(Document document, RuleContext context) {
    for (Container container : Container.of(document, context)) {
      check(container, context);
    }
  }

  abstract void check(Container container, RuleContext context);
}
