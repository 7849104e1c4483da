package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.RegistryAddress;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE447: a credential that no image uses, while an image has none. */
final class RegistryCredentialMismatch extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE447", "registry-credential-mismatch", Severity.WARNING, MANIFEST);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    List<RegistryCredential> credentials = manifest.registryCredentials();
    List<ImageUse> uses = ImageUse.of(document);
    if (!manifest.isFullManifest() || credentials.isEmpty() || !isAllKnown(credentials, uses)) {
      return;
    }
    Optional<ImageUse> anonymous = anonymous(credentials, uses);
    if (anonymous.isEmpty()) {
      return;
    }
    for (RegistryCredential credential : credentials) {
      RegistryAddress address = credential.registryAddress().orElseThrow();
      if (address.canMatch() && uses.stream().noneMatch(use -> address.matches(use.image()))) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    credential.address().range(),
                    Message.of(
                        "Credential `{name}` is for `{address}`, which no image uses, while"
                            + " `{image}` has none and is pulled anonymously.",
                        "name",
                        credential.name(),
                        "address",
                        address.text(),
                        "image",
                        anonymous.get().image().text()))
                .relatedTo(document, anonymous.get().text().range(), "this image"));
      }
    }
  }

  private static boolean isAllKnown(List<RegistryCredential> credentials, List<ImageUse> uses) {
    for (RegistryCredential credential : credentials) {
      boolean known =
          credential
              .registryAddress()
              .filter(a -> Placeholders.isConcrete(a.text(), Placeholders.Place.CREDENTIAL))
              .isPresent();
      if (!known) {
        return false;
      }
    }
    return uses.stream().allMatch(ImageUse::isConcrete);
  }

  /** An image of a private Azure registry that no credential is for. */
  private static Optional<ImageUse> anonymous(
      List<RegistryCredential> credentials, List<ImageUse> uses) {
    for (ImageUse use : uses) {
      boolean isPrivate =
          use.image()
              .credentialAddress()
              .filter(address -> new RegistryAddress(address).isAzureContainerRegistry())
              .isPresent();
      boolean covered =
          credentials.stream()
              .anyMatch(c -> c.registryAddress().orElseThrow().matches(use.image()));
      if (isPrivate && !covered) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }
}
