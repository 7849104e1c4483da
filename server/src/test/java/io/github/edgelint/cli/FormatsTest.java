package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fingerprints;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, on files whose names and contents try to break out of it. */
class FormatsTest {

  private static final Path FOLDER = Repository.root().resolve("server/src/test/resources/formats");

  /** A folder with line breaks, commands of CI hosts, markup, and a mark that turns text around. */
  private static final String HOSTILE =
      "a,b;c]::%0A\n##vso[task.setvariable variable=x]y\r::error::z\t\"<i>`|&'$*\u202e\u001b[31m";

  private static final Report REPORT = report();

  private static Report report() {
    Map<String, String> files = new LinkedHashMap<>();
    // Byte order mark, CRLF, a letter of two UTF-16 units, East Asian letters.
    files.put(
        "etc/aziot/config.toml",
        "\uFEFFhostname = \"edge\"\r\n"
            + "\r\n"
            + "[agent]\r\n"
            + "name = \"edgeAgent\"\r\n"
            + "typ = \"docker\" # 😀 日本\r\n"
            + "[provisioning] # 😀\r\n"
            + "source = \"manual\"\r\n"
            + "device_id = 日本\r\n");
    files.put(
        HOSTILE + "/docker/daemon.json", "{ \"log-driver\": \"\u202eevil\u2066\", \"dns\": x }\n");
    files.put(
        "Gerät/日本 😀/docker/daemon.json",
        "{\n\t\"]]>&<script>\\u0007\u202e\": 1,\n\t\"]]>&<script>\\u0007\u202e\": 2\n}\n");
    files.put(
        "aziot-edged.service.d/proxy.conf",
        "[Service]\n# edgelint: ignore[EDGE801] known\n"
            + "Environment=https_proxy=http://user:Zx9secret%41@proxy.corp:3128\n");
    files.put("two/docker/daemon.json", "{ \"dns\": x }\n");
    files.put(
        ".edgelint.toml",
        "[[suppressions.entry]]\nrules = [\"EDGE001\"]\npath = \"two/**\"\nreason = \"lab\"\n");
    Snapshot snapshot = Project.of(files);
    Input.Loaded loaded =
        new Input.Loaded(
            snapshot,
            Project.ROOT,
            files.size(),
            false,
            Optional.empty(),
            new FileScanner.Scan(snapshot.workspace(), List.of(), List.of(), Set.of()));
    return Report.of(loaded, new Analyzer().analyze(snapshot), true, 0, Project.ROOT);
  }

  private static String written(Format format) {
    return written(format, REPORT);
  }

