package io.github.edgelint.rules.meta;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 9xx; what the engine finds itself is in {@link OwnFindings}. */
public final class MetaRules {

  private MetaRules() {}

  public static List<Rule> all() {
    return List.of(
        new SettingsInvalid(),
        new SettingsUnknownRule(),
        new SettingsPathMissing(),
        new SettingsProxyContradiction());
  }
}
