package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDataTest {

  private final ReleaseData releases = ReleaseData.current();

  private static RuntimeTrain train(String text) {
    return RuntimeTrain.parse(text).orElseThrow();
  }

  @Test
  void trains_up_to_1_4_have_ended() {
    assertThat(releases.supported()).containsExactly(train("1.5"), train("1.6"));
    assertThat(releases.isOutOfSupport(train("1.4"))).isTrue();
    assertThat(releases.isOutOfSupport(train("1.1"))).isTrue();
    assertThat(releases.newest()).isEqualTo(train("1.6"));
  }

  @Test
  void an_end_of_support_has_a_date_where_the_sources_give_one() {
    assertThat(releases.endOfSupport(train("1.4"))).contains(LocalDate.of(2024, 11, 12));
    assertThat(releases.endOfSupport(train("1.2"))).isEmpty();
  }

  @Test
  void a_train_nobody_has_heard_of_counts_as_supported() {
    assertThat(releases.isKnown(train("1.9"))).isFalse();
    assertThat(releases.isOutOfSupport(train("1.9"))).isFalse();
  }

  @Test
  void names_the_images_of_a_train() {
    assertThat(releases.agentImage(train("1.5")))
        .isEqualTo("mcr.microsoft.com/azureiotedge-agent:1.5");
    assertThat(ImageReference.parse(releases.hubImage(train("1.6"))).train())
        .contains(train("1.6"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5,1,5",
    "1.5.21,1,5",
    "1.4.3-linux-amd64,1,4",
    "1.6+b,1,6",
    "10.11,10,11",
  })
  void a_train_is_the_first_two_numbers(String version, int major, int minor) {
    assertThat(RuntimeTrain.parse(version)).contains(new RuntimeTrain(major, minor));
  }

  @ParameterizedTest
  @CsvSource({"1", "latest", "v1.5", "20210630.1", "1.5x", "''"})
  void other_tags_have_no_train(String version) {
    assertThat(RuntimeTrain.parse(version)).isEqualTo(Optional.empty());
  }

  @Test
  void trains_are_ordered_by_number() {
    assertThat(train("1.10")).isGreaterThan(train("1.9"));
    assertThat(train("1.4").isOlderThan(train("1.5"))).isTrue();
    assertThat(train("1.5").isOlderThan(train("1.5"))).isFalse();
    assertThat(train("2.0").isOlderThan(train("1.5"))).isFalse();
  }
}
