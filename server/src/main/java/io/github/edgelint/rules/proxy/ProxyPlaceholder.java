package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE207: a placeholder that nothing replaces, or an address out of the documentation. */
final class ProxyPlaceholder implements DocumentRule {

  private static final RuleInfo INFO =
      ProxyAddressRule.everywhere("EDGE207", "proxy-placeholder", Severity.ERROR);

  /** What the article about proxies on Microsoft Learn writes for the address. */
  private static final String OF_ARTICLE = "<proxy url>";

  private static final Set<Placeholders.Kind> UNMISTAKABLE =
      EnumSet.of(
          Placeholders.Kind.DOLLAR_BRACE,
          Placeholders.Kind.DOUBLE_BRACE,
          Placeholders.Kind.DIRECTIVE,
          Placeholders.Kind.HASH_BRACE,
          Placeholders.Kind.ANGLE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyValue value : ProxyValue.of(document, context)) {
      judge(value).ifPresent(context::report);
    }
  }

  private static Optional<Finding> judge(ProxyValue value) {
    Document document = value.document();
    List<Placeholder> tokens = value.url().placeholders(place(document));
    Optional<Placeholder> ofArticle =
        tokens.stream()
            .filter(token -> token.range().of(value.url().text()).equalsIgnoreCase(OF_ARTICLE))
            .findFirst();
    if (document.isTemplate()) {
      return ofArticle.map(token -> finding(value, token.range(), Severity.WARNING));
    }
    if (document.kind().isManifest()) {
      // All others are EDGE450, which stops a manifest that is final with an error.
      if (!tokens.isEmpty()) {
        return ofArticle
            .filter(token -> !document.isFinal())
            .map(token -> finding(value, token.range(), Severity.ERROR));
      }
    } else if (!tokens.isEmpty()) {
      return Optional.of(finding(value, tokens.get(0)));
    }
    if (value.url().standIn().isPresent()) {
      return Optional.of(finding(value, value.url().standIn().get(), Severity.ERROR));
    }
    return value.url().isExampleHost() ? Optional.of(exampleHost(value)) : Optional.empty();
  }

  private static Placeholders.Place place(Document document) {
    return document.kind() == UNIT
        ? Placeholders.Place.UNIT
        : document.isTemplate() ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE;
  }

  private static Finding finding(ProxyValue value, Placeholder token) {
    // What only looks like a placeholder may be a password.
    boolean doubtful =
        !UNMISTAKABLE.contains(token.kind())
            && value.url().userinfoRange().filter(token.range()::intersects).isPresent();
    return doubtful
        ? finding(value, token.range(), Severity.ERROR, "…")
        : finding(value, token.range(), Severity.ERROR);
  }

  private static Finding finding(ProxyValue value, TextRange range, Severity severity) {
    return finding(value, range, severity, range.of(value.url().text()));
  }

  private static Finding finding(
      ProxyValue value, TextRange range, Severity severity, String shown) {
    return finding(
        value,
        range,
        severity,
        shown,
        "The placeholder `{text}` is still in `{name}`; {component} takes it literally as the"
            + " address of the proxy.");
  }

  private static Finding exampleHost(ProxyValue value) {
    return finding(
        value,
        value.url().hostRange(),
        Severity.WARNING,
        value.url().host(),
        "`{text}` in `{name}` is a name that is reserved for examples; {component} finds no proxy"
            + " there.");
  }

  private static Finding finding(
      ProxyValue value, TextRange range, Severity severity, String shown, String template) {
    Message message =
        Message.of(
            template,
            "text",
            shown,
            "name",
            value.setting().name(),
            "component",
            value.component());
    return Finding.of(INFO, value.document(), value.toFile(range), message)
        .withSeverity(severity)
        .about(value.setting().range())
        .withFix(
            Fix.placeholder(
                "Enter the proxy URL", value.document(), () -> value.replace(StandIns.URL)));
  }
}
