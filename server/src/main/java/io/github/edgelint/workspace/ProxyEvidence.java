package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * A place that shows that a device sits behind a proxy.
 *
 * @param document where it is written
 * @param range the value of a setting, the address at a place of the device, or a misplaced key
 * @param place whose proxy it is; empty for the settings of edgelint
 * @param url the address, where one is written
 * @param setting the address as the component gets it; empty for the settings of edgelint, and for
 *     a key that stands where nobody reads it
 */
public record ProxyEvidence(
    Document document,
    TextRange range,
    Optional<ProxyPlace> place,
    Optional<ProxyUrl> url,
    Optional<ProxySetting> setting) {

  static ProxyEvidence of(Document document, ProxySetting setting) {
    return new ProxyEvidence(
        document,
        setting.range(),
        Optional.of(setting.place()),
        Optional.of(setting.url()),
        Optional.of(setting));
  }

  /** A key that was meant for {@code place} but stands elsewhere. */
  static ProxyEvidence misplaced(Document document, ProxyPlace place, TextRange key) {
    return new ProxyEvidence(document, key, Optional.of(place), Optional.empty(), Optional.empty());
  }

  /** Whether the settings of edgelint say so, and no file of the device. */
  public boolean isBySettings() {
    return place.isEmpty();
  }

  /** Whether a key stands where nobody reads it. */
  public boolean isMisplaced() {
    return place.isPresent() && setting.isEmpty();
  }

  /** Whether the address is known: no placeholder, no stand-in of documentation. */
  public boolean isConcrete() {
    return url.isPresent() && url.get().isConcrete();
  }
}
