package io.github.edgelint.cli;

import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;

/** Where people read on. edgelint itself never goes there. */
final class Links {

  static final String PROJECT = "https://github.com/edgelint/edgelint";

  private Links() {}

  /** The page of a rule on the web. */
  static String rule(RuleInfo rule) {
    return RulePage.address(rule.code());
  }
}
