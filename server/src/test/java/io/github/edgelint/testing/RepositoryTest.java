package io.github.edgelint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepositoryTest {

  @Test
  void its_root_is_found_from_the_folder_of_a_module() {
    assertThat(Repository.root().resolve("server/pom.xml")).isRegularFile();
  }
}
