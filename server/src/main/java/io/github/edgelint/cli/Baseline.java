package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings that are known and stay quiet until they are mended. They are known by their
 * fingerprints, which hold no text of the files and stay the same while lines move.
 */
record Baseline(Set<String> fingerprints) {

  /** The folder that the findings of a baseline are seen from, wherever edgelint runs. */
  static DocPath home(Path file) {
    return DocPath.of(file).parent().orElseThrow();
  }

  static Baseline read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failures.Refusal(
          file + " does not exist; 'edgelint baseline write --file " + file + "' makes it");
    }
    ConfigNode root = JsonParser.parse(SourceText.decode(Files.readAllBytes(file))).root();
    if (!root.get("edgelint-baseline").isPresent()) {
      throw new Failures.Refusal(file + " is no baseline of edgelint");
    }
    Set<String> fingerprints = new HashSet<>();
    for (ConfigNode known : root.get("findings").items()) {
      known.get("fingerprint").asText().ifPresent(fingerprints::add);
    }
    return new Baseline(fingerprints);
  }

  /** Writes the findings of a report as known. */
  static void write(Path file, Report report, List<Finding> findings) throws IOException {
    Json json = new Json().object().member("edgelint-baseline", 1).array("findings");
    for (Finding finding : findings) {
      json.object();
      json.member("code", finding.code());
      json.member("path", finding.document().path().wayFrom(home(file)));
      json.member("fingerprint", report.fingerprint(finding));
      json.end();
    }
    String text = json.end().end().toString();
    SafeFile.write(file, out -> out.print(text));
  }

  boolean knows(String fingerprint) {
    return fingerprints.contains(fingerprint);
  }
}
