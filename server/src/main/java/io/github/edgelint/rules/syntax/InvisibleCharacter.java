package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** EDGE014: a character nobody sees, in a place where the runtime takes it literally. */
final class InvisibleCharacter implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE014",
          "invisible-character",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT,
          ENGINE_CONFIG);

  /** Keys whose values are names of hosts, images or files, whether they look like URLs or not. */
  private static final Set<String> NAMING_KEYS =
      Set.of(
          "address",
          "hostname",
          "image",
          "iothub_hostname",
          "local_gateway_hostname",
          "parent_hostname");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (!document.source().isAscii() && mayHoldOne(document.source().text())) {
      check(document, document.tree().root(), context);
    }
  }

  /**
   * Most files hold none at all: a look at the text saves the walk through the tree. Where UTF-8
   * needs one byte for each code unit, not even that look is needed.
   */
  private static boolean mayHoldOne(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length == text.length()) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) >= 0xA0 && isInvisible(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void check(Document document, ConfigNode node, RuleContext context) {
    for (Member member : node.members()) {
      report(document, member.name(), member.key().offsets(), member.name(), context);
      if (member.value() instanceof ScalarNode value && isJudged(member.name(), value)) {
        report(document, value.text(), value.offsets(), member.name(), context);
      }
      check(document, member.value(), context);
    }
    for (ConfigNode item : node.items()) {
      check(document, item, context);
    }
  }

  private static boolean isJudged(String key, ScalarNode value) {
    if (value.type() != ScalarNode.Type.STRING) {
      return false;
    }
    if (NAMING_KEYS.contains(key.toLowerCase(Locale.ROOT))
        || ProxyVariable.ofAnyCase(key.replace('-', '_')).isPresent()) {
      return true;
    }
    return value.text().contains("://") && value.text().indexOf(' ') < 0;
  }

  private static void report(
      Document document, String text, OffsetMap offsets, String name, RuleContext context) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isInvisible(c)) {
        continue;
      }
      TextRange range = offsets.toSource(TextRange.ofLength(i, 1));
      context.report(
          Finding.of(
                  INFO,
                  document,
                  range,
                  Message.of(
                      "An invisible character (U+{code}) stands in `{name}`; the runtime takes it"
                          + " literally, so the value is not what it looks like.",
                      "code",
                      String.format("%04X", (int) c),
                      "name",
                      name))
              .withFix(
                  Fix.safe(
                      "Remove the character", document, () -> List.of(TextEdit.delete(range)))));
    }
  }

  private static boolean isInvisible(char c) {
    return c == 0x00A0
        || c == 0x00AD
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || c == 0x202F
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
