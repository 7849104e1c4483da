package io.github.edgelint.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files full of addresses of a server of our own, which notices whoever follows one. */
public final class BaitedFiles implements AutoCloseable {

  private static final String MANIFEST =
      """
      {
        "$schema": "http://127.0.0.1:%1$d/manifest.schema.json",
        "$id": "http://127.0.0.1:%1$d/manifest",
        "modulesContent": {
          "$ref": "http://127.0.0.1:%1$d/content",
          "$edgeAgent": { "properties.desired": {
            "$schema": "http://127.0.0.1:%1$d/agent.schema.json",
            "schemaVersion": "1.1",
            "runtime": { "type": "docker", "settings": { "registryCredentials": { "own": {
              "address": "http://127.0.0.1:%1$d", "username": "u", "password": "${P}" } } } },
            "systemModules": {
              "edgeAgent": { "type": "docker", "settings": { "image": "127.0.0.1:%1$d/agent:1.5" },
                "env": { "https_proxy": { "value": "http://127.0.0.1:%1$d" } } },
              "edgeHub": { "$ref": "http://127.0.0.1:%1$d/hub#/definitions/hub" } },
            "modules": { "press": { "type": "docker", "version": "1.0", "status": "running",
              "restartPolicy": "always", "settings": { "image": "127.0.0.1:%1$d/press:1",
                "createOptions": "{\\"$schema\\":\\"http://127.0.0.1:%1$d/options.schema.json\\"}" } } } } },
          "$edgeHub": { "properties.desired": { "schemaVersion": "1.1", "routes": {},
            "storeAndForwardConfiguration": { "timeToLiveSecs": 7200 } } }
        }
      }
      """;

  private static final String CONFIG =
      """
      #:schema http://127.0.0.1:%1$d/config.schema.json
      hostname = "127.0.0.1"
      parent_hostname = "127.0.0.1"
      trust_bundle_cert = "http://127.0.0.1:%1$d/trust.pem"

      [provisioning]
      source = "dps"
      global_endpoint = "http://127.0.0.1:%1$d"
      id_scope = "0ne00000000"

      [provisioning.attestation]
      method = "x509"
      identity_cert = { method = "est", common_name = "press" }

      [cert_issuance.est]
      urls = { default = "http://127.0.0.1:%1$d/.well-known/est" }

      [agent.config]
      image = "127.0.0.1:%1$d/agent:1.5"

      [agent.env]
      https_proxy = "http://127.0.0.1:%1$d"
      """;

  private static final String UNIT =
      """
      [Service]
      Environment="https_proxy=http://127.0.0.1:%1$d"
      """;

  private static final String ENGINE =
      """
      { "$schema": "http://127.0.0.1:%1$d/engine.schema.json",
        "registry-mirrors": ["http://127.0.0.1:%1$d"],
        "proxies": { "https-proxy": "http://127.0.0.1:%1$d" } }
      """;

  private static final String SETTINGS =
      """
      #:schema http://127.0.0.1:%1$d/settings.schema.json
      [proxy]
      url = "http://127.0.0.1:%1$d"
      """;

  private final ServerSocketChannel server;
  private final Map<Path, String> texts = new LinkedHashMap<>();

  private BaitedFiles(ServerSocketChannel server) {
    this.server = server;
  }

  /** Writes the files of a device below a folder, and listens. */
  public static BaitedFiles in(Path folder) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    BaitedFiles files = new BaitedFiles(server);
    files.write(folder.resolve("deployment.json"), MANIFEST);
    files.write(folder.resolve("etc/aziot/config.toml"), CONFIG);
    files.write(folder.resolve("etc/systemd/system/aziot-edged.service.d/proxy.conf"), UNIT);
    files.write(folder.resolve("etc/docker/daemon.json"), ENGINE);
    files.write(folder.resolve(".edgelint.toml"), SETTINGS);
    return files;
  }

  private void write(Path file, String text) throws IOException {
    String baited = text.formatted(address().getPort());
    Files.createDirectories(file.getParent());
    Files.writeString(file, baited);
    texts.put(file, baited);
  }

  /** The files and what is in them. */
  public Map<Path, String> texts() {
    return texts;
  }

  /** Where the server listens. */
  public InetSocketAddress address() throws IOException {
    return (InetSocketAddress) server.getLocalAddress();
  }

  /** Whether anybody connected since this was asked last. */
  public boolean wereFollowed() throws IOException {
    boolean followed = false;
    for (SocketChannel caller = server.accept(); caller != null; caller = server.accept()) {
      followed = true;
      caller.close();
    }
    return followed;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
