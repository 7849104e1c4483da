package io.github.edgelint.rules.manifest;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** The variables that the build of a template replaces, with the places they stand in. */
record TemplateTokens(ScalarNode text, Placeholders.Placeholder token) {

  /** All variables in texts and unquoted values. */
  static List<TemplateTokens> of(Document document, RuleContext context) {
    return context.shared(TemplateTokens.class, document, () -> read(document));
  }

  private static List<TemplateTokens> read(Document document) {
    List<TemplateTokens> found = new ArrayList<>();
    if (document.source().text().indexOf('$') >= 0) {
      walk(document.tree().root(), found);
    }
    return found;
  }

  private static void walk(ConfigNode node, List<TemplateTokens> found) {
    if (node instanceof ScalarNode value && value.text().indexOf('$') >= 0) {
      boolean route = value.text().contains("/messages") || value.text().contains("INTO ");
      for (Placeholders.Placeholder token : Placeholders.templateVariables(value.text())) {
        // In a route a dollar name without braces is a system property.
        if (!route || token.kind() == Placeholders.Kind.DOLLAR_BRACE) {
          found.add(new TemplateTokens(value, token));
        }
      }
    }
    for (Member member : node.members()) {
      walk(member.value(), found);
    }
    for (ConfigNode item : node.items()) {
      walk(item, found);
    }
  }

  String name() {
    return token.name();
  }

  /** The token in the file. */
  TextRange range() {
    return text.rangeOf(token.range());
  }
}
