package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

  private final Recent<String, Integer> lengths = new Recent<>(2);
  private final List<String> measured = new ArrayList<>();

  private int measure(String text) {
    return lengths.get(
        text,
        key -> {
          measured.add(key);
          return key.length();
        });
  }

  @Test
  void a_value_is_made_once() {
    assertThat(measure("abc")).isEqualTo(3);
    assertThat(measure("abc")).isEqualTo(3);

    assertThat(measured).containsExactly("abc");
  }

  @Test
  void what_nobody_asked_for_longest_goes() {
    measure("a");
    measure("bb");
    measure("a");
    measure("ccc");

    assertThat(lengths.find("a")).contains(1);
    assertThat(lengths.find("bb")).isEmpty();
    assertThat(lengths.find("ccc")).contains(3);
  }
}
