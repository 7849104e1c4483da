package io.github.edgelint.deployment;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A manifest of an edgeAgent and an edgeHub that tests fill with modules and routes. */
final class Manifests {

  static final String PROXY = "\"https_proxy\":{\"value\":\"http://user:secret@proxy:3128\"}";
  static final String WEBSOCKETS = "\"UpstreamProtocol\":{\"value\":\"AmqpWs\"}";

  private final Map<String, String> modules = new LinkedHashMap<>();
  private final Map<String, String> routes = new LinkedHashMap<>();
  private final Map<String, String> twins = new LinkedHashMap<>();
  private String agentEnv = "";
  private String hubEnv = "";
  private boolean withHub = true;

  static Manifests manifest() {
    return new Manifests();
  }

  Manifests module(String name) {
    return module(name, "\"image\":\"registry.example/" + "app:1.0\"", "");
  }

  /** A module by what stands inside of {@code settings}, and behind it. */
  Manifests module(String name, String settings, String more) {
    modules.put(
        name,
        "{\"version\":\"1.0\",\"type\":\"docker\",\"status\":\"running\",\"restartPolicy\":\"always\","
            + "\"settings\":{"
            + settings
            + "}"
            + more
            + "}");
    return this;
  }

  /** A module by all of its JSON. */
  Manifests whole(String name, String json) {
    modules.put(name, json);
    return this;
  }

  Manifests route(String name, String text) {
    routes.put(name, JsonText.quote(text));
    return this;
  }

  /** The desired properties of a module. */
  Manifests twin(String name, String json) {
    twins.put(name, "{\"properties.desired\":" + json + "}");
    return this;
  }

  Manifests agentEnv(String members) {
    agentEnv = members;
    return this;
  }

  Manifests hubEnv(String members) {
    hubEnv = members;
    return this;
  }

  Manifests withoutHub() {
    withHub = false;
    return this;
  }

  String json() {
    String hub =
        ",\"edgeHub\":{\"type\":\"docker\",\"status\":\"running\",\"restartPolicy\":\"always\","
            + "\"settings\":{\"image\":\"mcr.microsoft.com/azureiotedge-hub:1.5\"},\"env\":{"
            + hubEnv
            + "}}";
    return "{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"schemaVersion\":\"1.1\","
        + "\"runtime\":{\"type\":\"docker\",\"settings\":{}},\"systemModules\":{\"edgeAgent\":"
        + "{\"type\":\"docker\",\"settings\":{\"image\":\"mcr.microsoft.com/azureiotedge-agent:1.5\"},"
        + "\"env\":{"
        + agentEnv
        + "}}"
        + (withHub ? hub : "")
        + "},\"modules\":"
        + object(modules)
        + "}},\"$edgeHub\":{\"properties.desired\":{\"schemaVersion\":\"1.1\",\"routes\":"
        + object(routes)
        + ",\"storeAndForwardConfiguration\":{\"timeToLiveSecs\":7200}}}"
        + (twins.isEmpty() ? "" : "," + members(twins))
        + "}}";
  }

  private static String object(Map<String, String> members) {
    return '{' + members(members) + '}';
  }

  private static String members(Map<String, String> members) {
    StringBuilder json = new StringBuilder();
    members.forEach(
        (name, value) ->
            json.append(json.isEmpty() ? "" : ",")
                .append(JsonText.quote(name))
                .append(':')
                .append(value));
    return json.toString();
  }

  Document document() {
    return Document.of(new DocPath("/site/deployment.json"), SourceText.of(json()));
  }

  DeploymentManifest read() {
    return document().manifest().orElseThrow();
  }

  /** The flow with what the rules say. */
  MessageFlow flow() {
    Document document = document();
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of()), List.of(document));
    return MessageFlow.of(document, new Analyzer().analyze(snapshot));
  }
}
