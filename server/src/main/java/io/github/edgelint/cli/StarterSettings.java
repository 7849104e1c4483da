package io.github.edgelint.cli;

import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Glob;
import io.github.edgelint.workspace.ProxyEvidence;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A settings file in which everything is a comment, filled in with what the files of a folder show.
 * Only {@code extend} is active, where a folder above has settings, so that those still count.
 */
final class StarterSettings {

  private static final int MOST_DEVICES = 10;

  private final Snapshot snapshot;
  private final DocPath folder;
  private final List<Document> documents = new ArrayList<>();
  private final List<Device> devices = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private StarterSettings(Snapshot snapshot, DocPath folder) {
    this.snapshot = snapshot;
    this.folder = folder;
    for (Document document : snapshot.documentsBelow(folder)) {
      if (document.kind() != DocumentKind.OTHER) {
        documents.add(document);
      }
    }
    for (Device device : snapshot.devices()) {
      if (documents.containsAll(device.documents())) {
        devices.add(device);
      }
    }
  }

  /** The text of the file for a folder that has none. */
  static String of(Snapshot snapshot, DocPath folder) {
    return new StarterSettings(snapshot, folder).write();
  }

  private String write() {
    line("# Settings of edgelint for this folder and those below it. It needs none; a line counts");
    line("# when its # is taken away. Editors complete and explain the keys, and");
    line("# `edgelint config show FILE` tells what is in force.");
    Settings above = snapshot.settingsOf(folder);
    above.file().ifPresent(this::extend);
    found();
    version();
    line("");
    line(
        "# \"production\" adds advice for devices in use: limits, pinned images, restart"
            + " policies.");
    line("# profile = \"production\"");
    line("");
    line("# Files and folders that do not exist for edgelint; patterns as in .gitignore.");
    line("# exclude = [\"tests/**\"]");
    proxy();
    line("");
    line(
        "# Hosts that the firewall lets through (`edgelint proxy allowlist` lists what is"
            + " needed).");
    line("# [network]");
    line(
        "# allow = [\"*.azure-devices.net\", \"mcr.microsoft.com\", \"*.data.mcr.microsoft.com\"]");
    devices();
    line("");
    line("# Severity of single rules, or \"off\" (`edgelint rules` lists them).");
    line("# [rules]");
    line("# EDGE439 = \"off\"");
    return text.toString();
  }

  private void extend(DocPath settings) {
    line("");
    line("# What the settings of the folder above say, as long as this file says nothing else.");
    line("extend = " + TomlText.quote(settings.wayFrom(folder)));
  }

  private void found() {
    Map<DocumentKind, Integer> kinds = new EnumMap<>(DocumentKind.class);
    documents.forEach(document -> kinds.merge(document.kind(), 1, Integer::sum));
    line("");
    line(
        "# Found here: "
            + (kinds.isEmpty()
                ? "no file of IoT Edge"
                : kinds.entrySet().stream()
                    .map(kind -> kind.getValue() + " " + kind.getKey().label())
                    .collect(Collectors.joining(", ")))
            + ".");
  }

  private void version() {
    Map<RuntimeTrain, String> trains = new TreeMap<>();
    for (Document document : documents) {
      document
          .deviceConfig()
          .flatMap(config -> config.hintedTrain())
          .or(
              () ->
                  document
                      .manifest()
                      .flatMap(manifest -> manifest.agentModule())
                      .flatMap(Module::imageReference)
                      .flatMap(ImageReference::train))
          .ifPresent(train -> trains.putIfAbsent(train, Printable.of(relative(document.path()))));
    }
    line("");
    line("# Release of the daemons of all devices; without it, every supported release must work.");
    trains.forEach(
        (train, file) ->
            line("# Images of " + train + " are in use (" + file + "); daemons may be newer."));
    line(
        "# version = "
            + TomlText.quote(
                trains.isEmpty()
                    ? "1.5"
                    : trains.keySet().stream().reduce((a, b) -> b).get().toString()));
  }

  private void proxy() {
    List<String> behind = new ArrayList<>();
    List<String> direct = new ArrayList<>();
    Optional<ProxyUrl> url = Optional.empty();
    for (Device device : devices) {
      (device.proxyIntent().isYes() ? behind : direct).add(device.name());
      if (url.isEmpty()) {
        url =
            device
                .referenceProxy()
                .filter(ProxyEvidence::isConcrete)
                .flatMap(ProxyEvidence::url)
                .filter(known -> !known.host().isEmpty());
      }
    }
    line("");
    line("# The proxy of all devices; without it, the files themselves show whether there is one.");
    names("# Devices that use a proxy: ", behind);
    names("# Devices that use none: ", direct);
    line("# [proxy]");
    line("# required = " + (!behind.isEmpty() || direct.isEmpty()));
    // Without user and password, which belong into no further file.
    String address =
        url.map(known -> known.host() + known.port().map(port -> ":" + port).orElse(""))
            .orElse("proxy.example.com:3128");
    line("# url = " + TomlText.quote("http://" + address));
    line("# only = true             # there is no direct way to IoT Hub at all");
    line("# inspects-tls = true     # it replaces TLS certificates");
    line("# reaches-parent = true   # nested devices reach their parent through it");
  }

  private void names(String start, List<String> names) {
    if (!names.isEmpty()) {
      String more = names.size() > MOST_DEVICES ? ", …" : "";
      line(
          start
              + names.stream()
                  .limit(MOST_DEVICES)
                  .map(name -> Printable.of(name, 200))
                  .collect(Collectors.joining(", "))
              + more);
    }
  }

  private void devices() {
    line("");
    line("# Which files make up a device. edgelint tells by their folders; list them where it is");
    line("# wrong. `edgelint devices` shows the reasons.");
    if (devices.isEmpty()) {
      line("#");
      line("# [[device]]");
      line("# name = \"press-line-1\"");
      line("# config = \"devices/press-1/config.toml\"");
      line("# manifest = \"deployment.json\"");
    }
    for (Device device : devices.subList(0, Math.min(MOST_DEVICES, devices.size()))) {
      line("#");
      line("# [[device]]");
      key("name", device.name());
      device.config().ifPresent(config -> key("config", pattern(config.path())));
      device.manifest().ifPresent(manifest -> key("manifest", pattern(manifest.path())));
      list("layers", device.layers());
      list("units", device.units());
      device.engineConfig().ifPresent(engine -> key("daemon-json", pattern(engine.path())));
    }
    if (devices.size() > MOST_DEVICES) {
      line("# … and " + (devices.size() - MOST_DEVICES) + " more");
    }
  }

  private void key(String key, String value) {
    line("# " + key + " = " + TomlText.quote(value));
  }

  private void list(String key, Collection<Document> files) {
    if (!files.isEmpty()) {
      line(
          "# "
              + key
              + " = ["
              + files.stream()
                  .map(file -> TomlText.quote(pattern(file.path())))
                  .collect(Collectors.joining(", "))
              + "]");
    }
  }

  private String pattern(DocPath path) {
    return Glob.quote(relative(path));
  }

  private String relative(DocPath path) {
    return path.relativeTo(folder);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
