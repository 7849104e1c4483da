package io.github.edgelint.proxy;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.HostLists;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.iotedge.value.UrlMention;
import io.github.edgelint.proxy.ChecklistRow.Place;
import io.github.edgelint.proxy.Destination.Protocol;
import io.github.edgelint.rules.proxy.CalledHost;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one device must reach through the firewall, told from its own files. Sources: Microsoft
 * Learn, "Prepare to deploy your IoT Edge solution in production" and "Azure Private Endpoint DNS
 * configuration".
 *
 * @param destinations each host and port once, in the order in which a device calls them
 */
public record AllowList(Device device, List<Destination> destinations) {

  private static final int HTTPS = 443;
  private static final String IOT_HUB = "IoT Hub";
  private static final String DPS = "global.azure-devices-provisioning.net";
  private static final String MICROSOFT_REGISTRY = "mcr.microsoft.com";
  private static final List<String> DOCKER_HUB =
      List.of("auth.docker.io", "index.docker.io", "production.cloudflare.docker.com");
  // Names of IoT Hubs, of the DPS and of registries with the storage their layers lie in.
  private static final List<Cloud> CLOUDS =
      List.of(
          new Cloud("azure-devices.net", ".net", ".azurecr.io", "*.blob.core.windows.net"),
          new Cloud("azure-devices.us", ".us", ".azurecr.us", "*.blob.core.usgovcloudapi.net"),
          new Cloud("azure-devices.cn", ".cn", ".azurecr.cn", "*.blob.core.chinacloudapi.cn"));

  private record Cloud(String hubs, String topDomain, String registries, String storage) {

    static Cloud ofEndpoint(String host) {
      return CLOUDS.stream()
          .filter(cloud -> host.endsWith(cloud.topDomain))
          .findFirst()
          .orElse(CLOUDS.get(0));
    }
  }

  public AllowList {
    destinations = List.copyOf(destinations);
  }

  public static AllowList of(Device device) {
    return new AllowList(device, new Collector(device).collect());
  }

  /** Gathers destinations; of two with one host and port the first stays. */
  private static final class Collector {

    private final Device device;
    private final Map<String, Destination> found = new LinkedHashMap<>();

    Collector(Device device) {
      this.device = device;
    }

    List<Destination> collect() {
      Optional<Place> parent = parent();
      if (parent.isEmpty()) {
        provisioning();
      }
      List<CalledHost> named = CalledHost.of(device);
      for (CalledHost called : named) {
        called(called, parent.isPresent());
      }
      if (parent.isEmpty()) {
        unnamedHub(named);
      }
      defaultAgentImage();
      modules();
      checksAndPackages();
      return List.copyOf(found.values());
    }

    /** A nested device calls the device above it instead of the hub and the DPS. */
    private Optional<Place> parent() {
      Optional<ScalarNode> parent =
          device
              .deviceConfig()
              .flatMap(DeviceConfig::parentHostname)
              .filter(host -> !host.text().isBlank());
      Optional<Place> place =
          parent.map(host -> new Place(device.config().orElseThrow(), host.range()));
      parent
          .map(ScalarNode::text)
          .filter(Placeholders::isConcrete)
          .ifPresent(
              host -> {
                add(host, HTTPS, Protocol.HTTPS, "the device above", place);
                tcp(host, "the device above", place);
              });
      return place;
    }

    private void provisioning() {
      Optional<DeviceConfig> config = device.deviceConfig();
      Optional<ScalarNode> source = config.flatMap(DeviceConfig::provisioningSource);
      if (source.isEmpty() || !source.get().text().equals("dps")) {
        return;
      }
      Document document = device.config().orElseThrow();
      Optional<ScalarNode> endpoint = config.get().string("provisioning", "global_endpoint");
      if (endpoint.isEmpty()) {
        Optional<Place> place = Optional.of(new Place(document, source.get().range()));
        add(DPS, HTTPS, Protocol.HTTPS, "Device Provisioning Service", place);
      }
      String host =
          endpoint.stream()
              .flatMap(value -> UrlMention.in(value.text()).stream())
              .map(UrlMention::host)
              .findFirst()
              .orElse(DPS);
      // Only the service tells the device which hub is its own.
      hub(
          "*." + Cloud.ofEndpoint(host).hubs(),
          Optional.of(new Place(document, endpoint.orElse(source.get()).range())));
    }

    private void called(CalledHost called, boolean nested) {
      Optional<Place> place = Optional.of(new Place(called.document(), called.range()));
      String host = called.host().toLowerCase(Locale.ROOT);
      switch (called.purpose()) {
        case HUB -> {
          if (!nested) {
            hub(host, place);
          }
        }
        case DPS -> {
          if (!nested) {
            add(host, HTTPS, Protocol.HTTPS, called.purpose().label(), place);
          }
        }
        case REGISTRY -> registry(called, host, place);
        case CONTENT, EST ->
            add(host, port(called), Protocol.HTTPS, called.purpose().label(), place);
      }
    }

    /** A device calls its hub, also where a tool fills in its name or no file is there to tell. */
    private void unnamedHub(List<CalledHost> named) {
      boolean known = found.values().stream().anyMatch(other -> other.why().equals(IOT_HUB));
      if (known || (device.config().isEmpty() && device.manifest().isEmpty())) {
        return;
      }
      Cloud cloud =
          CLOUDS.stream()
              .filter(c -> named.stream().anyMatch(host -> host.host().endsWith(c.registries())))
              .findFirst()
              .orElse(CLOUDS.get(0));
      hub("*." + cloud.hubs(), Optional.empty());
    }

