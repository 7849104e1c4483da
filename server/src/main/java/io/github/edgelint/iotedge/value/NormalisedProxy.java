package io.github.edgelint.iotedge.value;

/**
 * What a proxy URL means, whatever its spelling.
 *
 * @param host in lower case, without brackets
 * @param user decoded; empty when there is none
 * @param password decoded, a secret; empty when there is none
 */
public record NormalisedProxy(String scheme, String host, int port, String user, String password) {

  /** Whether both name the same proxy, perhaps with other credentials. */
  public boolean sameEndpoint(NormalisedProxy other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
  }

  @Override
  public String toString() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    boolean anonymous = user.isEmpty() && password.isEmpty();
    return scheme + "://" + (anonymous ? "" : "…@") + bracketed + ":" + port;
  }
}
