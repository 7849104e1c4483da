package io.github.edgelint.rules;

/**
 * One thing that can be wrong. Rules are stateless and may be called by several threads at once.
 */
public sealed interface Rule permits DocumentRule, DeviceRule {

  RuleInfo info();
}
