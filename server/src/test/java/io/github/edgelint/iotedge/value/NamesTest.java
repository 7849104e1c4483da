package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ModuleName.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of modules, nearest names, registry addresses. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"camera", "Camera-1", "a1", "1a", "sensor_data", "fromage", "True"})
  void finds_nothing_wrong_with_a_module_name(String name) {
    assertThat(ModuleName.problem(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          my.module  | CHARACTER       | false
          my module  | CHARACTER       | false
          $edge      | CHARACTER       | false
          modül      | CHARACTER       | false
          -camera    | FIRST_CHARACTER | false
          _camera    | FIRST_CHARACTER | false
          a          | TOO_SHORT       | false
          ^^         | TOO_SHORT       | false
          42         | NUMBER          | true
          0x1F       | NUMBER          | true
          1e5        | NUMBER          | true
          FROM       | RESERVED_WORD   | true
          into       | RESERVED_WORD   | true
          null       | RESERVED_WORD   | true
          """)
  void says_what_is_wrong_with_any_other_name(String name, Problem problem, boolean routesOnly) {
    assertThat(ModuleName.problem(name)).contains(problem);
    assertThat(problem.concernsRoutesOnly()).isEqualTo(routesOnly);
  }

  @Test
  void a_module_name_has_at_most_128_characters() {
    assertThat(ModuleName.problem("a".repeat(128))).isEmpty();
    assertThat(ModuleName.problem("a".repeat(129))).contains(Problem.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "hostnme,hostname",
    "hsotname,hostname",
    "HOSTNAME,hostname",
    "hostnamexx,hostname",
    "hostnamexxx,",
    "en,env",
    "nv,env",
    "xy,",
    "evn,env"
  })
  void a_mistyped_name_is_near_a_known_one(String name, String nearest) {
    assertThat(NearestName.of(name, List.of("hostname", "env", "image")))
        .isEqualTo(Optional.ofNullable(nearest));
  }

  @Test
  void the_nearest_wins_and_then_the_first() {
    assertThat(NearestName.of("images", List.of("imagesxx", "image"))).contains("image");
    assertThat(NearestName.of("imagex", List.of("imagea", "imageb"))).contains("imagea");
  }

  @ParameterizedTest
  @CsvSource({
    "abc,abc,0",
    "abc,acb,1",
    "abc,ab,1",
    "abc,abd,1",
    "abcd,badc,2",
    "abc,xyz,3",
    "'',ab,2"
  })
  void counts_swapped_neighbours_as_one_change(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b, 5)).isEqualTo(distance);
    assertThat(NearestName.distance(b, a, 5)).isEqualTo(distance);
  }

  @Test
  void counts_no_further_than_asked() {
    assertThat(NearestName.distance("abcdef", "uvwxyz", 2)).isEqualTo(3);
    assertThat(NearestName.distance("a", "abcdef", 2)).isEqualTo(3);
    assertThat(NearestName.distance("a", "a", -1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "reg.azurecr.io,true,reg.azurecr.io",
    "host:5000,true,host:5000",
    "https://reg.azurecr.io,false,reg.azurecr.io",
    "reg.azurecr.io/,false,reg.azurecr.io",
    "https://reg.azurecr.io/v2,false,reg.azurecr.io",
    "plant,false,plant",
    "localhost,false,localhost",
    "https://index.docker.io/v1/,true,index.docker.io",
    "https://Index.docker.io/v1/,true,Index.docker.io",
    "https://index.docker.io/v1,false,index.docker.io"
  })
  void an_address_matches_only_as_host_and_port(String address, boolean matches, String host) {
    RegistryAddress registry = new RegistryAddress(address);

    assertThat(registry.canMatch()).isEqualTo(matches);
    assertThat(registry.hostOnly()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "reg.azurecr.io,reg.azurecr.io/app:1,true",
    "REG.azurecr.io,reg.azurecr.io/app:1,true",
    "https://reg.azurecr.io,reg.azurecr.io/app:1,false",
    "https://index.docker.io/v1/,org/app:1,true",
    "docker.io,org/app:1,false",
    "docker.io,docker.io/org/app:1,true",
    "https://index.docker.io/v1/,redis:7,false",
    "localhost,localhost/app:1,false"
  })
  void a_credential_is_used_for_the_images_of_its_registry(
      String address, String image, boolean used) {
    assertThat(new RegistryAddress(address).matches(ImageReference.parse(image))).isEqualTo(used);
  }

  @ParameterizedTest
  @CsvSource({
    "reg.azurecr.io,true",
    "https://reg.azurecr.cn/,true",
    "marketplace.azurecr.io,false",
    "azurecr.io.evil.com,false",
    "mcr.microsoft.com,false"
  })
  void knows_registries_of_azure(String address, boolean azure) {
    assertThat(new RegistryAddress(address).isAzureContainerRegistry()).isEqualTo(azure);
  }
}
