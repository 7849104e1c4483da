package io.github.edgelint.iotedge.value;

/**
 * A symmetric key as the identity service decodes it: standard alphabet, padded completely or not
 * at all (unpadded since 1.4.10), no blanks, and no bits left over in the last character. Source:
 * Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
 */
public final class Base64Key {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Key() {}

  /** Whether the text decodes. An empty one does. */
  public static boolean isValid(String text) {
    int length = text.length();
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    int digits = length - padding;
    int rest = digits % 4;
    if (rest == 1 || (padding > 0 && length % 4 != 0)) {
      return false;
    }
    for (int i = 0; i < digits; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    int unusedBits = rest == 2 ? 0b1111 : rest == 3 ? 0b11 : 0;
    return digits == 0
        ? padding == 0
        : (ALPHABET.indexOf(text.charAt(digits - 1)) & unusedBits) == 0;
  }
}
