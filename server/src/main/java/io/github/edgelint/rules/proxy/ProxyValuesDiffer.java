package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.NormalisedProxy;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Optional;

/** EDGE265: two places of one device name different proxies. */
final class ProxyValuesDiffer implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "EDGE265",
              "proxy-values-differ",
              Severity.WARNING,
              DEVICE_CONFIG,
              MANIFEST,
              UNIT,
              ENGINE_CONFIG)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<ProxyEvidence> reference = device.referenceProxy();
    if (reference.isEmpty() || !new DeviceProxy(device).isComparable()) {
      return;
    }
    for (ProxyEvidence place : device.httpsProxies()) {
      if (differ(place, reference.get())) {
        context.report(finding(device, place, reference.get()));
      }
    }
  }

  /** Whether both addresses are known and mean different proxies. */
  private static boolean differ(ProxyEvidence a, ProxyEvidence b) {
    Optional<NormalisedProxy> one = normalised(a);
    Optional<NormalisedProxy> other = normalised(b);
    return one.isPresent()
        && other.isPresent()
        && !one.equals(other)
        && !isSchemeMistaken(a, b, one.get(), other.get());
  }

  static Optional<NormalisedProxy> normalised(ProxyEvidence place) {
    ProxyReader reader = place.place().map(ProxyPlace::reader).orElse(ProxyReader.RUNTIME);
    return place.isConcrete()
        ? place.url().flatMap(url -> url.normalised(reader))
        : Optional.empty();
  }

  /** Whether one of them is only written with {@code https://}, which EDGE201 says there. */
  private static boolean isSchemeMistaken(
      ProxyEvidence a, ProxyEvidence b, NormalisedProxy one, NormalisedProxy other) {
    boolean samePort =
        one.port() == other.port()
            || (a.url().flatMap(ProxyUrl::port).isEmpty()
                && b.url().flatMap(ProxyUrl::port).isEmpty());
    return samePort
        && one.host().equals(other.host())
        && one.user().equals(other.user())
        && one.password().equals(other.password())
        && (isOverTls(a) || isOverTls(b));
  }

  private static boolean isOverTls(ProxyEvidence place) {
    boolean engine =
        place.place().map(ProxyPlace::reader).filter(ProxyReader.ENGINE::equals).isPresent();
    return !engine && place.url().flatMap(ProxyUrl::scheme).filter("https"::equals).isPresent();
  }

  private static Finding finding(Device device, ProxyEvidence place, ProxyEvidence reference) {
    String here = normalised(place).orElseThrow().toString();
    String there = normalised(reference).orElseThrow().toString();
    boolean sameEndpoint =
        normalised(place).orElseThrow().sameEndpoint(normalised(reference).orElseThrow());
    Message message =
        Message.of(
            "{place} uses the proxy `{a}` but {reference} uses `{b}`{credentials}{engine}.",
            "place",
            DeviceProxy.name(place),
            "reference",
            DeviceProxy.name(reference),
            "a",
            here,
            "b",
            there,
            "credentials",
            sameEndpoint ? " with other credentials" : "",
            "engine",
            isHalfOfEngine(device, place) ? "; dockerd takes the value of daemon.json" : "");
    Finding finding = Finding.of(INFO, place.document(), place.range(), message);
    return DeviceProxy.related(finding, reference)
        .withFix(
            use(reference, place, "Use the value of " + DeviceProxy.name(reference) + " here"));
  }

  /** Whether the engine has two different addresses, and this is one of them. */
  private static boolean isHalfOfEngine(Device device, ProxyEvidence place) {
    DeviceProxy proxy = new DeviceProxy(device);
    Optional<ProxyEvidence> unit = proxy.at(ProxyPlace.DOCKER);
    Optional<ProxyEvidence> file = proxy.at(ProxyPlace.DAEMON_JSON);
    boolean ofEngine =
        place
            .place()
            .filter(p -> p == ProxyPlace.DOCKER || p == ProxyPlace.DAEMON_JSON)
            .isPresent();
    return ofEngine && unit.isPresent() && file.isPresent() && differ(unit.get(), file.get());
  }

  /** A fix that writes the address of one place at another. */
  static Fix use(ProxyEvidence reference, ProxyEvidence place, String title) {
    ProxySetting setting = place.setting().orElseThrow();
    ProxyUrl url = reference.url().orElseThrow();
    String address = url.scheme().isPresent() ? url.text() : url.withScheme();
    TextRange whole = new TextRange(0, setting.url().text().length());
    return Fix.across(
        title,
        Applicability.UNSAFE,
        () ->
            setting
                .text()
                .encode(List.of(new TextEdit(whole, address)))
                .map(edits -> List.of(new DocumentEdit(place.document().path(), edits, false)))
                .orElse(List.of()));
  }
}
