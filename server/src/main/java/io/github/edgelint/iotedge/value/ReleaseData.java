package io.github.edgelint.iotedge.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Releases of IoT Edge: trains, ends of support, images. All of it comes from {@code
 * releases.properties} beside the packages, which says when it was checked and where the facts are
 * from.
 */
public final class ReleaseData {

  private static final String RESOURCE = "/io/github/edgelint/iotedge/releases.properties";
  private static final String ENDED = "ended";
  private static final ReleaseData CURRENT = load();

  private final LocalDate checkedOn;
  // Without a day where support ended before somebody wrote it down.
  private final TreeMap<RuntimeTrain, Optional<LocalDate>> ends = new TreeMap<>();
  private final List<RuntimeTrain> supported = new ArrayList<>();
  private final String agentImage;
  private final String hubImage;

  private ReleaseData(Properties data) {
    this.checkedOn = LocalDate.parse(data.getProperty("checked-on"));
    this.agentImage = data.getProperty("image.edgeAgent");
    this.hubImage = data.getProperty("image.edgeHub");
    for (String train : list(data, "trains")) {
      String end = data.getProperty("end." + train);
      ends.put(
          RuntimeTrain.parse(train).orElseThrow(),
          end.equals(ENDED) ? Optional.empty() : Optional.of(LocalDate.parse(end)));
    }
    for (RuntimeTrain train : ends.keySet()) {
      if (!isOutOfSupport(train)) {
        supported.add(train);
      }
    }
  }

  /** The data this edgelint was built with. */
  public static ReleaseData current() {
    return CURRENT;
  }

  /** The day on which the data was compared with its sources. */
  public LocalDate checkedOn() {
    return checkedOn;
  }

  public boolean isKnown(RuntimeTrain train) {
    return ends.containsKey(train);
  }

  /** Whether support had ended when the data was checked. An unknown train counts as supported. */
  public boolean isOutOfSupport(RuntimeTrain train) {
    Optional<LocalDate> end = ends.get(train);
    return end != null && (end.isEmpty() || end.get().isBefore(checkedOn));
  }

  /** The last day of support, when it is known. */
  public Optional<LocalDate> endOfSupport(RuntimeTrain train) {
    return ends.getOrDefault(train, Optional.empty());
  }

  /** Trains with support, oldest first. */
  public List<RuntimeTrain> supported() {
    return Collections.unmodifiableList(supported);
  }

  public RuntimeTrain newest() {
    return ends.lastKey();
  }

  /** The image of edgeAgent from Microsoft's registry in that train. */
  public String agentImage(RuntimeTrain train) {
    return agentImage + ":" + train;
  }

  /** The image of edgeHub from Microsoft's registry in that train. */
  public String hubImage(RuntimeTrain train) {
    return hubImage + ":" + train;
  }

  private static List<String> list(Properties data, String key) {
    return Arrays.stream(data.getProperty(key).split(","))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableList());
  }

  private static ReleaseData load() {
    Properties data = new Properties();
    try (InputStream stream = ReleaseData.class.getResourceAsStream(RESOURCE)) {
      data.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + RESOURCE, e);
    }
    return new ReleaseData(data);
  }
}