    private void hub(String host, Optional<Place> place) {
      add(host, HTTPS, Protocol.HTTPS, IOT_HUB, place);
      tcp(host, IOT_HUB, place);
    }

    /** The ports of the plain protocols, as far as the runtime uses one. */
    private void tcp(String host, String why, Optional<Place> place) {
      List<UpstreamProtocol> set =
          DeviceEnvironments.runtime(device).stream()
              .flatMap(scope -> scope.protocol().stream())
              .distinct()
              .toList();
      // Without a protocol edgeAgent and edgeHub speak AMQP over TCP.
      List<UpstreamProtocol> spoken = set.isEmpty() ? List.of(UpstreamProtocol.AMQP) : set;
      for (UpstreamProtocol protocol : spoken) {
        if (protocol == UpstreamProtocol.AMQP) {
          add(host, protocol.port(), Protocol.AMQPS, why, place);
        } else if (protocol == UpstreamProtocol.MQTT) {
          add(host, protocol.port(), Protocol.MQTTS, why, place);
        }
      }
    }

    private void registry(CalledHost called, String host, Optional<Place> place) {
      String why = called.purpose().label();
      add(host, port(called), Protocol.HTTPS, why, place);
      for (Cloud cloud : CLOUDS) {
        if (host.endsWith(cloud.registries())) {
          String name = host.substring(0, host.length() - cloud.registries().length());
          add(
              cloud.storage(),
              HTTPS,
              Protocol.HTTPS,
              "layers of "
                  + host
                  + "; with dedicated data endpoints "
                  + name
                  + ".<region>.data"
                  + cloud.registries()
                  + " instead",
              place);
        }
      }
      if (host.endsWith("docker.io")) {
        DOCKER_HUB.forEach(
            other -> add(other, HTTPS, Protocol.HTTPS, "log-in and layers of Docker Hub", place));
      }
    }

    /** Without {@code [agent]} the daemon pulls the image of its own version. */
    private void defaultAgentImage() {
      if (device.deviceConfig().filter(config -> !config.agent().isPresent()).isPresent()) {
        String why = "image of the first edgeAgent";
        add(MICROSOFT_REGISTRY, HTTPS, Protocol.HTTPS, why, Optional.empty());
        add("*.data." + MICROSOFT_REGISTRY, HTTPS, Protocol.HTTPS, why, Optional.empty());
      }
    }

    private void modules() {
      for (ProxyScope scope : DeviceEnvironments.modules(device)) {
        for (EnvVariable variable : scope.environment().variables()) {
          if (variable.isConcrete() && ProxyVariable.ofAnyCase(variable.name()).isEmpty()) {
            endpoint(scope, variable);
          }
        }
      }
    }

    private void endpoint(ProxyScope scope, EnvVariable variable) {
      String value = variable.value().orElse("");
      Optional<Place> place = Optional.of(new Place(scope.document(), variable.nameRange()));
      String why = scope.environment().owner() + ", " + variable.name();
      for (UrlMention url : UrlMention.in(value)) {
        if (Set.of("http", "https").contains(url.scheme()) && HostLists.isExternal(url.host())) {
          boolean plain = url.scheme().equals("http");
          add(
              url.host(),
              portBehind(value, url.hostRange().end()).orElse(plain ? 80 : HTTPS),
              plain ? Protocol.HTTP : Protocol.HTTPS,
              why,
              place);
          return;
        }
      }
      HostLists.azureHostIn(value)
          .map(range -> range.of(value))
          .map(host -> host.startsWith("core.") ? storage(host, value) : host)
          .ifPresent(host -> add(host, HTTPS, Protocol.HTTPS, why, place));
    }

    /** The blobs of the account that a connection string names; else any host of the storage. */
    private static String storage(String domain, String connection) {
      int name = connection.indexOf("AccountName=");
      int start = name + "AccountName=".length();
      int end = connection.indexOf(';', start);
      return name < 0 || end <= start
          ? "*." + domain
          : connection.substring(start, end).strip() + ".blob." + domain;
    }

    private void checksAndPackages() {
      if (device.config().isPresent()) {
        for (String host : List.of("aka.ms", "raw.githubusercontent.com")) {
          add(host, HTTPS, Protocol.HTTPS, "version check of `iotedge check`", Optional.empty());
        }
        String why = "installation and updates, beside the mirrors of the distribution";
        add("packages.microsoft.com", HTTPS, Protocol.HTTPS, why, Optional.empty());
      }
    }

    private void add(String host, int port, Protocol protocol, String why, Optional<Place> place) {
      String name = host.toLowerCase(Locale.ROOT);
      found.putIfAbsent(name + ":" + port, new Destination(name, port, protocol, why, place));
    }

    private static int port(CalledHost called) {
      String text = called.range().of(called.document().source().text());
      int at = text.toLowerCase(Locale.ROOT).indexOf(called.host().toLowerCase(Locale.ROOT));
      return at < 0 ? HTTPS : portBehind(text, at + called.host().length()).orElse(HTTPS);
    }

    private static Optional<Integer> portBehind(String text, int offset) {
      if (offset >= text.length() || text.charAt(offset) != ':') {
        return Optional.empty();
      }
      int end = offset + 1;
      while (end < text.length() && end - offset <= 5 && Character.isDigit(text.charAt(end))) {
        end++;
      }
      String digits = new TextRange(offset + 1, end).of(text);
      boolean path = end == text.length() || "/\"'?# ".indexOf(text.charAt(end)) >= 0;
      return digits.isEmpty() || !path ? Optional.empty() : Optional.of(Integer.valueOf(digits));
    }
  }
}
