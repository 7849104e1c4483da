package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE012: bytes that are not UTF-8, or a byte-order mark before JSON. */
final class FileEncoding implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE012",
          "file-encoding",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT,
          ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    SourceText source = document.source();
    int invalid = source.firstInvalidOffset();
    if (source.isUtf16()) {
      TextRange file = new TextRange(0, source.length());
      context.report(
          Finding.of(
                  INFO,
                  document,
                  new TextRange(0, 1),
                  Message.of(
                      "The file is UTF-16, so {reader}; save it as UTF-8.",
                      "reader",
                      readerStops(document)))
              .about(file));
    } else if (invalid >= 0) {
      int at = Math.min(invalid, Math.max(0, source.length() - 1));
      context.report(
          Finding.of(
              INFO,
              document,
              new TextRange(at, Math.min(at + 1, source.length())),
              Message.of(
                  "The file is not UTF-8 here, so {reader}; save it as UTF-8.",
                  "reader",
                  readerStops(document))));
    } else if (source.hasByteOrderMark() && document.kind().isManifest()) {
      TextRange mark = new TextRange(0, 1);
      context.report(
          Finding.of(
                  INFO,
                  document,
                  mark,
                  Message.of(
                      "A byte-order mark stands before the JSON, and strict parsers report an"
                          + " unexpected token at position 0; save the file without it."))
              .withSeverity(Severity.WARNING)
              .withFix(
                  Fix.safe(
                      "Remove the byte-order mark",
                      document,
                      () -> List.of(TextEdit.delete(mark)))));
    }
  }

  private static String readerStops(Document document) {
    return switch (document.kind()) {
      case DEVICE_CONFIG -> "`iotedge config apply` stops";
      case ENGINE_CONFIG -> "dockerd refuses to start";
      case UNIT ->
          document.source().isUtf16()
              ? "systemd finds no setting in it"
              : "systemd ignores the line";
      default -> "IoT Hub and the Azure CLI refuse it";
    };
  }
}
