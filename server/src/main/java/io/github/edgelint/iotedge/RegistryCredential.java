package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.RegistryAddress;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/**
 * One entry of {@code registryCredentials}. Its password is never part of {@code toString()}.
 *
 * @param name any name; readers use the address only
 * @param nameRange the name in the file; of a dotted key only its last step
 * @param member the member that carries the credential
 */
public record RegistryCredential(String name, TextRange nameRange, Member member) {

  static RegistryCredential of(TwinSection.Entry entry) {
    return new RegistryCredential(entry.name(), entry.nameRange(), entry.member());
  }

  public ConfigNode value() {
    return member.value();
  }

  public ConfigNode address() {
    return get("address");
  }

  public ConfigNode username() {
    return get("username");
  }

  public ConfigNode password() {
    return get("password");
  }

  /** The address, where it is text. */
  public Optional<RegistryAddress> registryAddress() {
    return address().asText().map(RegistryAddress::new);
  }

  private ConfigNode get(String key) {
    return KeyCase.IGNORED.at(value(), key);
  }

  @Override
  public String toString() {
    return "credential " + name;
  }
}
