package io.github.edgelint.lsp;

import com.google.gson.Gson;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Gets ready to read the first messages, and looks at a small device of our own while the editor
 * and the server still exchange what they can do, so that all code is there when a person's first
 * document comes.
 */
final class WarmUp {

  private static final List<Class<?>> FIRST_MESSAGES =
      List.of(InitializeResult.class, PublishDiagnosticsParams.class);

  private static final DocPath ROOT = new DocPath("/edgelint");

  private static final String CONFIG =
      """
      hostname = "device"

      [provisioning]
      source = "manual"
      connection_string = "HostName=hub.azure-devices.net;DeviceId=device;SharedAccessKey=YQ=="

      [agent]
      name = "edgeAgent"
      type = "docker"

      [agent.config]
      image = "mcr.microsoft.com/azureiotedge-agent:1.5"

      [agent.env]
      https_proxy = "http://proxy:3128"

      [connect]
      workload_uri = "unix:///var/run/iotedge/workload.sock"
      management_uri = "unix:///var/run/iotedge/mgmt.sock"
      """;

  private static final String MANIFEST =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "schemaVersion": "1.1",
          "runtime": {"type": "docker", "settings": {"registryCredentials": {
            "a": {"address": "a.azurecr.io", "username": "$USER", "password": "$PASSWORD"}}}},
          "systemModules": {
            "edgeAgent": {"type": "docker", "env": {"https_proxy": {"value": "http://proxy:3128"}},
              "settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5", "createOptions": "{}"}},
            "edgeHub": {"type": "docker", "status": "running", "restartPolicy": "always",
              "settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5", "createOptions":
                "{\\"HostConfig\\":{\\"PortBindings\\":{\\"8883/tcp\\":[{\\"HostPort\\":\\"8883\\"}]}}}"}}},
          "modules": {"m": {"version": "1.0", "type": "docker", "status": "running",
            "restartPolicy": "always", "settings": {"image": "a.azurecr.io/m:1", "createOptions":
              "{\\"Env\\":[\\"A=b\\"],\\"HostConfig\\":{\\"Binds\\":[\\"/a:/b\\"]}}"}}}}},
        "$edgeHub": {"properties.desired": {
          "schemaVersion": "1.1",
          "routes": {"up": "FROM /messages/modules/m/* WHERE a = 'b' INTO $upstream",
            "in": {"route": "FROM /messages/* INTO BrokeredEndpoint(\\"/modules/m/inputs/i\\")"}},
          "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}},
        "m": {"properties.desired": {"a": 1}}
      }}
      """;

  private static final String DROP_IN =
      """
      [Service]
      Environment="https_proxy=http://proxy:3128"
      """;

  private WarmUp() {}

  /** Starts it on a thread of its own; with a single processor it would only be in the way. */
  static void start(Gson gson) {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(() -> run(gson), "edgelint warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run(Gson gson) {
    // It keeps what it finds out about each class of all that a client can do.
    for (Class<?> message : FIRST_MESSAGES) {
      var unused = gson.getAdapter(message);
    }
    List<Document> device =
        List.of(
            document("etc/aziot/config.toml", CONFIG),
            document("deployment.json", MANIFEST),
            document("etc/systemd/system/aziot-edged.service.d/proxy.conf", DROP_IN));
    try {
      new Analyzer().analyze(Snapshot.of(Workspace.of(List.of(ROOT)), device));
    } catch (RuntimeException | Error failure) {
      return; // whatever is wrong will be reported for a document of the person's own
    }
  }

  private static Document document(String path, String text) {
    return Document.of(ROOT.resolve(path), SourceText.of(text));
  }
}
