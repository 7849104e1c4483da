package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.iotedge.value.DeviceConnectionString;
import io.github.edgelint.iotedge.value.HostLists;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.UrlMention;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host outside of the site that a device calls. Source: Microsoft Learn, "Prepare to deploy your
 * IoT Edge solution in production", section about firewalls.
 *
 * @param host a name, or {@code *.} and a domain for any host in it
 * @param range the value that names it
 */
public record CalledHost(Document document, TextRange range, String host, Purpose purpose) {

  /** What a host is for. */
  public enum Purpose {
    REGISTRY("image registry", "image pulls fail"),
    CONTENT("content of the image registry", "image pulls fail"),
    HUB("IoT Hub", "provisioning fails"),
    DPS("Device Provisioning Service", "provisioning fails"),
    EST("EST server", "certificate requests fail");

    private final String label;
    private final String damage;

    Purpose(String label, String damage) {
      this.label = label;
      this.damage = damage;
    }

    public String label() {
      return label;
    }

    /** What becomes of a device that cannot reach the host: a subject and its verb. */
    public String damage() {
      return damage;
    }
  }

  private static final String MICROSOFT_REGISTRY = "mcr.microsoft.com";
  private static final String MICROSOFT_CONTENT = "*.data.mcr.microsoft.com";
  private static final String DOCKER_HUB = "registry-1.docker.io";

  /** The hosts that the documents of a device name, in order of place. */
  public static List<CalledHost> of(Device device) {
    List<CalledHost> found = new ArrayList<>();
    device
        .deviceConfig()
        .ifPresent(config -> addConfig(device.config().orElseThrow(), config, found));
    device
        .deployment()
        .ifPresent(manifest -> addManifest(device.manifest().orElseThrow(), manifest, found));
    String parent =
        device
            .deviceConfig()
            .flatMap(DeviceConfig::parentHostname)
            .map(ScalarNode::text)
            .orElse("");
    found.removeIf(called -> called.host.equalsIgnoreCase(parent));
    return found;
  }

  private static void addConfig(Document document, DeviceConfig config, List<CalledHost> into) {
    config
        .string("provisioning", "iothub_hostname")
        .ifPresent(value -> add(document, value, value.text(), Purpose.HUB, into));
    config
        .string("provisioning", "connection_string")
        .ifPresent(
            value ->
                DeviceConnectionString.parse(value.text())
                    .hostName()
                    .ifPresent(host -> add(document, value, host, Purpose.HUB, into)));
    config
        .string("provisioning", "global_endpoint")
        .ifPresent(value -> addUrl(document, value, Purpose.DPS, into));
    config.estServers().forEach(value -> addUrl(document, value, Purpose.EST, into));
    config.agentImage().ifPresent(value -> addImage(document, value, into));
  }

  private static void addManifest(
      Document document, DeploymentManifest manifest, List<CalledHost> into) {
    for (RegistryCredential credential : manifest.registryCredentials()) {
      ConfigNode address = credential.address();
      if (address instanceof ScalarNode value && credential.registryAddress().isPresent()) {
        boolean hub = credential.registryAddress().get().isDockerHub();
        String host = hub ? DOCKER_HUB : credential.registryAddress().get().hostOnly();
        add(document, value, host, Purpose.REGISTRY, into);
      }
    }
    for (Module module : manifest.modules()) {
      module.image().ifPresent(value -> addImage(document, value, into));
    }
  }

  private static void addUrl(
      Document document, ScalarNode value, Purpose purpose, List<CalledHost> into) {
    UrlMention.in(value.text()).stream()
        .findFirst()
        .ifPresent(url -> add(document, value, url.host(), purpose, into));
  }

  private static void addImage(Document document, ScalarNode value, List<CalledHost> into) {
    ImageReference image = ImageReference.parse(value.text());
    Optional<String> registry = image.host();
    if (image.isFromParent() || (registry.isEmpty() && !isKnown(document, value.text()))) {
      return;
    }
    String host = image.isFromDockerHub() ? DOCKER_HUB : registry.orElse("");
    add(document, value, host, Purpose.REGISTRY, into);
    if (host.equalsIgnoreCase(MICROSOFT_REGISTRY)) {
      add(document, value, MICROSOFT_CONTENT, Purpose.CONTENT, into);
    }
  }

  private static void add(
      Document document, ScalarNode value, String host, Purpose purpose, List<CalledHost> into) {
    int port = host.lastIndexOf(':');
    String name = port > 0 && host.indexOf(':') == port ? host.substring(0, port) : host;
    if (isKnown(document, name) && HostLists.isExternal(name)) {
      into.add(new CalledHost(document, value.range(), name, purpose));
    }
  }

  private static boolean isKnown(Document document, String text) {
    Placeholders.Place place =
        document.isTemplate() ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE;
    return Placeholders.isConcrete(text, place);
  }

  /** Whether an entry of an allow-list lets the device reach the host. */
  boolean isAllowedBy(String entry) {
    String allowed = entry.strip();
    if (!allowed.startsWith("*.")) {
      return host.equalsIgnoreCase(allowed);
    }
    String domain = allowed.substring(1);
    return host.length() > domain.length()
        && host.regionMatches(true, host.length() - domain.length(), domain, 0, domain.length());
  }
}
