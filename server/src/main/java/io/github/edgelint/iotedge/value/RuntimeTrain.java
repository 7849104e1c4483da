package io.github.edgelint.iotedge.value;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release train of IoT Edge: the first two numbers of a version. Images and daemons of one train
 * belong together (source: Microsoft Learn, "Update IoT Edge").
 */
public record RuntimeTrain(int major, int minor) implements Comparable<RuntimeTrain> {

  // Two digits at most: tags such as 20210630.1 are build numbers, not versions.
  private static final Pattern VERSION = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:[.\\-+_].*)?");
  private static final Comparator<RuntimeTrain> ORDER =
      Comparator.comparingInt(RuntimeTrain::major).thenComparingInt(RuntimeTrain::minor);

  /**
   * The train of a version or tag such as {@code 1.5}, {@code 1.5.21} or {@code 1.4.3-linux-amd64}.
   */
  public static Optional<RuntimeTrain> parse(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new RuntimeTrain(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  public boolean isOlderThan(RuntimeTrain other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(RuntimeTrain other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
