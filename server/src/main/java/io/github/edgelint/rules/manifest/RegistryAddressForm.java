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
import java.util.Locale;
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
    Optional<ImageUse> meant = meant(document, address, hubImage);
    // Anybody may pull most images of Docker Hub, and others may need no credential either.
    boolean unused =
        address.isBareName() && meant.filter(use -> use.image().host().isPresent()).isEmpty();
    String right = meant.flatMap(use -> use.image().credentialAddress()).orElse("");
    Finding finding =
        Finding.of(
                INFO,
                document,
                credential.address().range(),
                Message.of(
                    "`{address}` never equals the registry part of an image{hint}; {consequence}.",
                    "address",
                    address.text(),
                    "hint",
                    meant
                        .map(
                            use -> " (for `" + use.image().text() + "` it must be `" + right + "`)")
                        .orElse(address.isBareName() ? ", which is a host with a dot or port" : ""),
                    "consequence",
                    unused
                        ? "the agent never uses this credential"
                        : right.equals(ImageReference.DOCKER_HUB_ADDRESS)
                            ? "the agent pulls anonymously, and Docker Hub refuses that where the"
                                + " repository is private"
                            : "the agent pulls anonymously and the registry answers `unauthorized`"))
            .withSeverity(severity(address, unused));
    JsonEditor editor = new JsonEditor(document.tree());
    if (meant.isPresent()) {
      finding =
          finding.withFix(
              Fix.unsafe(
                  "Use `" + right + "`",
                  document,
                  () -> editor.set(credential.address(), NewValue.text(right))));
    } else if (!address.isBareName()
        && !address.hostOnly().isBlank()
        && address.text().indexOf('@') < 0) {
      finding =
          finding.withFix(
              Fix.safe(
                  "Keep only the host",
                  document,
                  () -> editor.set(credential.address(), NewValue.text(address.hostOnly()))));
    }
    context.report(finding);
  }

  private static Severity severity(RegistryAddress address, boolean unused) {
    if (unused) {
      return Severity.INFO;
    }
    return address.canMatch() || address.isBareName() ? Severity.WARNING : Severity.ERROR;
  }

  /** The image that the credential is for, as far as its address tells. */
  private static Optional<ImageUse> meant(
      Document document, RegistryAddress address, Optional<ImageUse> hubImage) {
    if (address.isDockerHub()) {
      return hubImage;
    }
    if (!address.isBareName()) {
      return Optional.empty();
    }
    String name = address.text().toLowerCase(Locale.ROOT);
    return ImageUse.of(document).stream()
        .filter(ImageUse::isConcrete)
        .filter(
            use ->
                use.image().host().filter(host -> host.startsWith(name + ".")).isPresent()
                    || (use.image().host().isEmpty()
                        && use.image().repository().startsWith(name + "/")))
        .findFirst();
  }
}