  private static String written(Format format, Report report) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    format.reporter(false, true).write(report, out);
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_report_is_the_one_on_file(Format format) throws IOException {
    // Pages of rules and the style sheet change for reasons of their own.
    String text =
        written(format)
            .replaceFirst("(?s)\"rules\": \\[.*?\\n {10}\\]", "\"rules\": […]")
            .replaceFirst("(?s)<style>.*?</style>", "<style>…</style>");
    Path golden = FOLDER.resolve("golden").resolve(format + ".txt");
    if (System.getProperty("updateSnapshots") != null) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }

    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_report_holds_no_character_that_steers_its_reader_and_no_secret(Format format) {
    assertThat(written(format))
        .doesNotContain("\u202e", "\u2066", "\u001b", "\u0007", "\r")
        .doesNotContain("Zx9secret");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void an_empty_report_is_a_report(Format format) {
    Report empty = REPORT.only(finding -> false);
    StringWriter text = new StringWriter();
    format.reporter(false, true).write(empty, new PrintWriter(text));

    switch (format) {
      case JSON, SARIF, GITLAB -> assertThat(JsonCheck.isJson(text.toString())).isTrue();
      case GITHUB -> assertThat(text.toString()).isEmpty();
      case TEXT, CONCISE, AZURE, MARKDOWN, HTML ->
          assertThat(text.toString()).contains("No findings in 6 files.");
      case JUNIT -> assertThat(text.toString()).contains("failures=\"0\"");
      case CHECKSTYLE -> assertThat(text.toString()).contains("</checkstyle>");
    }
  }

  @Test
  void log_commands_are_one_line_each_and_none_is_forged() {
    long findings = REPORT.findings().size();

    assertThat(written(Format.GITHUB).lines())
        .hasSize((int) findings + 1)
        .allMatch(line -> line.matches("::(error|warning|notice) (file|title)=[^:]*::.*"));
    assertThat(written(Format.AZURE).lines())
        .hasSize((int) findings + 1)
        .allMatch(line -> line.startsWith("##vso[task.logissue type=") || !line.contains("##vso["));
  }

  @Test
  void json_fits_our_published_schema() throws IOException {
    Path schema = Repository.root().resolve("schemas/report.schema.json");

    assertThat(complaints(schema, written(Format.JSON))).isEmpty();
  }

  @Test
  void sarif_fits_the_schema_of_oasis() throws IOException {
    assertThat(complaints(FOLDER.resolve("sarif-2.1.0.json"), written(Format.SARIF))).isEmpty();
  }

  @Test
  void the_schema_of_oasis_would_find_a_mistake() throws IOException {
    String wrong = written(Format.SARIF).replace("\"startLine\": 1,", "\"startLine\": 0,");

    assertThat(complaints(FOLDER.resolve("sarif-2.1.0.json"), wrong)).isNotEmpty();
  }

  private static java.util.List<String> complaints(Path schema, String document)
      throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(Files.readString(schema), InputFormat.JSON)
        .validate(document, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  @Test
  void sarif_has_relative_uris_and_a_fingerprint_of_its_own_for_every_result() {
    String sarif = written(Format.SARIF);

    Set<String> prints = new HashSet<>();
    Matcher print = Pattern.compile("\"edgelint/v2\": \"(\\w+)\"").matcher(sarif);
    while (print.find()) {
      assertThat(prints.add(print.group(1))).isTrue();
    }
    assertThat(prints).hasSize(REPORT.findings().size() + REPORT.suppressed().size());
    Matcher uri = Pattern.compile("\"uri\": \"([^\"]*)\"").matcher(sarif);
    while (uri.find()) {
      assertThat(uri.group(1)).matches("[A-Za-z0-9%/._~$&'()*+,;=@!-]+").doesNotStartWith("/");
    }
    assertThat(sarif)
        .contains("\"uri\": \"Ger%C3%A4t/%E6%97%A5%E6%9C%AC%20%F0%9F%98%80/docker/daemon.json\"");
  }

  @Test
  void sarif_has_no_more_results_than_github_takes_and_says_which_are_left_out()
      throws IOException {
    Finding any = REPORT.findings().get(0);
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 25_000; i++) {
      many.add(
          Finding.of(any.rule(), any.document(), any.range(), Message.of("mild"))
              .withSeverity(Severity.INFO));
    }
    many.add(
        Finding.of(any.rule(), any.document(), any.range(), Message.of("worst"))
            .withSeverity(Severity.ERROR));
    Report report =
        new Report(
            REPORT.base(),
            REPORT.snapshot(),
            REPORT.analysis(),
            many,
            REPORT.suppressed(),
            Fingerprints.of(many, REPORT.base()),
            REPORT.files(),
            0);
    int all = many.size() + REPORT.suppressed().size();

    String sarif = written(Format.SARIF, report);

    assertThat(sarif.split("\"ruleIndex\"", -1)).hasSize(25_000 + 1);
    assertThat(sarif)
        .contains("\"worst\"", "\"Of " + all + " results only the 25000 most severe are here.\"")
        .doesNotContain("\"suppressions\"");
    assertThat(complaints(FOLDER.resolve("sarif-2.1.0.json"), sarif)).isEmpty();
  }

  @Test
  void sarif_tells_suppressions_in_a_file_from_those_of_the_settings() {
    assertThat(written(Format.SARIF))
        .contains("\"kind\": \"inSource\",\n              \"justification\": \"known\"")
        .contains("\"kind\": \"external\",\n              \"justification\": \"lab\"");
  }

  @Test
  void junit_and_checkstyle_fit_their_schemas() throws Exception {
    validate("junit.xsd", written(Format.JUNIT));
    validate("checkstyle.xsd", written(Format.CHECKSTYLE));
  }

  private static void validate(String schema, String document) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(FOLDER.resolve(schema).toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(document)));
  }
}
