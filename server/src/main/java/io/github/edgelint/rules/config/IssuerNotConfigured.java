package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EDGE334: a certificate from an issuer that the file does not describe. */
final class IssuerNotConfigured extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE334", "issuer-not-configured", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  private static final TomlEditor.Wanted URLS =
      new TomlEditor.Wanted(
          List.of("cert_issuance", "est", "urls"),
          Map.of("default", NewValue.text("https://<EST server>/.well-known/est")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    // What serves several certificates is said once.
    Set<Key> said = new HashSet<>();
    Map<String, Finding> lacking = new LinkedHashMap<>();
    for (IssuedCertificate certificate : IssuedCertificate.of(config)) {
      if (certificate.isBy("est")) {
        est(document, config, certificate, said, lacking, context);
      } else if (certificate.isBy("local_ca")
          && !config.get("cert_issuance", "local_ca").isPresent()) {
        String what = "`[cert_issuance.local_ca]`";
        context.report(
            near(document, List.of("cert_issuance", "local_ca"))
                .map(near -> finding(document, certificate, what, near))
                .orElseGet(
                    () ->
                        finding(document, certificate, what)
                            .withFix(
                                Fix.placeholder(
                                    "Add `[cert_issuance.local_ca]`",
                                    document,
                                    () -> new TomlEditor(document.tree()).put(localCa())))));
      }
    }
    lacking.values().forEach(context::report);
  }

  private static void est(
      Document document,
      DeviceConfig config,
      IssuedCertificate certificate,
      Set<Key> said,
      Map<String, Finding> lacking,
      RuleContext context) {
    boolean url =
        certificate.options().get("url").isPresent()
            || config.get("cert_issuance", "est", "urls", "default").isPresent()
            || config.get("cert_issuance", "est", "urls", certificate.id()).isPresent();
    boolean credentials =
        EstCredentials.anyIn(certificate.options())
            || EstCredentials.anyIn(EstCredentials.defaults(config));
    Optional<Near> nearUrl = url ? Optional.empty() : nearUrl(document, certificate);
    Optional<Near> nearCredentials =
        credentials ? Optional.empty() : nearCredentials(document, config, certificate);
    boolean one =
        nearUrl.isPresent() && nearUrl.map(Near::key).equals(nearCredentials.map(Near::key));
    if (nearUrl.filter(near -> said.add(near.key())).isPresent()) {
      context.report(finding(document, certificate, missing(true, one), nearUrl.get()));
    }
    if (nearCredentials.filter(near -> said.add(near.key())).isPresent()) {
      context.report(finding(document, certificate, missing(false, true), nearCredentials.get()));
    }
    boolean noUrl = !url && nearUrl.isEmpty();
    boolean noCredentials = !credentials && nearCredentials.isEmpty();
    if (noUrl || noCredentials) {
      String what = missing(noUrl, noCredentials);
      lacking.merge(
          what,
          finding(document, certificate, what).withFix(add(document, noUrl, noCredentials)),
          (first, other) -> first.relatedTo(document, other.range(), "also needed by this"));
    }
  }

  private static String missing(boolean url, boolean credentials) {
    return !credentials ? "an EST URL" : url ? "an EST URL and EST credentials" : "EST credentials";
  }

  private static Fix add(Document document, boolean url, boolean credentials) {
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    if (url) {
      wanted.add(URLS);
      tables.add("[cert_issuance.est.urls]");
    }
    if (credentials) {
      wanted.add(auth());
      tables.add("[cert_issuance.est.auth]");
    }
    return Fix.placeholder(
        "Add " + Words.list(tables), document, () -> new TomlEditor(document.tree()).put(wanted));
  }

  /**
   * What the file has in place of what is missing.
   *
   * @param words why it does not count
   */
  private record Near(Key key, String words, Fix fix) {}

  private static Optional<Near> nearUrl(Document document, IssuedCertificate certificate) {
    return Misspelling.of(document, certificate.options(), "url")
        .map(IssuerNotConfigured::near)
        .or(() -> near(document, List.of("cert_issuance", "est", "urls")));
  }

  private static Optional<Near> nearCredentials(
      Document document, DeviceConfig config, IssuedCertificate certificate) {
    return nearPair(document, certificate.path(), certificate.options())
        .or(
            () ->
                config
                    .get("cert_issuance", "est", "auth")
                    .asObject()
                    .flatMap(
                        auth -> nearPair(document, List.of("cert_issuance", "est", "auth"), auth)))
        .or(() -> near(document, List.of("cert_issuance", "est", "auth")));
  }

  /** Half a pair of credentials, with its other half under another name or not at all. */
  private static Optional<Near> nearPair(Document document, List<String> path, ObjectNode table) {
    for (EstCredentials pair : EstCredentials.PAIRS) {
      if (pair.isHalfIn(table)) {
        boolean first = table.get(pair.first()).isPresent();
        String missing = first ? pair.second() : pair.first();
        Member lone = table.member(first ? pair.first() : pair.second()).orElseThrow();
        return Misspelling.of(document, table, missing)
            .map(IssuerNotConfigured::near)
            .or(
                () ->
                    Optional.of(
                        new Near(
                            lone.key(),
                            "`" + lone.name() + "` stands without `" + missing + "`",
                            EstCredentialPair.add(document, path, missing))));
      }
    }
    return Optional.empty();
  }

  private static Optional<Near> near(Document document, List<String> path) {
    return Misspelling.onTheWay(document, path)
        .map(IssuerNotConfigured::near)
        .or(() -> nearIssuer(document, path.get(1), path.subList(2, path.size())));
  }

  // Other tables of [cert_issuance] are certificates, so that none of them is unknown.
  private static Optional<Near> nearIssuer(Document document, String issuer, List<String> table) {
    ConfigNode issuers = document.tree().root().get("cert_issuance");
    boolean split = issuers.get(issuer).isPresent();
    for (Member member : issuers.members()) {
      if (member.value() instanceof ObjectNode
          && !member.name().equals(issuer)
          && (!split || member.value().at(table.toArray(String[]::new)).isPresent())
          && NearestName.of(member.name(), List.of(issuer)).isPresent()) {
        return Optional.of(
            new Near(
                member.key(),
                seemsToMean(member.name(), issuer),
                Fix.unsafe(
                    "Rename to `" + issuer + "`",
                    document,
                    () -> new TomlEditor(document.tree()).rename(member, issuer))));
      }
    }
    return Optional.empty();
  }

  private static Near near(Misspelling misspelling) {
    return new Near(
        misspelling.member().key(),
        seemsToMean(misspelling.member().name(), misspelling.meant()),
        misspelling.fix());
  }

  private static String seemsToMean(String name, String meant) {
    return "`" + name + "`, which seems to mean `" + meant + "`, is not read";
  }

  private static Finding finding(
      Document document, IssuedCertificate certificate, String what, Near near) {
    return finding(document, certificate, near.key().range(), what, ", and " + near.words())
        .relatedTo(document, certificate.method().range(), "needed by this")
        .withFix(near.fix());
  }

  private static Finding finding(Document document, IssuedCertificate certificate, String what) {
    return finding(document, certificate, certificate.method().range(), what, "");
  }

  private static Finding finding(
      Document document, IssuedCertificate certificate, TextRange range, String what, String near) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of(
            "`method = \"{method}\"` needs {what}{near}; `iotedge config apply` accepts the file,"
                + " but no certificate is ever issued.",
            "method",
            certificate.method().text(),
            "what",
            what,
            "near",
            near));
  }

  private static TomlEditor.Wanted auth() {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    keys.put("username", NewValue.text("<user name>"));
    keys.put("password", NewValue.text("<password>"));
    return new TomlEditor.Wanted(List.of("cert_issuance", "est", "auth"), keys);
  }

  private static TomlEditor.Wanted localCa() {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    keys.put("cert", NewValue.text("file:///<certificate of the CA>"));
    keys.put("pk", NewValue.text("file:///<private key of the CA>"));
    return new TomlEditor.Wanted(List.of("cert_issuance", "local_ca"), keys);
  }
}
