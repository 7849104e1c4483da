package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.RegistryAddress;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE446: an address that never equals the registry part of an image. */
final class RegistryAddressForm extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE446", "registry-address-form", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (RegistryCredential credential : manifest.registryCredentials()) {
      Optional<RegistryAddress> address = credential.registryAddress();
      if (address.isEmpty()
          || !Placeholders.isConcrete(address.get().text(), Placeholders.Place.CREDENTIAL)) {
        continue;
      }
      Optional<ImageUse> hubImage = dockerHubImage(document);
      if (!address.get().canMatch()) {
        report(document, credential, address.get(), hubImage, context);
      } else if (address.get().text().equalsIgnoreCase("docker.io") && hubImage.isPresent()) {
        report(document, credential, address.get(), hubImage, context);
      }
    }
  }

  /** An image such as {@code org/name}, which needs the one address of Docker Hub. */
  private static Optional<ImageUse> dockerHubImage(Document document) {
    for (ImageUse use : ImageUse.of(document)) {
      boolean ofHub =
          use.image()
              .credentialAddress()
              .filter(ImageReference.DOCKER_HUB_ADDRESS::equals)
              .isPresent();
      if (ofHub && use.isConcrete()) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  private static void report(
      Document document,
      RegistryCredential credential,
      RegistryAddress address,
      Optional<ImageUse> hubImage,
      RuleContext context) {
    JsonEditor editor = new JsonEditor(document.tree());
    boolean ofHub = address.isDockerHub() && hubImage.isPresent();
    Finding finding =
        Finding.of(
                INFO,
                document,
                credential.address().range(),
                Message.of(
                    "`{address}` never equals the registry part of an image{hint}; the agent pulls"
                        + " anonymously and the registry answers `unauthorized`.",
                    "address",
                    address.text(),
                    "hint",
                    ofHub
                        ? " (for `"
                            + hubImage.get().image().text()
                            + "` it must be `"
                            + ImageReference.DOCKER_HUB_ADDRESS
                            + "`)"
                        : ""))
            .withSeverity(address.canMatch() ? Severity.WARNING : Severity.ERROR);
    if (ofHub) {
      finding =
          finding.withFix(
              Fix.unsafe(
                  "Use `" + ImageReference.DOCKER_HUB_ADDRESS + "`",
                  document,
                  () ->
                      editor.set(
                          credential.address(), NewValue.text(ImageReference.DOCKER_HUB_ADDRESS))));
    } else if (!address.hostOnly().isBlank() && address.text().indexOf('@') < 0) {
      finding =
          finding.withFix(
              Fix.safe(
                  "Keep only the host",
                  document,
                  () -> editor.set(credential.address(), NewValue.text(address.hostOnly()))));
    }
    context.report(finding);
  }
}
