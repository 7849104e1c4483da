package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.ConfigUri.Kind;
import io.github.edgelint.text.TextEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigUriTest {

  private static final String PIN = "pkcs11:token=t;object=o?pin-value=1234";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          file:///etc/ca.pem                   | CERTIFICATE
          file:/etc/ca.pem                     | CERTIFICATE
          file://localhost/etc/ca.pem          | CERTIFICATE
          FILE:///etc/ca.pem                   | CERTIFICATE
          file:///etc/key.pem                  | KEY
          pkcs11:token=Edge;object=k           | KEY
          pkcs11:slot-id=0;object=k            | KEY
          pkcs11:slot-id=2;token=x             | KEY
          pkcs11:token=Edge?pin-value=1234     | KEY
          file:///etc/payload.json             | FILE
          unix:///run/iotedge.sock             | CONNECT
          http://10.0.0.4:15580                | CONNECT
          fd://aziot-edged.mgmt.socket         | LISTEN
          unix:///run/iotedge.sock             | LISTEN
          unix:///var/run/docker.sock          | ENGINE
          https://est.corp/.well-known/est     | EST
          https://global.azure-devices-provisioning.net | ENDPOINT
          http://dps.local                     | ENDPOINT
          ${CERT}                              | CERTIFICATE
          https:///est.corp                    | EST
          https:est.corp:                      | EST
          https://u:p%@est.corp:8443/x         | EST
          https://[fe80::1]:443/est            | EST
          https://10.1.2:00443                 | EST
          https://my_dps.corp.                 | ENDPOINT
          https://größe.corp/x y               | ENDPOINT
          """)
  void finds_nothing_wrong_with_a_usable_uri(String text, UriRole role) {
    assertThat(new ConfigUri(text, role).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /etc/ca.pem                  | CERTIFICATE | BARE_PATH          | /etc/ca.pem | file:///etc/ca.pem
          /etc/ca#1 50%.pem            | KEY         | BARE_PATH          | /etc/ca#1 50%.pem | file:///etc/ca%231 50%25.pem
          /run/iotedge.sock            | LISTEN      | BARE_PATH          | /run/iotedge.sock | unix:///run/iotedge.sock
          /var/run/docker.sock         | ENGINE      | BARE_PATH          | /var/run/docker.sock | unix:///var/run/docker.sock
          /x                           | EST         | BARE_PATH          | /x          | /x
          C:\\certs\\ca.pem            | CERTIFICATE | WINDOWS_PATH       | C:\\certs\\ca.pem | C:\\certs\\ca.pem
          C:/certs/ca.pem              | KEY         | WINDOWS_PATH       | C:/certs/ca.pem | C:/certs/ca.pem
          est.corp.com                 | EST         | BARE_NAME          | est.corp.com | https://est.corp.com
          est.corp.com:8443/est        | EST         | UNSUPPORTED_SCHEME | est.corp.com | https://est.corp.com:8443/est
          ca.pem                       | CERTIFICATE | BARE_NAME          | ca.pem      | ca.pem
          file://etc/ca.pem            | CERTIFICATE | TWO_SLASHES        | //etc       | file:///etc/ca.pem
          unix://var/run/docker.sock   | ENGINE      | TWO_SLASHES        | //var       | unix:///var/run/docker.sock
          https://ca.corp/ca.pem       | CERTIFICATE | UNSUPPORTED_SCHEME | https       | https://ca.corp/ca.pem
          pkcs11:token=t               | CERTIFICATE | UNSUPPORTED_SCHEME | pkcs11      | pkcs11:token=t
          FILE:///k                    | KEY         | SCHEME_CASE        | FILE        | file:///k
          PKCS11:token=t               | KEY         | SCHEME_CASE        | PKCS11      | pkcs11:token=t
          fd://x                       | CONNECT     | UNSUPPORTED_SCHEME | fd          | fd://x
          http://est.corp              | EST         | DOUBTFUL_SCHEME    | http        | https://est.corp
          http://localhost:2375        | ENGINE      | DOUBTFUL_SCHEME    | http        | http://localhost:2375
          tcp://localhost:2375         | ENGINE      | UNSUPPORTED_SCHEME | tcp         | tcp://localhost:2375
          https://                     | ENDPOINT    | NO_HOST            | https://    | https://
          https://u@:443/x             | EST         | NO_HOST            | https://u@:443/x | https://u@:443/x
          https://my dps.corp          | ENDPOINT    | BAD_HOST           | my dps.corp | https://my dps.corp
          https://%zz.corp             | ENDPOINT    | BAD_HOST           | %zz.corp    | https://%zz.corp
          https://10.0.0.256/x         | EST         | BAD_HOST           | 10.0.0.256  | https://10.0.0.256/x
          https://dps.7                | EST         | BAD_HOST           | dps.7       | https://dps.7
          https://[fe80::1             | EST         | BAD_HOST           | [fe80::1    | https://[fe80::1
          https://dps.corp:99999       | ENDPOINT    | BAD_PORT           | 99999       | https://dps.corp:99999
          https://dps.corp:443x/y      | ENDPOINT    | BAD_PORT           | 443x        | https://dps.corp:443x/y
          pkcs11:object=k              | KEY         | NO_SLOT_OR_TOKEN   | pkcs11:object=k | pkcs11:object=k
          pkcs11:slot-id=0x10;object=k | KEY         | SLOT_NOT_DECIMAL   | slot-id=0x10 | pkcs11:slot-id=16;object=k
          pkcs11:slot-id=one           | KEY         | SLOT_NOT_DECIMAL   | slot-id=one | pkcs11:slot-id=one
          """)
  void says_what_is_wrong_and_how_to_mend_it(
      String text, UriRole role, Kind kind, String part, String mended) {
    ConfigUri.Problem problem = new ConfigUri(text, role).problem().orElseThrow();

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.range().of(text)).isEqualTo(part);
    assertThat(TextEdit.apply(text, problem.repair())).isEqualTo(mended);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://est.corp/x         | est.corp
          https://est.corp:8443      | est.corp
          https://u:p@est.corp/x     | est.corp
          https://[fe80::1]:443/x    | fe80::1
          https:///x                 |
          file:///x                  |
          est.corp                   |
          """)
  void knows_its_host(String text, String host) {
    assertThat(new ConfigUri(text, UriRole.EST).host()).isEqualTo(Optional.ofNullable(host));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          file:///root/a%20b.pem  | /root/a b.pem
          file:/root/a.pem        | /root/a.pem
          file://localhost/a.pem  | /a.pem
          file://root/a.pem       |
          https://x/a.pem         |
          """)
  void knows_the_path_on_the_device(String text, String path) {
    assertThat(new ConfigUri(text, UriRole.CERTIFICATE).filePath())
        .isEqualTo(Optional.ofNullable(path));
  }

  @Test
  void never_shows_a_pin() {
    assertThat(new ConfigUri(PIN, UriRole.KEY).toString()).doesNotContain("1234");
    assertThat(new ConfigUri("https://u:hunter2@est", UriRole.EST).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void never_points_at_a_pin() {
    String text = "pkcs11:object=o?pin-value=1234";

    assertThat(new ConfigUri(text, UriRole.KEY).problem().orElseThrow().range().of(text))
        .doesNotContain("1234");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":", "://", "file:", "pkcs11:", "pkcs11:slot-id=", "file://%", "\\\\"})
  void takes_any_text(String text) {
    for (UriRole role : UriRole.values()) {
      ConfigUri uri = new ConfigUri(text, role);
      assertThat(uri.problem()).isNotNull();
      assertThat(uri.filePath()).isNotNull();
      assertThat(uri.host()).isNotNull();
      assertThat(uri.toString()).isNotNull();
    }
  }
}
