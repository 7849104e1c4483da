package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Related;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.Position;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * SARIF 2.1.0: one run, rules with help from their pages, paths relative to {@code %SRCROOT%},
 * fingerprints, fixes and suppressions. Source: OASIS, "Static Analysis Results Interchange
 * Format".
 */
final class SarifReporter implements Reporter {

  /** Code scanning of GitHub refuses a run with more results. */
  private static final int MOST = 25_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  @Override
  public void write(Report report, PrintWriter out) {
    List<RuleInfo> rules = rules(report);
    Map<RuleInfo, Integer> indexes = new LinkedHashMap<>();
    rules.forEach(rule -> indexes.put(rule, indexes.size()));
    Json json = new Json().object();
    json.member("$schema", SCHEMA).member("version", "2.1.0");
    json.array("runs").object();
    json.object("tool").object("driver");
    json.member("name", "edgelint").member("version", EdgelintCommand.Version.number());
    json.member("informationUri", Links.PROJECT);
    json.array("rules");
    rules.forEach(rule -> rule(json, rule));
    json.end().end().end();
    json.member("columnKind", "utf16CodeUnits");
    json.object("originalUriBaseIds").object("%SRCROOT%");
    json.object("description").member("text", "the folder edgelint ran in").end();
    json.end().end();
    int all = report.findings().size() + report.suppressed().size();
    if (all > MOST) {
      json.array("invocations").object().member("executionSuccessful", true);
      json.array("toolExecutionNotifications").object().member("level", "warning");
      json.object("message");
      json.member("text", "Of %d results only the %d most severe are here.".formatted(all, MOST));
      json.end().end().end().end().end();
    }
    List<Finding> findings = mostSevere(report.findings());
    json.array("results");
    for (Finding finding : findings) {
      result(json, report, finding, indexes.get(finding.rule()));
      json.end();
    }
    int room = Math.min(MOST - findings.size(), report.suppressed().size());
    for (Analysis.Suppressed suppressed : report.suppressed().subList(0, room)) {
      result(json, report, suppressed.finding(), indexes.get(suppressed.finding().rule()));
      json.array("suppressions").object();
      json.member("kind", suppressed.inSource() ? "inSource" : "external");
      if (!suppressed.reason().isEmpty()) {
        json.member("justification", suppressed.reason());
      }
      json.end().end().end();
    }
    json.end().end().end().end();
    out.print(json);
  }

  private static List<Finding> mostSevere(List<Finding> findings) {
    return findings.size() <= MOST
        ? findings
        : findings.stream().sorted(Comparator.comparing(Finding::severity)).limit(MOST).toList();
  }

  private static List<RuleInfo> rules(Report report) {
    Map<String, RuleInfo> rules = new TreeMap<>();
    report.findings().forEach(finding -> rules.put(finding.code(), finding.rule()));
    report.suppressed().forEach(s -> rules.put(s.finding().code(), s.finding().rule()));
    return new ArrayList<>(rules.values());
  }

  private static void rule(Json json, RuleInfo rule) {
    json.object().member("id", rule.code()).member("name", pascal(rule.slug()));
    RulePage page = RulePage.of(rule).orElseThrow();
    json.object("shortDescription").member("text", page.summary().replace("`", "")).end();
    json.object("help");
    json.member("text", page.summary().replace("`", "") + " See " + Links.rule(rule));
    json.member("markdown", page.markdown()).end();
    json.member("helpUri", Links.rule(rule));
    json.object("defaultConfiguration").member("level", level(rule.severity())).end();
    json.object("properties").array("tags").item(rule.group()).end().end();
    json.end();
  }

  /** Leaves the result open, for suppressions. */
  private static void result(Json json, Report report, Finding finding, int ruleIndex) {
    json.object().member("ruleId", finding.code()).member("ruleIndex", ruleIndex);
    json.member("level", level(finding.severity()));
    json.object("message").member("text", finding.message().text()).end();
    json.array("locations").object();
    location(json, report, finding.document().path(), finding.document().source(), finding.range());
    json.end().end();
    if (!finding.related().isEmpty()) {
      json.array("relatedLocations");
      for (Related related : finding.related()) {
        json.object();
        location(
            json, report, related.document().path(), related.document().source(), related.range());
        json.object("message").member("text", related.message()).end().end();
      }
      json.end();
    }
    json.object("partialFingerprints");
    json.member("edgelint/v2", report.fingerprint(finding)).end();
    fixes(json, report, finding);
  }

  private static void location(
      Json json, Report report, DocPath path, SourceText source, TextRange range) {
    json.object("physicalLocation").object("artifactLocation");
    artifact(json, report, path);
    json.end().object("region");
    region(json, source.lines(), range);
    json.end().end();
  }

  private static void artifact(Json json, Report report, DocPath path) {
    json.member("uri", uri(report.path(path), path.isFile() && !path.isBelow(report.base())));
    if (path.isBelow(report.base())) {
      json.member("uriBaseId", "%SRCROOT%");
    }
  }

  private static void region(Json json, LineIndex lines, TextRange range) {
    Position start = lines.position(range.start());
    Position end = lines.position(range.end());
    json.member("startLine", start.line() + 1L).member("startColumn", start.column() + 1L);
    json.member("endLine", end.line() + 1L).member("endColumn", end.column() + 1L);
  }

  private static void fixes(Json json, Report report, Finding finding) {
    List<Fix> possible = new ArrayList<>();
    for (Fix fix : finding.fixes()) {
      if (fix.isPossible() && isFit(report, fix)) {
        possible.add(fix);
      }
    }
    if (possible.isEmpty()) {
      return;
    }
    json.array("fixes");
    for (Fix fix : possible) {
      json.object().object("description");
      json.member("text", fix.title() + " (" + fix.applicability().word() + ")").end();
      json.array("artifactChanges");
      for (DocumentEdit edit : fix.edits()) {
        LineIndex lines = report.snapshot().document(edit.path()).orElseThrow().source().lines();
        json.object().object("artifactLocation");
        artifact(json, report, edit.path());
        json.end().array("replacements");
        for (TextEdit change : edit.edits()) {
          json.object().object("deletedRegion");
          region(json, lines, change.range());
          json.end().object("insertedContent").member("text", change.newText()).end().end();
        }
        json.end().end();
      }
      json.end().end();
    }
    json.end();
  }

  /** Whether a fix may be written into a report: its files are known, and it moves no secret. */
  private static boolean isFit(Report report, Fix fix) {
    List<String> secrets = new ArrayList<>();
    for (DocumentEdit edit : fix.edits()) {
      Optional<Document> document = report.snapshot().document(edit.path());
      if (document.isEmpty() || edit.path().name().equals(TemplateBuild.VARIABLES)) {
        return false;
      }
      String text = document.get().source().text();
      Secrets.in(document.get().tree()).forEach(secret -> secrets.add(secret.of(text)));
    }
    return fix.edits().stream()
        .flatMap(edit -> edit.edits().stream())
        .map(TextEdit::newText)
        .allMatch(
            text -> Secrets.mask(text).equals(text) && secrets.stream().noneMatch(text::contains));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }

  /** {@code hub-proxy-missing} as {@code HubProxyMissing}. */
  private static String pascal(String slug) {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /** A path as a URI: percent-encoded, with slashes; relative, or of scheme {@code file}. */
  private static String uri(String path, boolean absolute) {
    try {
      return absolute
          ? new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString()
          // A colon would end a scheme.
          : new URI(null, null, "/" + path, null).toASCIIString().substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
