package io.github.edgelint.rules.config;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 3xx. */
public final class ConfigRules {

  private ConfigRules() {}

  public static List<Rule> all() {
    return List.of(
        new ProvisioningMissing(),
        new ProvisioningIncomplete(),
        new ProvisioningVocabulary(),
        new ConnectionStringInvalid(),
        new CompetingSettings(),
        new SymmetricKeyNotTable(),
        new ConfigPlaceholder(),
        new DpsWithParent(),
        new ProvisioningNone(),
        new UriExpected(),
        new UriNeedsThreeSlashes(),
        new UriSchemeUnsupported(),
        new Pkcs11UriInvalid(),
        new Pkcs11LibraryMissing(),
        new AziotKeysUnknownName(),
        new CertificateIdNotApplied(),
        new EdgeCaIncomplete(),
        new EdgeCaMixed(),
        new CertificateOptionIgnored(),
        new EstCredentialPair(),
        new IssuerNotConfigured(),
        new CertificateThirtyDays(),
        new AgentName(),
        new UpstreamImageWithoutParent(),
        new HostNameForm(),
        new CredentialFileLocation(),
        new ConfigSettingWithoutEffect());
  }
}
