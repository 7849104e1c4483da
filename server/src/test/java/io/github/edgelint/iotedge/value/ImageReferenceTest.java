package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ImageReference.Pinning;
import io.github.edgelint.iotedge.value.ImageReference.Problem;
import io.github.edgelint.iotedge.value.ImageReference.RefusedBy;
import io.github.edgelint.text.TextEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redis                     |                | redis        |
          redis:7                   |                | redis        | 7
          org/app:1.2               |                | org/app      | 1.2
          reg.io/org/app:1.2        | reg.io         | org/app      | 1.2
          host:5000/a/b:1           | host:5000      | a/b          | 1
          host:5000/a/b             | host:5000      | a/b          |
          localhost/app:1           | localhost      | app          | 1
          $upstream:443/a/b:1       | $upstream:443  | a/b          | 1
          reg.io/app:               | reg.io         | app          | ''
          """)
  void is_cut_into_host_repository_and_tag(
      String text, String host, String repository, String tag) {
    ImageReference image = ImageReference.parse(text);

    assertThat(image.host()).isEqualTo(Optional.ofNullable(host));
    assertThat(image.repository()).isEqualTo(repository);
    assertThat(image.tag()).isEqualTo(Optional.ofNullable(tag));
    assertThat(image.digest()).isEmpty();
  }

  @Test
  void is_cut_at_its_digest() {
    ImageReference image = ImageReference.parse("reg.io/a/b@" + DIGEST);

    assertThat(image.repository()).isEqualTo("a/b");
    assertThat(image.digest()).contains(DIGEST);
    assertThat(image.tag()).isEmpty();
    assertThat(image.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo/name:1.2.3",
        "repo/name",
        "host:5000/a/b:1",
        "$upstream:443/a/b:1",
        "Reg.IO/a/b:1",
        "a/b:V1_x.y-Z",
        "$REG/a:1",
        "${MODULES.camera}",
        "a/b__c.d-e:1"
      })
  void finds_nothing_where_nobody_refuses_it(String text) {
    assertThat(ImageReference.parse(text).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ^^                     | BLANK               | AGENT  | ^^        | ^^
          ^   ^                  | BLANK               | AGENT  | ^   ^     | ^   ^
          a/b:                   | EMPTY_TAG           | AGENT  | :         | a/b:
          a/b:1:2                | SECOND_COLON        | AGENT  | :         | a/b:1:2
          a/b:1@sha256:abc       | TAG_AND_DIGEST      | AGENT  | :1        | a/b@sha256:abc
          $upstream/a:1          | PARENT_WITHOUT_PORT | AGENT  | $upstream | $upstream:443/a:1
          $Upstream:443/a:1      | PARENT_WITHOUT_PORT | AGENT  | $Upstream | $upstream:443/a:1
          $upstream:0443/a:1     | PARENT_WITHOUT_PORT | AGENT  | $upstream | $upstream:0443/a:1
          https://reg.io/a/b:1   | SCHEME              | ENGINE | https://  | reg.io/a/b:1
          docker://a/b:1         | SCHEME              | ENGINE | docker:// | a/b:1
          https://reg.io/A/b:1   | SCHEME              | ENGINE | https://  | https://reg.io/A/b:1
          https://hub.docker.com/r/a/b    | SCHEME     | ENGINE | https://  | a/b
          https://hub.docker.com/_/a      | SCHEME     | ENGINE | https://  | a
          https://hub.docker.com/u/a      | SCHEME     | ENGINE | https://  | https://hub.docker.com/u/a
          https://github.com/a/b          | SCHEME     | ENGINE | https://  | https://github.com/a/b
          reg.io/A/b:1           | UPPER_CASE          | ENGINE | A         | reg.io/a/b:1
          a/b c:1                | BLANK_INSIDE        | ENGINE | ^ ^       | a/b c:1
          a/b:-1                 | BAD_TAG             | ENGINE | -1        | a/b:-1
          a/b:1+2                | BAD_TAG             | ENGINE | 1+2       | a/b:1+2
          """)
  void says_who_refuses_it_and_why(
      String text, Problem problem, RefusedBy refusedBy, String part, String mended) {
    ImageReference.Finding finding = ImageReference.parse(text).findings().get(0);

    assertThat(finding.problem()).isEqualTo(problem);
    assertThat(problem.refusedBy()).isEqualTo(refusedBy);
    assertThat(finding.range().of(text)).isEqualTo(part);
    assertThat(TextEdit.apply(text, finding.repair())).isEqualTo(mended);
  }

  @Test
  void a_tag_has_at_most_128_characters() {
    assertThat(ImageReference.parse("a:" + "x".repeat(128)).findings()).isEmpty();
    assertThat(ImageReference.parse("a:" + "x".repeat(129)).findings())
        .extracting(ImageReference.Finding::problem)
        .containsExactly(Problem.BAD_TAG);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b,NO_TAG",
    "a/b:latest,LATEST",
    "a/b:1.0-amd64.debug,DEBUG_BUILD",
    "a/b:1.0-debug,DEBUG_BUILD",
    "a/b:1.0,PINNED",
    "a/b:debugger,PINNED"
  })
  void knows_how_firmly_it_names_one_image(String text, Pinning pinning) {
    assertThat(ImageReference.parse(text).pinning()).isEqualTo(pinning);
  }

  @Test
  void a_digest_pins() {
    assertThat(ImageReference.parse("a/b@" + DIGEST).pinning()).isEqualTo(Pinning.PINNED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mcr.microsoft.com/azureiotedge-agent:1.5                | 1.5
          mcr.microsoft.com/azureiotedge-hub:1.4.3-linux-amd64    | 1.4
          my.azurecr.io/mirror/azureiotedge-agent:1.6.1           | 1.6
          my.azurecr.io/azureiotedge-agent:latest                 |
          my.azurecr.io/azureiotedge-agent:20210630.1             |
          my.azurecr.io/camera:1.5                                |
          mcr.microsoft.com/azureiotedge-agent:$VERSION           |
          """)
  void knows_the_train_of_runtime_images(String text, String train) {
    assertThat(ImageReference.parse(text).train())
        .isEqualTo(Optional.ofNullable(train).flatMap(RuntimeTrain::parse));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redis:7                      |
          org/app:1                    | https://index.docker.io/v1/
          localhost/app:1              | https://index.docker.io/v1/
          docker.io/org/app:1          | docker.io
          reg.io/app:1                 | reg.io
          host:5000/app:1              | host:5000
          $upstream:443/app:1          | $upstream:443
          https://reg.io/app:1         |
          """)
  void is_matched_with_a_credential_by_its_first_segment(String text, String address) {
    assertThat(ImageReference.parse(text).credentialAddress())
        .isEqualTo(Optional.ofNullable(address));
  }

  @ParameterizedTest
  @CsvSource({
    "redis,true",
    "org/app:1,true",
    "docker.io/org/app,true",
    "registry-1.docker.io/org/app,true",
    "reg.io/app,false",
    "$upstream/app,false"
  })
  void knows_docker_hub(String text, boolean hub) {
    assertThat(ImageReference.parse(text).isFromDockerHub()).isEqualTo(hub);
  }

  @ParameterizedTest
  @CsvSource({
    "$upstream:443/a,true",
    "$UPSTREAM/a,true",
    "$upstream,true",
    "$upstreamx/a,false",
    "$upstream_1/a,false",
    "a/$upstream,false"
  })
  void knows_images_of_the_parent(String text, boolean parent) {
    assertThat(ImageReference.parse(text).isFromParent()).isEqualTo(parent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", ":", "@", "a@", "a:@b", "//:", "$", " a ", "://x", "a/b/", "\n"})
  void takes_any_text(String text) {
    ImageReference image = ImageReference.parse(text);

    assertThat(image.findings()).isNotNull();
    assertThat(image.credentialAddress()).isNotNull();
    assertThat(image.pinning()).isNotNull();
    assertThat(image.train()).isNotNull();
  }
}
