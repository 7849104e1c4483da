package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * The address of a proxy at one place of a file.
 *
 * @param place who gets it
 * @param owner name of the module, unit or file that gets it, for messages
 * @param variable which traffic it is for; never {@link ProxyVariable#NO_PROXY}
 * @param name the variable or key as written
 * @param nameRange where the name stands in the file
 * @param text the address with the way back to the file
 * @param url the address cut into its parts; its ranges are offsets of {@code text}
 * @param problems what its reader minds in it
 */
public record ProxySetting(
    ProxyPlace place,
    String owner,
    ProxyVariable variable,
    String name,
    TextRange nameRange,
    ValueText text,
    ProxyUrl url,
    List<ProxyProblem> problems) {

  static ProxySetting of(
      ProxyPlace place,
      String owner,
      ProxyVariable variable,
      String name,
      TextRange nameRange,
      ValueText text) {
    ProxyUrl url = ProxyUrl.parse(text.text());
    return new ProxySetting(
        place, owner, variable, name, nameRange, text, url, url.problems(place.reader()));
  }

  /** Whose rules apply to the address. */
  public ProxyReader reader() {
    return place.reader();
  }

  /** Where the address stands in the file. */
  public TextRange range() {
    return text.range();
  }

  /** Shows the address without user and password. */
  @Override
  public String toString() {
    return owner + " " + name + "=" + url.masked();
  }
}
