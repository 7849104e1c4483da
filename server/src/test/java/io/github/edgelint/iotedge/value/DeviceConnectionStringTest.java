package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.DeviceConnectionString.Kind;
import io.github.edgelint.iotedge.value.DeviceConnectionString.Problem;
import io.github.edgelint.text.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceConnectionStringTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HostName=h;DeviceId=d;SharedAccessKey=YQ==",
        "HostName=h;DeviceId=d;SharedAccessKey=YQ",
        "SharedAccessKey=YQ==;DeviceId=d;HostName=h",
        "HostName=h;DeviceId=d;SharedAccessKey=YQ==;GatewayHostName=g;ModuleId=m",
        "HostName=h;DeviceId=d;SharedAccessKey=YQ==;",
        "HostName=;DeviceId=;SharedAccessKey=",
        "HostName=h;x;DeviceId=d;SharedAccessKey=YQ==",
        "HostName=h;HostName=i;DeviceId=d;SharedAccessKey=YQ=="
      })
  void is_accepted_with_its_three_parts(String text) {
    assertThat(DeviceConnectionString.parse(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HostName=h; DeviceId=d;SharedAccessKey=YQ==       | BLANK_AT_KEY   | ' DeviceId'
          hostname=h;DeviceId=d;SharedAccessKey=YQ==        | KEY_CASE       | hostname
          HostName=h;DeviceID=d;SharedAccessKey=YQ==        | KEY_CASE       | DeviceID
          HostName=h;SharedAccessKeyName=o;SharedAccessKey=YQ== | SERVICE_STRING | SharedAccessKeyName
          HostName=h;DeviceId=d;x509=true                   | X509           | x509
          HostName=h;DeviceId=d;SharedAcc...                | TRUNCATED      | ...
          HostName=h;DeviceId=d;Shared…                     | TRUNCATED      | …
          HostName=h;DeviceId=d                             | MISSING_PART   | HostName=h;DeviceId=d
          HostName=h;DeviceId=d;SharedAccessKey=a b         | KEY_NOT_BASE64 | a b
          HostName=h;DeviceId=d;SharedAccessKey=YQ=         | KEY_NOT_BASE64 | YQ=
          HostName=h;DeviceId=d;SharedAccessKey=a_-b        | KEY_NOT_BASE64 | a_-b
          """)
  void says_why_it_is_refused(String text, Kind kind, String part) {
    Problem problem = DeviceConnectionString.parse(text).problems().get(0);

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(text)).isEqualTo(part);
  }

  @Test
  void names_every_part_that_is_missing() {
    assertThat(DeviceConnectionString.parse("DeviceId=d").problems().get(0).missing())
        .containsExactly("HostName", "SharedAccessKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HostName=h; DeviceId=d;SharedAccessKey=YQ==",
        "hostname=h;deviceid=d;SHAREDACCESSKEY=YQ==",
        "HostName=h;DeviceId=d;SharedAccessKey= YQ== "
      })
  void its_repairs_make_it_acceptable(String text) {
    String repaired =
        TextEdit.apply(
            text,
            DeviceConnectionString.parse(text).problems().stream()
                .flatMap(problem -> problem.repair().stream())
                .toList());

    assertThat(repaired).isNotEqualTo(text);
    assertThat(DeviceConnectionString.parse(repaired).problems()).isEmpty();
  }

  @Test
  void of_two_equal_parts_the_later_counts() {
    assertThat(DeviceConnectionString.parse("HostName=a;HostName=b").hostName()).contains("b");
  }

  @Test
  void a_value_may_hold_equals_signs() {
    assertThat(DeviceConnectionString.parse("DeviceId=a=b;x").deviceId()).contains("a=b");
  }

  @Test
  void never_shows_its_key() {
    String text = "HostName=h;DeviceId=d;SharedAccessKey=c2VjcmV0;SharedAccessKeyName=c2VjcmV0";

    assertThat(DeviceConnectionString.parse(text).toString()).doesNotContain("c2VjcmV0");
  }
}
