package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which hosts are services of Azure, and which lie inside a site's own network. */
public final class HostLists {

  // Microsoft Learn, "Azure Private Endpoint DNS configuration", and the host names of the service
  // documentation.
  private static final List<String> AZURE_DOMAINS =
      List.of(
          "azure-devices.net",
          "azure-devices.us",
          "azure-devices.cn",
          "core.windows.net",
          "core.usgovcloudapi.net",
          "core.chinacloudapi.cn",
          "servicebus.windows.net",
          "vault.azure.net",
          "azurewebsites.net",
          "cognitiveservices.azure.com",
          "opinsights.azure.com",
          "monitor.azure.com",
          "applicationinsights.azure.com",
          "database.windows.net",
          "documents.azure.com",
          "azure-api.net",
          "login.microsoftonline.com",
          "management.azure.com");

  // RFC 6762, RFC 8375, RFC 6761 and names in common use within sites.
  private static final List<String> INTERNAL_DOMAINS =
      List.of("local", "lan", "internal", "intranet", "corp", "home", "home.arpa", "localdomain");

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]++(?:\\.[A-Za-z0-9_-]++)++");

  private HostLists() {}

  /** Whether the host is a public service of Azure, in any of its clouds. */
  public static boolean isAzure(String host) {
    return AZURE_DOMAINS.stream().anyMatch(domain -> HostName.isIn(host, domain));
  }

  /**
   * The first host of Azure that a text names, be it in a URL, a connection string or on its own.
   * {@code EndpointSuffix=core.windows.net} counts as well.
   */
  public static Optional<TextRange> azureHostIn(String text) {
    if (text.indexOf('.') < 0) {
      return Optional.empty(); // most values are none
    }
    Matcher matcher = HOST.matcher(text);
    while (matcher.find()) {
      if (isAzure(matcher.group())) {
        return Optional.of(new TextRange(matcher.start(), matcher.end()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the host can only lie inside a site's network: a private, loopback or link-local
   * address, a name without a dot, or a name in a domain that the public DNS does not have.
   */
  public static boolean isInternal(String host) {
    return IpAddress.parse(host)
        .map(HostLists::isInternal)
        .orElseGet(
            () ->
                host.indexOf('.') < 0
                    || INTERNAL_DOMAINS.stream().anyMatch(domain -> HostName.isIn(host, domain)));
  }

  /** The opposite of {@link #isInternal(String)}, for a host that is there. */
  public static boolean isExternal(String host) {
    return !host.isEmpty() && !isInternal(host);
  }

  private static boolean isInternal(IpAddress address) {
    return address.isIn("10.0.0.0", 8)
        || address.isIn("172.16.0.0", 12)
        || address.isIn("192.168.0.0", 16)
        || address.isIn("127.0.0.0", 8)
        || address.isIn("169.254.0.0", 16)
        || address.isIn("::1", 128)
        || address.isIn("fe80::", 10)
        || address.isIn("fc00::", 7);
  }
}
