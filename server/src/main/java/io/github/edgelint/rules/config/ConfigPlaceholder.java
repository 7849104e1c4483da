package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ValueText;
import io.github.edgelint.iotedge.value.Base64Key;
import io.github.edgelint.iotedge.value.DeviceConnectionString;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** EDGE307: a placeholder that nothing replaces. */
final class ConfigPlaceholder extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE307", "config-placeholder", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  private static final int MOST_RELATED = 10;

  // A name between percent signs may stand in a path or a URL.
  private static final Set<Placeholders.Kind> KINDS =
      EnumSet.complementOf(EnumSet.of(Placeholders.Kind.PERCENT));

  // What the examples of Microsoft's guides have where a person has to enter something. Others
  // repeat the key in capitals.
  private static final Pattern WORDS = Pattern.compile("[A-Z][A-Z0-9_]*_HERE|REQUIRED_[A-Z0-9_]+");

  private static final Set<String> REFUSED_KEYS =
      Set.of(
          "source",
          "method",
          "auto_reprovisioning_mode",
          "imagePullPolicy",
          "cleanup_recurrence",
          "cleanup_time",
          "image_age_cleanup_threshold",
          "threshold",
          "retry");

  /** A token with the place where it stands. */
  private record Token(
      TextRange range, String text, String key, boolean isRefused, ScalarNode value) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    List<Token> tokens = new ArrayList<>();
    collect(config.tree().root(), NodePath.ROOT, tokens);
    if (tokens.isEmpty()) {
      return;
    }
    if (document.isFinal()) {
      tokens.forEach(token -> context.report(finding(document, token)));
      return;
    }
    Finding first = finding(document, tokens.get(0)).withSeverity(Severity.INFO);
    for (Token other : tokens.subList(1, Math.min(tokens.size(), MOST_RELATED))) {
      first = first.relatedTo(document, other.range(), "another one");
    }
    context.report(first);
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static void collect(ConfigNode node, NodePath path, List<Token> tokens) {
    if (node instanceof ScalarNode value && value.type() == ScalarNode.Type.STRING) {
      Placeholders.Place place =
          path.last().equals("image") ? Placeholders.Place.IMAGE : Placeholders.Place.VALUE;
      for (Placeholders.Placeholder token : Placeholders.find(value.text(), place)) {
        if (KINDS.contains(token.kind())) {
          tokens.add(
              new Token(
                  value.rangeOf(token.range()),
                  token.range().of(value.text()),
                  path.toDotted(),
                  isRefused(path, value.text()),
                  value));
        }
      }
      // Where they are refused another rule says so: no tool replaces them.
      boolean word =
          WORDS.matcher(value.text()).matches()
              || value.text().equals(path.last().toUpperCase(Locale.ROOT));
      if (word && !isRefused(path, value.text())) {
        tokens.add(new Token(value.contentRange(), value.text(), path.toDotted(), false, value));
      }
    }
    for (Member member : node.members()) {
      NodePath inside = path.child(member.name());
      // Variables hold any text, and the proxy among them is a matter of EDGE207.
      boolean free =
          inside.startsWith("agent", "env")
              || inside.startsWith("agent", "config", "createOptions");
      if (!free) {
        collect(member.value(), inside, tokens);
      }
    }
    for (ConfigNode item : node.items()) {
      collect(item, path, tokens);
    }
  }

  /** Whether the reader refuses the text as it stands. */
  private static boolean isRefused(NodePath path, String text) {
    String key = path.last();
    if (key.equals("connection_string")) {
      return !DeviceConnectionString.parse(text).problems().isEmpty();
    }
    if (key.equals("value") && path.startsWith("provisioning")) {
      return !Base64Key.isValid(text);
    }
    boolean uri =
        key.equals("cert")
            || key.equals("pk")
            || key.endsWith("_cert")
            || key.endsWith("_pk")
            || key.endsWith("uri")
            || key.endsWith("_certs")
            || key.equals("url")
            || key.equals("global_endpoint");
    return REFUSED_KEYS.contains(key) || (uri && text.indexOf(':') < 0);
  }

  private static Finding finding(Document document, Token token) {
    Message message =
        Message.of(
            "The placeholder `{token}` is still in `{key}`; `iotedge config apply` does not replace"
                + " variables and {consequence}.",
            "token",
            token.text(),
            "key",
            token.key(),
            "consequence",
            token.isRefused() ? "refuses the file" : "uses the text as it is");
    return Finding.of(INFO, document, token.range(), message)
        .withFix(Fix.placeholder("Enter the value", document, () -> selected(document, token)));
  }

  /** The token itself, for a person to write over. */
  private static List<TextEdit> selected(Document document, Token token) {
    int start = token.value().text().indexOf(token.text());
    TextRange range = TextRange.ofLength(start, token.text().length());
    return ValueText.of(document.tree(), token.value())
        .encode(List.of(new TextEdit(range, token.text())))
        .orElse(List.of());
  }
}
