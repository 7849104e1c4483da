package io.github.edgelint.rules.secret;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 8xx. */
public final class SecretRules {

  private SecretRules() {}

  public static List<Rule> all() {
    return List.of(
        new ProxyPasswordInManifest(),
        new ProxyPasswordInUnit(),
        new RegistryPasswordLiteral(),
        new SecretInManifest(),
        new SecretInRepository());
  }
}
