package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.TargetVersion.Certainty;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetVersionTest {

  private static final DeviceConfig CONFIG =
      DeviceConfig.of(
          Trees.json(
              "{'agent': {'config': {'image': 'mcr.microsoft.com/azureiotedge-agent:1.5'}}}"));

  @Test
  void what_the_user_says_is_known() {
    TargetVersion version =
        TargetVersion.of(Optional.of(new RuntimeTrain(1, 6)), Optional.of(CONFIG));

    assertThat(version).isEqualTo(TargetVersion.known(new RuntimeTrain(1, 6)));
  }

  @Test
  void an_image_only_hints() {
    TargetVersion version = TargetVersion.of(Optional.empty(), Optional.of(CONFIG));

    assertThat(version.certainty()).isEqualTo(Certainty.INFERRED);
    assertThat(version.train()).contains(new RuntimeTrain(1, 5));
    assertThat(version.isKnownOlderThan(1, 6)).isFalse();
  }

  @Test
  void without_a_hint_nothing_is_known() {
    TargetVersion version = TargetVersion.of(Optional.empty(), Optional.empty());

    assertThat(version).isEqualTo(TargetVersion.UNKNOWN);
    assertThat(version.isKnownAtLeast(1, 0)).isFalse();
    assertThat(version.isKnownOlderThan(9, 9)).isFalse();
  }

  @Test
  void a_known_version_is_compared_by_its_train() {
    TargetVersion version = TargetVersion.known(new RuntimeTrain(1, 5));

    assertThat(version.isKnownOlderThan(1, 6)).isTrue();
    assertThat(version.isKnownAtLeast(1, 5)).isTrue();
    assertThat(version.isKnownAtLeast(1, 6)).isFalse();
  }
}
