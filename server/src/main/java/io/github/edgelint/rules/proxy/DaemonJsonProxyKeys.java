package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE280: a proxy of the engine under a name, or in a place, that dockerd does not read. */
final class DaemonJsonProxyKeys implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE280", "daemon-json-proxy-keys", Severity.ERROR, ENGINE_CONFIG);

  private static final Set<String> KEYS = Set.of("http-proxy", "https-proxy", "no-proxy");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    EngineConfig engine = document.engineConfig().orElseThrow();
    for (Member member : engine.section().members()) {
      if (!KEYS.contains(member.name())) {
        context.report(unknown(document, engine, member));
      }
    }
    for (Member member : document.tree().root().members()) {
      if (KEYS.contains(member.name())) {
        context.report(outside(document, engine, member));
      }
    }
  }

  private static Finding unknown(Document document, EngineConfig engine, Member member) {
    Message message =
        Message.of(
            "dockerd does not know `proxies.{key}` and refuses to start; it knows `http-proxy`,"
                + " `https-proxy` and `no-proxy`.",
            "key",
            member.name());
    Finding finding = Finding.of(INFO, document, member.key().range(), message);
    Optional<String> kebab =
        ProxyVariable.ofAnyCase(member.name())
            .or(() -> ProxyVariable.meantBy(member.name(), ProxyReader.ENGINE))
            .map(variable -> variable.canonical().replace('_', '-'))
            .filter(KEYS::contains)
            .filter(name -> engine.section().get(name) instanceof MissingNode)
            .filter(name -> isFirstMeaning(engine, member, name));
    return kebab.isEmpty()
        ? finding
        : finding.withFix(
            Fix.safe(
                "Rename to `" + kebab.get() + "`",
                document,
                () -> new JsonEditor(document.tree()).rename(member.key(), kebab.get())));
  }

  private static boolean isFirstMeaning(EngineConfig engine, Member member, String kebab) {
    String letters = kebab.replace("-", "");
    for (Member other : engine.section().members()) {
      if (other.name().replaceAll("[-_.]", "").equalsIgnoreCase(letters)) {
        return other == member;
      }
    }
    return true;
  }

  private static Finding outside(Document document, EngineConfig engine, Member member) {
    Message message =
        Message.of(
            "dockerd accepts `{key}` here but reads it only inside `proxies`.",
            "key",
            member.name());
    Finding finding =
        Finding.of(INFO, document, member.key().range(), message).withSeverity(Severity.WARNING);
    return engine.section().get(member.name()).isPresent()
        ? finding
        : finding.withFix(
            Fix.safe("Move into `proxies`", document, () -> move(document, engine, member)));
  }

  private static List<TextEdit> move(Document document, EngineConfig engine, Member member) {
    JsonEditor editor = new JsonEditor(document.tree());
    if (engine.section() instanceof ObjectNode proxies) {
      return editor.move(member, proxies);
    }
    if (engine.section().isPresent() || !isFirstOutside(document, member)) {
      return List.of();
    }
    return member
        .value()
        .asText()
        .map(
            text -> {
              List<TextEdit> edits = new ArrayList<>(editor.rename(member.key(), "proxies"));
              edits.addAll(
                  editor.set(member.value(), NewValue.object(member.name(), NewValue.text(text))));
              return edits;
            })
        .orElse(List.of());
  }

  // The first one becomes the object, the others follow it there.
  private static boolean isFirstOutside(Document document, Member member) {
    for (Member other : document.tree().root().members()) {
      if (KEYS.contains(other.name())) {
        return other == member;
      }
    }
    return false;
  }
}
