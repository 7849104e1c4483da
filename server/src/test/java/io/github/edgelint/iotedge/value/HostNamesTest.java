package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.HostNameProblem.Kind;
import io.github.edgelint.text.TextEdit;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names and IP literals. */
class HostNamesTest {

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "LOCALHOST,true",
    "a.localhost,true",
    "127.0.0.1,true",
    "127.255.1.1,true",
    "::1,true",
    "0:0:0:0:0:0:0:1,true",
    "0.0.0.0,true",
    "localhost.corp,false",
    "128.0.0.1,false",
    "::2,false",
    "host,false",
    "127.0.0,false"
  })
  void loopback_is_the_machine_itself(String host, boolean loopback) {
    assertThat(HostName.isLoopback(host)).isEqualTo(loopback);
  }

  @ParameterizedTest
  @CsvSource({
    "fe80::1,true",
    "::,true",
    "1:2:3:4:5:6:7:8,true",
    "::ffff:10.0.0.1,true",
    "fe80::1%eth0,true",
    "1:2:3:4:5:6:7,false",
    "1:2:3:4:5:6:7:8:9,false",
    "1::2::3,false",
    "g::1,false",
    "12345::1,false",
    "host:80,false",
    "10.0.0.1,false",
    ":,false"
  })
  void an_ipv6_address_has_eight_groups(String text, boolean ipv6) {
    assertThat(HostName.isIpv6(text)).isEqualTo(ipv6);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1,true",
    "256.0.0.1,false",
    "1.2.3,false",
    "01.2.3.4,false",
    "1.2.3.4.5,false",
    "a,false"
  })
  void an_ipv4_address_has_four_bytes(String text, boolean literal) {
    assertThat(HostName.isIpLiteral(text)).isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource({
    "a.corp,corp,true",
    "corp,corp,true",
    "A.CORP.,corp,true",
    "acorp,corp,false",
    "corp.a,corp,false"
  })
  void a_host_lies_in_its_domains(String host, String domain, boolean in) {
    assertThat(HostName.isIn(host, domain)).isEqualTo(in);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"device", "device-1", "d.example.corp", "10.0.0.4", "fe80::1", "A9", "x1.y2"})
  void finds_nothing_wrong_with_a_host_name(String text) {
    assertThat(HostNameProblem.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          https://hub.azure-devices.net | SCHEME          | https:// | hub.azure-devices.net
          https://hub:443/x             | SCHEME          | https:// | hub
          hub.azure-devices.net/        | PATH            | /        | hub.azure-devices.net
          device:8883                   | PORT            | :8883    | device
          [fd00::1]:8883                | PORT            | :8883    | fd00::1
          https://[fd00::1]:443/        | SCHEME          | https:// | fd00::1
          [fd00::1]                     | LABEL_CHARACTER | [        | fd00::1
          ^ device^                     | BLANK           | ^ ^      | device
          my device                     | BLANK           | ^ ^      | my device
          ^^                            | EMPTY           | ^^       | ^^
          a..b                          | LABEL_LENGTH    | ^^       | a..b
          1device                       | LABEL_START     | 1        | 1device
          -device                       | LABEL_START     | -        | -device
          device-                       | LABEL_END       | -        | device-
          my_device                     | LABEL_CHARACTER | _        | my_device
          gerät                         | LABEL_CHARACTER | ä        | gerät
          """)
  void says_what_is_wrong_with_any_other_text(String text, Kind kind, String part, String mended) {
    HostNameProblem problem = HostNameProblem.of(text).orElseThrow();

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(text)).isEqualTo(part);
    assertThat(TextEdit.apply(text, problem.repair())).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource({"63,0,", "64,0,LABEL_LENGTH", "32,31,", "32,32,TOO_LONG"})
  void labels_and_names_have_a_greatest_length(int first, int second, Kind kind) {
    String name = "a".repeat(first) + (second == 0 ? "" : "." + "b".repeat(second));

    assertThat(HostNameProblem.of(name).map(HostNameProblem::kind))
        .isEqualTo(Optional.ofNullable(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "hub.azure-devices.net,true",
    "x.blob.core.windows.net,true",
    "AZURE-API.NET,true",
    "hub.azure-devices.net.evil.com,false",
    "myazure-devices.net,false",
    "mcr.microsoft.com,false"
  })
  void knows_the_services_of_azure(String host, boolean azure) {
    assertThat(HostLists.isAzure(host)).isEqualTo(azure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://acc.blob.core.windows.net/c              | acc.blob.core.windows.net
          HostName=hub.azure-devices.net;DeviceId=d        | hub.azure-devices.net
          AccountName=a;EndpointSuffix=core.windows.net    | core.windows.net
          first.corp then hub.azure-devices.cn             | hub.azure-devices.cn
          https://mcr.microsoft.com                        |
          nothing                                          |
          """)
  void finds_a_service_of_azure_in_a_text(String text, String host) {
    assertThat(HostLists.azureHostIn(text).map(range -> range.of(text)))
        .isEqualTo(Optional.ofNullable(host));
  }

  @ParameterizedTest
  @CsvSource({
    "proxy,true",
    "est.corp,true",
    "a.home.arpa,true",
    "10.1.2.3,true",
    "172.16.0.1,true",
    "172.15.0.1,false",
    "172.31.255.1,true",
    "172.32.0.1,false",
    "192.168.1.1,true",
    "169.254.169.254,true",
    "8.8.8.8,false",
    "fe80::1,true",
    "fd00::1,true",
    "2001:db8::1,false",
    "est.example.com,false",
    "corp.com,false"
  })
  void tells_internal_hosts_from_external_ones(String host, boolean internal) {
    assertThat(HostLists.isInternal(host)).isEqualTo(internal);
    assertThat(HostLists.isExternal(host)).isNotEqualTo(internal);
  }

  @ParameterizedTest
  @ValueSource(strings = "")
  void no_host_is_not_external(String host) {
    assertThat(HostLists.isExternal(host)).isFalse();
  }
}
