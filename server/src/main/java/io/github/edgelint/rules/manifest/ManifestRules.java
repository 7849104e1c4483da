package io.github.edgelint.rules.manifest;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 4xx. */
public final class ManifestRules {

  private ManifestRules() {}

  public static List<Rule> all() {
    return List.of(
        new ManifestRootKey(),
        new EdgeHubMissing(),
        new PartialManifest(),
        new SchemaVersionUnsupported(),
        new FeatureNeedsSchemaVersion(),
        new StoreAndForwardMissing(),
        new TimeToLiveZero(),
        new MqttBrokerRemoved(),
        new ModuleNameInvalid(),
        new ModuleNameCollision(),
        new TwinWithoutModule(),
        new EnvShape(),
        new EnvReserved(),
        new EnvValueRewritten(),
        new EdgeHubStartsLate(),
        new UpstreamImageWithoutPort(),
        new ImageReferenceInvalid(),
        new ImageNotPinned(),
        new RuntimeEndOfLife(),
        new RuntimeVersionSkew(),
        new PullNever(),
        new RegistryCredentialInvalid(),
        new RegistryAddressForm(),
        new RegistryCredentialMismatch(),
        new SettingWithoutEffect(),
        new RuntimeEnvValue(),
        new TwinKeyNotAllowed(),
        new TwinValueNotAllowed(),
        new ManifestTooLarge(),
        new UnresolvedPlaceholder(),
        new TemplateVariableUndefined(),
        new TemplateVariableFromShell(),
        new EnvFileBreaksJson(),
        new TemplateCreateOptionsTooLong(),
        new ImagePlaceholderUnknown(),
        new LayerSystemModule(),
        new LayerWithoutEdgeAgent(),
        new LayerOverwritesSection(),
        new LayerLeavesChunks(),
        new DeploymentHeader());
  }
}
