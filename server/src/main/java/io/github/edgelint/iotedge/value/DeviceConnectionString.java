package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The connection string of a device. The identity service splits it at semicolons, each part at its
 * first equals sign, and knows exactly three names; it ignores all others. Source:
 * Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
 *
 * <p>The text holds the device key. {@code toString()} shows host and device only.
 */
public final class DeviceConnectionString {

  public enum Kind {
    /** A known name in other letter case. */
    KEY_CASE,
    /** A blank beside a known name, which makes it another name. */
    BLANK_AT_KEY,
    /** The text was cut off when it was copied. */
    TRUNCATED,
    /** A string of the hub (with a policy name) instead of one of a device. */
    SERVICE_STRING,
    /** The string of a device that signs in with a certificate. */
    X509,
    /** One or more of the three parts are absent. */
    MISSING_PART,
    /** The key is not base64. */
    KEY_NOT_BASE64
  }

  /**
   * What is wrong.
   *
   * @param range the faulty part, never the key itself except for {@link Kind#KEY_NOT_BASE64}
   * @param missing names of absent parts, for {@link Kind#MISSING_PART}
   * @param repair edits that mend it; empty when only a new copy of the string helps
   */
  public record Problem(Kind kind, TextRange range, List<String> missing, List<TextEdit> repair) {}

  private static final String HOST_NAME = "HostName";
  private static final String DEVICE_ID = "DeviceId";
  private static final String KEY = "SharedAccessKey";
  private static final Set<String> KNOWN = new LinkedHashSet<>(List.of(HOST_NAME, DEVICE_ID, KEY));

  private record Part(TextRange name, TextRange value) {}

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, TextRange> known = new LinkedHashMap<>();

  private DeviceConnectionString(String text) {
    this.text = text;
    int start = 0;
    while (start <= text.length()) {
      int semicolon = text.indexOf(';', start);
      int end = semicolon < 0 ? text.length() : semicolon;
      int equals = text.indexOf('=', start);
      if (equals >= 0 && equals < end) {
        Part part = new Part(new TextRange(start, equals), new TextRange(equals + 1, end));
        parts.add(part);
        known.put(part.name().of(text), part.value());
      }
      start = end + 1;
    }
  }

  /** Splits any text. */
  public static DeviceConnectionString parse(String text) {
    return new DeviceConnectionString(text);
  }

  private Optional<TextRange> hostNameRange() {
    return Optional.ofNullable(known.get(HOST_NAME));
  }

  public Optional<String> hostName() {
    return hostNameRange().map(range -> range.of(text));
  }

  private Optional<TextRange> deviceIdRange() {
    return Optional.ofNullable(known.get(DEVICE_ID));
  }

  public Optional<String> deviceId() {
    return deviceIdRange().map(range -> range.of(text));
  }

  /** Where the secret stands. */
  private Optional<TextRange> keyRange() {
    return Optional.ofNullable(known.get(KEY));
  }

  /**
   * Why the identity service refuses the string, the most telling reason first; empty when it
   * accepts it.
   */
  public List<Problem> problems() {
    boolean complete = known.keySet().containsAll(KNOWN);
    boolean decodes = keyRange().map(range -> Base64Key.isValid(range.of(text))).orElse(true);
    if (complete && decodes) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    Set<String> missing = new LinkedHashSet<>(KNOWN);
    missing.removeAll(known.keySet());
    for (Part part : parts) {
      misspelt(part, missing).ifPresent(problems::add);
    }
    truncated().ifPresent(problems::add);
    if (problems.isEmpty()) {
      wrongString(missing).ifPresent(problems::add);
    }
    if (problems.isEmpty() && !missing.isEmpty()) {
      problems.add(
          problem(
              Kind.MISSING_PART, new TextRange(0, text.length()), List.copyOf(missing), List.of()));
    }
    if (problems.isEmpty()) {
      keyRange().ifPresent(range -> problems.add(badKey(range)));
    }
    return List.copyOf(problems);
  }

  // A misspelt name explains why the right one is missing.
  private Optional<Problem> misspelt(Part part, Set<String> missing) {
    String name = part.name().of(text);
    String bare = name.strip();
    for (String expected : KNOWN) {
      if (!name.equals(expected) && bare.equalsIgnoreCase(expected) && missing.remove(expected)) {
        Kind kind = bare.equals(expected) ? Kind.BLANK_AT_KEY : Kind.KEY_CASE;
        return Optional.of(
            problem(kind, part.name(), List.of(), List.of(new TextEdit(part.name(), expected))));
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> truncated() {
    int mark = text.indexOf('…');
    int length = 1;
    if (mark < 0 && text.stripTrailing().endsWith("...")) {
      mark = text.lastIndexOf("...");
      length = 3;
    }
    return mark < 0
        ? Optional.empty()
        : Optional.of(
            problem(Kind.TRUNCATED, TextRange.ofLength(mark, length), List.of(), List.of()));
  }

  private Optional<Problem> wrongString(Set<String> missing) {
    for (Part part : parts) {
      String name = part.name().of(text).strip();
      boolean policy = name.equalsIgnoreCase("SharedAccessKeyName") && missing.contains(DEVICE_ID);
      boolean certificate =
          name.equalsIgnoreCase("x509") && part.value().of(text).strip().equalsIgnoreCase("true");
      if (policy || certificate) {
        Kind kind = policy ? Kind.SERVICE_STRING : Kind.X509;
        return Optional.of(problem(kind, part.name(), List.of(), List.of()));
      }
    }
    return Optional.empty();
  }

  private Problem badKey(TextRange range) {
    String bare = range.of(text).strip();
    List<TextEdit> trim = new ArrayList<>();
    if (Base64Key.isValid(bare)) {
      int start = text.indexOf(bare, range.start());
      trim.add(TextEdit.delete(new TextRange(range.start(), start)));
      trim.add(TextEdit.delete(new TextRange(start + bare.length(), range.end())));
      trim.removeIf(edit -> edit.range().isEmpty());
    }
    return problem(Kind.KEY_NOT_BASE64, range, List.of(), List.copyOf(trim));
  }

  private static Problem problem(
      Kind kind, TextRange range, List<String> missing, List<TextEdit> repair) {
    return new Problem(kind, range, missing, repair);
  }

  @Override
  public String toString() {
    return "HostName="
        + hostName().orElse("")
        + ";DeviceId="
        + deviceId().orElse("")
        + ";SharedAccessKey=…";
  }
}
