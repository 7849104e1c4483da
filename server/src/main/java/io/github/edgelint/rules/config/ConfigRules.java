package io.github.edgelint.rules.config;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 3xx. */
public final class ConfigRules {

  private ConfigRules() {}

  public static List<Rule> all() {
    return List.of(
        new ProvisioningIncomplete(),
        new ProvisioningVocabulary(),
        new ConnectionStringInvalid(),
        new SymmetricKeyNotTable(),
        new UriExpected(),
        new UriNeedsThreeSlashes(),
        new UriSchemeUnsupported(),
        new Pkcs11UriInvalid());
  }
}
