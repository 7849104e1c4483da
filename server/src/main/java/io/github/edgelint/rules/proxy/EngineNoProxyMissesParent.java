package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.NoProxyList;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Optional;

/**
 * EDGE286: a nested device pulls from its parent, and the engine sends that to the proxy.
 *
 * <p>Source: Azure/iotedge:edgelet/edgelet-settings/src/docker/mod.rs (the name of the parent takes
 * the place of {@code $upstream}).
 */
final class EngineNoProxyMissesParent implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE286", "engine-no-proxy-misses-parent", Severity.WARNING, UNIT, ENGINE_CONFIG)
          .acrossFiles();

  /** The port of a registry where the image names none. */
  private static final int HTTPS = 443;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<String> parent =
        device
            .deviceConfig()
            .flatMap(DeviceConfig::parentHostname)
            .map(ScalarNode::text)
            .filter(name -> Placeholders.isConcrete(name, Placeholders.Place.VALUE));
    if (parent.isEmpty()) {
      return;
    }
    DeviceProxy proxy = new DeviceProxy(device);
    Optional<ImageReference> image =
        proxy.images().stream().filter(ImageReference::isFromParent).findFirst();
    Optional<ProxyEvidence> engine =
        proxy.at(ProxyPlace.DAEMON_JSON).or(() -> proxy.at(ProxyPlace.DOCKER));
    if (image.isPresent() && engine.isPresent()) {
      check(device, parent.get(), port(image.get()), engine.get(), context);
    }
  }

  private static int port(ImageReference image) {
    String text = image.text();
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    return colon > 0 && colon < slash && text.substring(colon + 1, slash).matches("\\d{1,5}")
        ? Integer.parseInt(text.substring(colon + 1, slash))
        : HTTPS;
  }

  private static void check(
      Device device, String parent, int port, ProxyEvidence engine, RuleContext context) {
    Optional<ValueText> inFile =
        device.engine().flatMap(EngineConfig::noProxy).filter(list -> !list.text().isBlank());
    Optional<EffectiveUnit> unit = device.unit(DaemonUnit.DOCKER);
    Optional<EnvVariable> inUnit =
        unit.flatMap(docker -> docker.environment().proxyVariable(ProxyVariable.NO_PROXY));
    if (inFile.isPresent()) {
      Document document = device.engineConfig().orElseThrow();
      if (misses(inFile.get().text(), Placeholders.Place.VALUE, parent, port)) {
        context.report(
            finding(document, inFile.get().range(), parent)
                .withFix(append(document, inFile.get(), parent)));
      }
    } else if (inUnit.isPresent()) {
      Document document = device.documentOf(inUnit.get()).orElseThrow();
      ValueText list = inUnit.get().text().orElseThrow();
      if (misses(list.text(), Placeholders.Place.UNIT, parent, port)) {
        context.report(
            finding(document, list.range(), parent).withFix(append(document, list, parent)));
      }
    } else if (unit.filter(EffectiveUnit::hasHiddenEnvironment).isEmpty()) {
      context.report(
          finding(engine.document(), engine.range(), parent).withFix(insert(engine, parent)));
    }
  }

  private static boolean misses(String list, Placeholders.Place place, String parent, int port) {
    return Placeholders.isConcrete(list, place) && !NoProxyList.parse(list).matches(parent, port);
  }

  private static Finding finding(Document document, TextRange range, String parent) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of(
            "Images come from the parent `{parent}`, but the engine's proxy makes no exception for"
                + " it, so the pulls go to the proxy.",
            "parent",
            parent));
  }

  private static Fix append(Document document, ValueText list, String parent) {
    TextRange whole = new TextRange(0, list.text().length());
    String longer = NoProxyList.append(list.text(), parent);
    return Fix.unsafe(
        title(parent),
        document,
        () -> list.encode(List.of(new TextEdit(whole, longer))).orElse(List.of()));
  }

  private static Fix insert(ProxyEvidence engine, String parent) {
    Document document = engine.document();
    return Fix.unsafe(
        title(parent),
        document,
        () -> {
          if (document.engineConfig().isEmpty()) {
            String word = SystemdEnvironment.word(nameLike(engine), parent);
            return new UnitEditor(document.tree()).insert("Service", "Environment", word);
          }
          return document.engineConfig().get().section() instanceof ObjectNode proxies
              ? new JsonEditor(document.tree()).insert(proxies, "no-proxy", NewValue.text(parent))
              : List.of();
        });
  }

  /** The variable in the letter case of the proxy beside it. */
  private static String nameLike(ProxyEvidence engine) {
    String proxy = engine.setting().orElseThrow().name();
    return proxy.equals(ProxyVariable.HTTPS_PROXY.upperCase())
        ? ProxyVariable.NO_PROXY.upperCase()
        : ProxyVariable.NO_PROXY.canonical();
  }

  private static String title(String parent) {
    return "Append `" + parent + "` to the no-proxy list";
  }
}
