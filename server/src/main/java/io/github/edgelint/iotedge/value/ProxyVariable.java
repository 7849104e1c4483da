package io.github.edgelint.iotedge.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The environment variables that name proxies.
 *
 * <p>Sources: Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Service/Program.cs
 * (configuration keys ignore letter case), Azure/iot-identity-service:http-common/src/proxy.rs and
 * golang/net:http/httpproxy/proxy.go (all upper or all lower case).
 */
public enum ProxyVariable {
  HTTPS_PROXY,
  HTTP_PROXY,
  ALL_PROXY,
  NO_PROXY;

  private static final List<ProxyVariable> ALL = List.of(values());
  private static final int SHORTEST = "no_proxy".length();
  private static final int LONGEST = "https_proxy".length();
  private static final String EXPORT = "export ";

  /** The spelling that every reader and {@code iotedge check} understand. */
  public String canonical() {
    return lower(name());
  }

  public String upperCase() {
    return name();
  }

  /** The variable of that name in any letter case. */
  public static Optional<ProxyVariable> ofAnyCase(String name) {
    if (name.length() < SHORTEST || name.length() > LONGEST) {
      return Optional.empty();
    }
    for (ProxyVariable variable : ALL) {
      if (variable.name().equalsIgnoreCase(name)) {
        return Optional.of(variable);
      }
    }
    return Optional.empty();
  }

  /**
   * The variable of that name as {@code reader} compares names: only the .NET runtime ignores
   * letter case.
   */
  public static Optional<ProxyVariable> of(String name, ProxyReader reader) {
    return ofAnyCase(name).filter(variable -> reader == ProxyReader.RUNTIME || isOneCase(name));
  }

  /**
   * The variable that {@code name} was meant to be, when {@code reader} does not read it under this
   * name: other marks between the words ({@code https-proxy}, {@code httpsProxy}), one letter off
   * {@code https_proxy}, a leading {@code export}, or, except in the runtime, mixed letter case.
   */
  public static Optional<ProxyVariable> meantBy(String name, ProxyReader reader) {
    if (of(name, reader).isPresent()) {
      return Optional.empty();
    }
    boolean exported = name.startsWith(EXPORT);
    return resembling(exported ? name.substring(EXPORT.length()).strip() : name);
  }

  private static Optional<ProxyVariable> resembling(String name) {
    if (name.length() > 2 * LONGEST) {
      return Optional.empty();
    }
    String letters = letters(name);
    for (ProxyVariable variable : ALL) {
      if (letters.equals(variable.canonical().replace("_", ""))) {
        return Optional.of(variable);
      }
    }
    boolean oneLetterOff = NearestName.distance(lower(name), HTTPS_PROXY.canonical(), 1) <= 1;
    return oneLetterOff ? Optional.of(HTTPS_PROXY) : Optional.empty();
  }

  /** The name in lower case without the marks that people put between words. */
  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && c != '_' && c != '.') {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  private static boolean isOneCase(String name) {
    return name.equals(lower(name)) || name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
