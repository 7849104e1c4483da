package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.FileScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings that are known and stay quiet until they are mended. They are known by their
 * fingerprints, which hold no text of the files and stay the same while these are edited.
 *
 * @param home the folder that the findings are seen from, wherever edgelint runs
 */
record Baseline(DocPath home, List<Entry> entries) {

  /** Changes when the fingerprints do. */
  private static final int VERSION = 2;

  /**
   * A known finding.
   *
   * @param path its file, as seen from the home
   */
  record Entry(String code, String path, String fingerprint) {

    /** What is known of a finding once it is in a baseline. */
    static Entry of(Finding finding, Report report, DocPath home) {
      return new Entry(
          finding.code(), finding.document().path().wayFrom(home), report.fingerprint(finding));
    }
  }

  /** The folder that the findings of a baseline are seen from. */
  static DocPath home(Path file) {
    return DocPath.of(file).parent().orElseThrow();
  }

  static Baseline read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Failures.Refusal(file + " is a folder");
    }
    if (!Files.isRegularFile(file)) {
      throw new Failures.Refusal(
          file + " does not exist; 'edgelint baseline write --file " + file + "' makes it");
    }
    ConfigNode root = JsonParser.parse(SourceText.decode(Files.readAllBytes(file))).root();
    ConfigNode version = root.get("edgelint-baseline");
    if (!version.isPresent()) {
      throw new Failures.Refusal(file + " is no baseline of edgelint");
    }
    if (!version.asScalar().map(ScalarNode::text).equals(Optional.of("" + VERSION))) {
      throw new Failures.Refusal(
          file
              + " is of another version of edgelint, which knew findings by other fingerprints;"
              + " 'edgelint baseline write --file "
              + file
              + "' takes in what is found today");
    }
    List<Entry> entries = new ArrayList<>();
    for (ConfigNode known : root.get("findings").items()) {
      entries.add(
          new Entry(
              known.get("code").asText().orElse(""),
              known.get("path").asText().orElse(""),
              known.get("fingerprint").asText().orElse("")));
    }
    return new Baseline(home(file), entries);
  }

  void write(Path file) throws IOException {
    Json json = new Json().object().member("edgelint-baseline", VERSION).array("findings");
    for (Entry entry : entries) {
      json.object();
      json.member("code", entry.code());
      json.member("path", entry.path());
      json.member("fingerprint", entry.fingerprint());
      json.end();
    }
    String text = json.end().end().toString();
    SafeFile.write(file, out -> out.print(text));
  }

  /**
   * The findings of a report that are known, each with the entry that knows it. An entry whose file
   * is gone knows the same finding in another file, since files get new names.
   *
   * @param report whose fingerprints are seen from the home
   */
  IdentityHashMap<Finding, Entry> known(Report report) {
    Map<String, Entry> open = new LinkedHashMap<>();
    entries.forEach(entry -> open.put(entry.fingerprint(), entry));
    IdentityHashMap<Finding, Entry> known = new IdentityHashMap<>();
    List<Finding> others = new ArrayList<>();
    for (Finding finding : report.findings()) {
      Entry entry = open.remove(report.fingerprint(finding));
      if (entry == null) {
        others.add(finding);
      } else {
        known.put(finding, entry);
      }
    }
    if (!others.isEmpty()) {
      Map<String, Set<String>> gone = gone(open.values());
      for (Finding finding : others) {
        for (String path : gone.getOrDefault(finding.code(), Set.of())) {
          Entry entry = open.remove(report.fingerprints().of(finding, path));
          if (entry != null) {
            known.put(finding, entry);
            break;
          }
        }
      }
    }
    return known;
  }

  /** The files that are not there any more, by the codes of what was found in them. */
  private Map<String, Set<String>> gone(Iterable<Entry> open) {
    Map<String, Set<String>> gone = new HashMap<>();
    Map<String, Boolean> exists = new HashMap<>();
    for (Entry entry : open) {
      if (!exists.computeIfAbsent(
          entry.path(), path -> FileScanner.exists(home.resolve(entry.path())))) {
        gone.computeIfAbsent(entry.code(), code -> new LinkedHashSet<>()).add(entry.path());
      }
    }
    return gone;
  }
}
