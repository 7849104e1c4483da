package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.deployment.FlowPicture;
import io.github.edgelint.deployment.FlowText;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code edgelint graph MANIFEST}: modules and routes as a picture. */
@Command(
    name = "graph",
    description = "Draws the modules and routes of a deployment manifest.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint graph deployment.json --output routes.svg",
      "  edgelint graph deployment.template.json --format mermaid",
    })
final class GraphCommand implements Callable<Integer> {

  /** The notations of a picture. */
  enum Notation {
    svg,
    mermaid,
    dot
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MANIFEST", description = "A manifest, a template or a layer.")
  private Path manifest;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "svg",
      description = "How it is drawn: ${COMPLETION-CANDIDATES}.")
  private Notation format;

  @Option(names = "--output", paramLabel = "FILE", description = "Write it to a file.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    Document document = ManifestFile.read(manifest);
    Snapshot snapshot = around(document);
    MessageFlow flow = MessageFlow.of(document, new Analyzer().analyze(snapshot));
    String text =
        switch (format) {
          case svg -> FlowPicture.svg(flow);
          case mermaid -> FlowText.mermaid(flow);
          case dot -> FlowText.dot(flow);
        };
    if (output == null) {
      spec.commandLine().getOut().print(text);
    } else {
      SafeFile.write(output, out -> out.print(text));
    }
    return ExitCode.CLEAN;
  }

  /** What {@code check} would look at, so that both find the same problems. */
  private Snapshot around(Document document) {
    Snapshot around = FileScanner.scan(List.of(manifest)).snapshot();
    boolean known =
        around.document(document.path()).filter(each -> each.kind().isManifest()).isPresent();
    return known ? around : Snapshot.of(Workspace.of(List.of()), List.of(document));
  }
}
