package io.github.edgelint.rules;

import io.github.edgelint.workspace.Document;

/** A rule that looks at one document; it is called once for each document of its kinds. */
public non-sealed interface DocumentRule extends Rule {

  void check(Document document, RuleContext context);
}
