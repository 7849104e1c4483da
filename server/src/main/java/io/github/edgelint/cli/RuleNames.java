package io.github.edgelint.cli;

import io.github.edgelint.rules.RuleCatalog;
import java.util.Iterator;

/** The codes, slugs and groups of all rules, for shells. */
final class RuleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return RuleCatalog.selectors().iterator();
  }
}
