package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** EDGE342: an image from the parent on a device that has none. */
final class UpstreamImageWithoutParent extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE342", "upstream-image-without-parent", Severity.ERROR, DEVICE_CONFIG)
          .ofAbsence();

  private static final String PARENT = "$upstream";
  private static final String STAND_IN = "<parent device>";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    if (isNamed(document, "parent_hostname") || isNamed(document, "local_gateway_hostname")) {
      return;
    }
    List<TextRange> tokens = new ArrayList<>();
    config
        .agentImage()
        .filter(image -> ImageReference.parse(image.text()).isFromParent())
        .ifPresent(image -> tokens.add(token(image)));
    config
        .string("agent", "config", "auth", "serveraddress")
        .filter(address -> address.text().startsWith(PARENT))
        .ifPresent(address -> tokens.add(token(address)));
    if (!tokens.isEmpty()) {
      context.report(finding(document, tokens));
    }
  }

  // What is no text is meant to be a name, too.
  private static boolean isNamed(Document document, String key) {
    ConfigNode parent = document.tree().root().get(key);
    return parent.isPresent() && parent.asText().filter(String::isEmpty).isEmpty();
  }

  private static TextRange token(ScalarNode value) {
    return value.rangeOf(new TextRange(0, PARENT.length()));
  }

  private static Finding finding(Document document, List<TextRange> tokens) {
    Finding finding =
        Finding.of(
            INFO,
            document,
            tokens.get(0),
            Message.of(
                "Without `parent_hostname`, `$upstream` becomes the IoT Hub host name, which serves"
                    + " no images, so edgeAgent is never pulled."));
    for (TextRange other : tokens.subList(1, tokens.size())) {
      finding = finding.relatedTo(document, other, "here, too");
    }
    return finding.withFix(
        Fix.placeholder(
            "Add `parent_hostname`",
            document,
            () ->
                new TomlEditor(document.tree())
                    .put(
                        new TomlEditor.Wanted(
                            List.of(), Map.of("parent_hostname", NewValue.text(STAND_IN))))));
  }
}
