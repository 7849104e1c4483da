package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.ConfigUri;
import io.github.edgelint.iotedge.value.UriRole;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text of {@code config.toml} that is meant as a URI. Sources:
 * Azure/iotedge:edgelet/iotedge/src/config/super_config.rs and
 * Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
 *
 * @param key the path, for people
 * @param check how much of it {@code iotedge config apply} looks at
 * @param reader who uses it in the end
 */
record UriSetting(String key, ScalarNode value, ConfigUri uri, Check check, String reader) {

  /** How much {@code iotedge config apply} looks at. */
  enum Check {
    /** It refuses what the reader cannot use. */
    WHOLE,
    /** It wants an absolute URL; whether the reader can use that shows later. */
    URL,
    /** As {@link #URL}, but instead of refusing the file it drops the pair of credentials. */
    PAIR
  }

  private static final String CERTD = "aziot-certd";
  private static final String KEYD = "aziot-keyd";
  private static final String EDGED = "aziot-edged";
  private static final String IDENTITYD = "aziot-identityd";

  /** All of a document. */
  static List<UriSetting> of(Document document, DeviceConfig config, RuleContext context) {
    return context.shared(UriSetting.class, document, () -> read(config));
  }

  private static List<UriSetting> read(DeviceConfig config) {
    Search search = new Search(config);
    search.root();
    search.provisioning();
    search.issuance();
    search.edgeCa();
    search.preloaded();
    search.daemons();
    return search.found;
  }

  /** The settings that may name a key of a token. */
  static List<UriSetting> ofKeys(Document document, DeviceConfig config, RuleContext context) {
    List<UriSetting> keys = new ArrayList<>(of(document, config, context));
    keys.removeIf(setting -> setting.uri().role() != UriRole.KEY);
    config
        .string("aziot_keys", "pkcs11_base_slot")
        .ifPresent(
            slot ->
                keys.add(
                    new UriSetting(
                        "aziot_keys.pkcs11_base_slot",
                        slot,
                        new ConfigUri(slot.text(), UriRole.KEY),
                        Check.URL,
                        KEYD)));
    return keys;
  }

  /** The edits that repair the URI; none where only a person can. */
  List<TextEdit> repair(Document document) {
    List<TextEdit> edits = problem().map(ConfigUri.Problem::repair).orElse(List.of());
    return ValueText.of(document.tree(), value).encode(edits).orElse(List.of());
  }

  /**
   * Whether anybody reads it, and no other setting decides instead. Asked last: it takes longer
   * than to look at the URI.
   */
  boolean isRead(Document document) {
    NodePath path = document.tree().pathOf(value);
    return !document.schema().orElseThrow().lookup().isUnread(path);
  }

  /** The problem of the URI, where it has one. */
  Optional<ConfigUri.Problem> problem() {
    return uri.problem();
  }

  /** Where a part of the URI stands in the file; the whole value where that is empty. */
  TextRange range(TextRange part) {
    return part.isEmpty() ? value.range() : value.rangeOf(part);
  }

  /** What becomes of a value that the reader cannot use. */
  String consequence(boolean isAbsolute) {
    if (check == Check.PAIR && (!isAbsolute || uri.role() == UriRole.KEY)) {
      return "`iotedge config apply` drops the whole credential pair without a message";
    }
    return !isAbsolute || check == Check.WHOLE
        ? "`iotedge config apply` refuses it"
        : "`iotedge config apply` accepts it, but " + reader + " fails afterwards";
  }

  private static final class Search {
    private final DeviceConfig config;
    private final List<UriSetting> found = new ArrayList<>();

    Search(DeviceConfig config) {
      this.config = config;
    }

    void root() {
      add("trust_bundle_cert", config.trustBundle(), UriRole.CERTIFICATE, Check.URL, CERTD);
      add(
          "additional_info",
          config.get("additional_info"),
          UriRole.FILE,
          Check.WHOLE,
          "`iotedge config apply`");
    }

    void provisioning() {
      Provisioning.of(config).ifPresent(this::provisioning);
    }

