package io.github.edgelint.ide.value;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.HoverProvider;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.workspace.Snapshot;
import java.util.Optional;

/**
 * Who reads the address of a proxy, and how. The address is shown without user and password.
 *
 * <p>Sources: see {@link ProxyReader}.
 */
public final class ProxyHover implements HoverProvider {

  @Override
  public Optional<HoverText> hover(Cursor cursor, Snapshot snapshot) {
    return cursor
        .proxy()
        .filter(setting -> !setting.url().isBlank())
        .map(setting -> new HoverText(setting.range(), words(setting)));
  }

  private static String words(ProxySetting setting) {
    StringBuilder words = new StringBuilder("Proxy of **").append(owner(setting)).append("**: `");
    words.append(setting.url().masked().replace('`', '\'')).append('`');
    words.append("\n\n").append(users(setting.place()));
    words.append("\n\n").append(reading(setting.reader()));
    if (setting.url().hasUserinfo()) {
      words.append("\n\nUser and password are not shown; in them every character except letters,");
      words.append(" digits and `-._~` is written as a percent code.");
    }
    return words.toString();
  }

  private static String owner(ProxySetting setting) {
    return setting.place() == ProxyPlace.MODULE ? setting.owner() : setting.place().label();
  }

  private static String users(ProxyPlace place) {
    return switch (place) {
      case AGENT_ENV ->
          "For edgeAgent as `iotedge config apply` creates it. The manifest replaces it with the"
              + " first deployment, so it needs the same setting.";
      case EDGE_AGENT ->
          "For the connection of edgeAgent to IoT Hub, once the manifest is applied.";
      case EDGE_HUB -> "For the connection of edgeHub to IoT Hub.";
      case IDENTITYD -> "For provisioning and for the identities of modules.";
      case EDGED -> "For aziot-edged, which hands it on.";
      case DOCKER, DAEMON_JSON -> "For pulling images, that of edgeAgent included.";
      case CERTD -> "For certificates from an EST server.";
      case MODULE -> "Whether a module uses it, its own software decides.";
      case OTHER_UNIT -> "This service opens no connection that could use it.";
    };
  }

  private static String reading(ProxyReader reader) {
    return switch (reader) {
      case RUNTIME ->
          "Read by .NET: the name in any letter case; without a port, 80 is taken; `no_proxy` has"
              + " no effect. It works only over WebSockets: `UpstreamProtocol` is `AmqpWs` or"
              + " `MqttWs`.";
      case DAEMON ->
          "Read in Rust: `HTTPS_PROXY` wins over `https_proxy`; a missing scheme is refused;"
              + " `no_proxy` has no effect; user and password are decoded.";
      case ENGINE ->
          "Read by Go: `HTTPS_PROXY` wins over `https_proxy`; without a scheme it is taken for"
              + " http; `no_proxy` counts. `daemon.json` wins over the unit.";
      case MODULE -> "Not read by IoT Edge.";
    };
  }
}
