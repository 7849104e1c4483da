package io.github.edgelint.rules.secret;

import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The proxy addresses of an environment that hold a known password. */
final class ProxyPasswords {

  private ProxyPasswords() {}

  static List<ProxySetting> in(Environment environment) {
    List<ProxySetting> found = new ArrayList<>(0);
    for (ProxySetting setting : environment.proxies()) {
      if (password(setting).isPresent()) {
        found.add(setting);
      }
    }
    return found;
  }

  private static Optional<TextRange> password(ProxySetting setting) {
    return setting
        .url()
        .passwordRange()
        .filter(range -> !range.isEmpty())
        .filter(range -> Placeholders.isConcrete(range.of(setting.url().text())));
  }

  /** Where the password stands in the file. */
  static TextRange passwordInFile(ProxySetting setting) {
    return setting.text().toFile(password(setting).orElseThrow());
  }

  /** Where user and password stand in the file. */
  static TextRange userinfoInFile(ProxySetting setting) {
    return setting.text().toFile(setting.url().userinfoRange().orElseThrow());
  }
}
