package io.github.edgelint.rules;

import io.github.edgelint.workspace.Document;

/**
 * A rule that looks at one document; it is called for each document of its kinds.
 *
 * <p>Copies of a file in other folders are not looked at anew by a rule that asked {@link
 * RuleContext} neither for the device nor for other files: what it said is then true of them as
 * well. So a rule to which the folder of a document matters asks there. The same holds for devices
 * of one document, whose name is for people only.
 */
public non-sealed interface DocumentRule extends Rule {

  void check(Document document, RuleContext context);
}
