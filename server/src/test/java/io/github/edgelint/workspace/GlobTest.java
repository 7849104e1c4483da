package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *.json          | a.json
          *.json          | deep/in/a.json
          /*.json         | a.json
          ci/*.json       | ci/a.json
          out/**/*.json   | out/a.json
          out/**/*.json   | out/x/y/a.json
          **/a/**         | x/a/y/z
          **              | any/thing
          a?c             | abc
          [a-c]x          | bx
          [!a]x           | bx
          []a]x           | ]x
          *.{json,toml}   | b.toml
          {a,b/{c,d}}.x   | b/d.x
          tests           | tests/deep/a.toml
          tests/          | tests/a.toml
          /a/b            | a/b/c
          \\*.x           | *.x
          {a}             | {a}
          [a              | [a
          a*b*c           | axbxbxc
          **/x/*/y        | x/x/x/a/y
          """)
  void matches(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /*.json         | deep/a.json
          ci/*.json       | ci/x/a.json
          ci/*.json       | x/ci/a.json
          a?c             | a/c
          a[/]c           | a/c
          *.json          | a.jsonc
          tests/          | tests
          out/**          | out
          A.json          | a.json
          a*b             | a/b
          *.{json,toml}   | a.yaml
          **/x/*/y        | x/y
          """)
  void does_not_match(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isFalse();
  }

  @Test
  void too_many_alternatives_are_taken_as_written() {
    String pattern = "{a,b}".repeat(30);

    assertThat(Glob.of(pattern).matches(pattern)).isTrue();
    assertThat(Glob.of(pattern).matches("a".repeat(30))).isFalse();
  }

  @Test
  void a_pattern_full_of_stars_still_ends() {
    assertThat(Glob.of("**/*a*a*a*a*a*a*a*a*b").matches("a".repeat(5_000))).isFalse();
  }

  @Test
  void a_pattern_without_wildcards_names_its_path() {
    assertThat(Glob.of("/a/b.toml").literal()).contains("a/b.toml");
    assertThat(Glob.of("b.toml").literal()).isEmpty();
  }

  @Test
  void a_folder_is_entered_only_where_something_in_it_may_match() {
    Glob glob = Glob.of("bin/config/*.json");

    assertThat(glob.mayMatchIn("bin")).isTrue();
    assertThat(glob.mayMatchIn("bin/config")).isTrue();
    assertThat(glob.mayMatchIn("bin/other")).isFalse();
    assertThat(glob.mayMatchIn("obj")).isFalse();
  }
}
