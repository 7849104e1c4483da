package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.ConfigUri;
import io.github.edgelint.iotedge.value.UriRole;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** EDGE322: a URI of a scheme that its reader does not know. */
final class UriSchemeUnsupported extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE322", "uri-scheme-unsupported", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (UriSetting setting : UriSetting.of(document, config, context)) {
      Optional<ConfigUri.Problem> problem = setting.problem();
      if (problem.isPresent() && isOfScheme(setting, problem.get()) && setting.isRead(document)) {
        context.report(finding(document, setting, problem.get()));
      }
    }
  }

  private static boolean isOfScheme(UriSetting setting, ConfigUri.Problem problem) {
    return switch (problem.kind()) {
      case UNSUPPORTED_SCHEME, DOUBTFUL_SCHEME -> true;
      // A URL is written out with its scheme in lower case.
      case SCHEME_CASE -> setting.check() != UriSetting.Check.URL;
      default -> false;
    };
  }

  private static Finding finding(Document document, UriSetting setting, ConfigUri.Problem problem) {
    boolean doubtful = problem.kind() == ConfigUri.Kind.DOUBTFUL_SCHEME;
    Message message =
        Message.of(
            "`{scheme}:` {fails} for `{key}` ({allowed}); {consequence}.",
            "scheme",
            setting.uri().schemeRange().map(range -> range.of(setting.uri().text())).orElse(""),
            "fails",
            doubtful ? "is not the right scheme" : "does not work",
            "key",
            setting.key(),
            "allowed",
            allowed(setting, problem),
            "consequence",
            doubtful ? doubt(setting.uri().role()) : setting.consequence(true));
    Finding finding =
        Finding.of(INFO, document, setting.range(problem.range()), message)
            .about(setting.value().range())
            .withSeverity(doubtful ? Severity.WARNING : Severity.ERROR);
    if (problem.repair().isEmpty()) {
      return finding;
    }
    Supplier<List<TextEdit>> edits = () -> setting.repair(document);
    return finding.withFix(
        switch (problem.kind()) {
          case SCHEME_CASE -> Fix.safe("Write the scheme in lower case", document, edits);
          case DOUBTFUL_SCHEME -> Fix.unsafe("Change `http:` to `https:`", document, edits);
          default -> Fix.unsafe("Prefix `https://`", document, edits);
        });
  }

  private static String allowed(UriSetting setting, ConfigUri.Problem problem) {
    return problem.kind() == ConfigUri.Kind.SCHEME_CASE
        ? "lower case only"
        : "use " + Words.choice(setting.uri().role().schemes().stream().map(s -> s + ":").toList());
  }

  private static String doubt(UriRole role) {
    return role == UriRole.EST
        ? "the request for the certificate and its credentials travel unprotected, and `iotedge"
            + " check` warns"
        : "`iotedge check` accepts only `unix:`, and modules are managed without protection";
  }
}
