package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code address} of a registry credential.
 *
 * <p>edgeAgent compares it with the registry part of each image for equality, letter case ignored;
 * a scheme or a slash therefore never matches, except in the one address of Docker Hub, nor does a
 * name without dot and port, since a first segment such as {@code org} belongs to Docker Hub.
 * Source: Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/DockerUtil.cs.
 */
public record RegistryAddress(String text) {

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

  /** Whether the address can equal the registry part of some image. */
  public boolean canMatch() {
    return text.equalsIgnoreCase(ImageReference.DOCKER_HUB_ADDRESS)
        || (surplus().isEmpty() && !isBareName());
  }

  /** Whether it is a word such as the name of a registry, where the host is wanted. */
  public boolean isBareName() {
    return text.chars().noneMatch(c -> c == '.' || c == ':' || c == '/');
  }

  /** Whether edgeAgent uses the credential for {@code image}. */
  public boolean matches(ImageReference image) {
    return image.credentialAddress().map(text::equalsIgnoreCase).orElse(false);
  }

  /**
   * Scheme, and path with its slash: what has to go so that the address can match. Ordered,
   * possibly empty.
   */
  public List<TextRange> surplus() {
    List<TextRange> surplus = new ArrayList<>();
    Matcher scheme = SCHEME.matcher(text);
    int hostStart = scheme.find() ? scheme.end() : 0;
    if (hostStart > 0) {
      surplus.add(new TextRange(0, hostStart));
    }
    int slash = text.indexOf('/', hostStart);
    if (slash >= 0) {
      surplus.add(new TextRange(slash, text.length()));
    }
    return surplus;
  }

  /** Host and port alone. */
  public String hostOnly() {
    return TextEdit.apply(text, surplus().stream().map(TextEdit::delete).toList());
  }

  /** Whether it is meant for Docker Hub, in whatever spelling. */
  public boolean isDockerHub() {
    String host = hostOnly().toLowerCase(Locale.ROOT);
    return host.equals("docker.io") || host.endsWith(".docker.io");
  }

  /** Whether it is a registry of Azure, where anonymous pulls are the exception. */
  public boolean isAzureContainerRegistry() {
    String host = hostOnly().toLowerCase(Locale.ROOT);
    boolean azure =
        host.endsWith(".azurecr.io")
            || host.endsWith(".azurecr.us")
            || host.endsWith(".azurecr.cn");
    return azure && !host.equals("marketplace.azurecr.io");
  }
}