    private void provisioning(Provisioning provisioning) {
      if (provisioning.form() == Provisioning.Form.DPS) {
        ConfigNode table = provisioning.table();
        String path = "provisioning.";
        add(
            path + "global_endpoint",
            table.get("global_endpoint"),
            UriRole.ENDPOINT,
            Check.URL,
            IDENTITYD);
        add(path + "payload.uri", table.at("payload", "uri"), UriRole.FILE, Check.URL, IDENTITYD);
      }
      ConfigNode proof = provisioning.proof();
      if (provisioning.method().equals("x509")) {
        if (proof.get("identity_cert") instanceof ScalarNode certificate) {
          add(
              provisioning.proofPath("identity_cert"),
              certificate,
              UriRole.CERTIFICATE,
              Check.URL,
              CERTD);
          key(provisioning.proofPath("identity_pk"), proof.get("identity_pk"), Check.WHOLE);
        }
        return;
      }
      for (String name : List.of("device_id_pk", "symmetric_key")) {
        key(provisioning.proofPath(name + ".uri"), proof.at(name, "uri"), Check.WHOLE);
      }
    }

    void issuance() {
      ConfigNode est = config.get("cert_issuance", "est");
      for (ConfigNode item : est.get("trusted_certs").items()) {
        add("cert_issuance.est.trusted_certs", item, UriRole.CERTIFICATE, Check.URL, CERTD);
      }
      credentials("cert_issuance.est.auth.", est.get("auth"));
      for (Member url : config.estUrls()) {
        add("cert_issuance.est.urls." + url.name(), url.value(), UriRole.EST, Check.URL, CERTD);
      }
      for (IssuedCertificate certificate : IssuedCertificate.of(config)) {
        if (certificate.isBy("est")) {
          add(
              certificate.shown("url"),
              certificate.options().get("url"),
              UriRole.EST,
              Check.URL,
              CERTD);
          credentials(certificate.shown(""), certificate.options());
        }
      }
      if (config.get("cert_issuance", "local_ca", "cert") instanceof ScalarNode certificate) {
        add("cert_issuance.local_ca.cert", certificate, UriRole.CERTIFICATE, Check.URL, CERTD);
        key(
            "cert_issuance.local_ca.pk",
            config.get("cert_issuance", "local_ca", "pk"),
            Check.WHOLE);
      }
    }

    private void credentials(String prefix, ConfigNode table) {
      for (String name : List.of("identity_", "bootstrap_identity_")) {
        add(
            prefix + name + "cert",
            table.get(name + "cert"),
            UriRole.CERTIFICATE,
            Check.PAIR,
            CERTD);
        key(prefix + name + "pk", table.get(name + "pk"), Check.PAIR);
      }
    }

    void edgeCa() {
      EdgeCa.of(config)
          .filter(edgeCa -> !edgeCa.isIssued())
          .ifPresent(
              edgeCa -> {
                ConfigNode table = edgeCa.table();
                add("edge_ca.cert", table.get("cert"), UriRole.CERTIFICATE, Check.URL, CERTD);
                key("edge_ca.pk", table.get("pk"), Check.URL);
              });
    }

    void preloaded() {
      for (Member member : config.get("preloaded_keys").members()) {
        key("preloaded_keys." + member.name(), member.value(), Check.WHOLE);
      }
      certificates("preloaded_certs");
      certificates("moby_runtime", "content_trust", "ca_certs");
    }

    private void certificates(String... path) {
      for (Member member : config.get(path).members()) {
        String key = String.join(".", path) + "." + member.name();
        add(key, member.value(), UriRole.CERTIFICATE, Check.URL, CERTD);
      }
    }

    void daemons() {
      for (String socket : List.of("workload_uri", "management_uri")) {
        add(
            "connect." + socket,
            config.get("connect", socket),
            UriRole.CONNECT,
            Check.URL,
            "the `iotedge` command");
        add("listen." + socket, config.get("listen", socket), UriRole.LISTEN, Check.URL, EDGED);
      }
      add("moby_runtime.uri", config.mobyRuntime().get("uri"), UriRole.ENGINE, Check.URL, EDGED);
    }

    private void key(String key, ConfigNode node, Check check) {
      add(key, node, UriRole.KEY, check, KEYD);
    }

    private void add(String key, ConfigNode node, UriRole role, Check check, String reader) {
      if (node.asText().isPresent() && node instanceof ScalarNode value) {
        ConfigUri uri = new ConfigUri(value.text(), role);
        found.add(new UriSetting(key, value, uri, check, reader));
      }
    }
  }
}
