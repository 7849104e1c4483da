package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

  private static final String CLEAN = "{\n  \"log-driver\": \"local\"\n}\n";
  private static final String BROKEN = "{\n  \"log-driver\": local\n}\n";
  private static final String TWICE =
      "{\n  \"log-driver\": \"local\",\n  \"log-driver\": \"local\"\n}\n";

  @TempDir private Path folder;

  @BeforeEach
  void nothing_above_the_folder_belongs_to_it() throws IOException {
    write(".edgelint.toml", "");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path engine(String text) throws IOException {
    return write("docker/daemon.json", text);
  }

  @Test
  void a_clean_folder_ends_with_0_and_says_how_many_files_it_saw() throws IOException {
    engine(CLEAN);

    CommandLineRun run = CommandLineRun.of("check", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualToIgnoringNewLines("No findings in 2 files.");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-q", "--quiet --format concise", "--format json", "--format sarif"})
  void a_run_that_does_without_picocli_says_what_the_same_run_with_picocli_says(String options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("check"));
    options.lines().flatMap(line -> Stream.of(line.split(" "))).forEach(arguments::add);
    arguments.add(engine(BROKEN).toString());
    arguments.add(folder.resolve("no.json").toString());
    String[] plain = arguments.toArray(String[]::new);
    arguments.addAll(List.of("--fail-on", "error"));
    String[] full = arguments.toArray(String[]::new);

    assertThat(CheckCommand.plain(plain)).isPresent();
    assertThat(CheckCommand.plain(full)).isEmpty();
    assertThat(CommandLineRun.of(plain)).isEqualTo(CommandLineRun.of(full));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "devices",
        "check --format",
        "check --format yaml",
        "check --format json --format text",
        "check -q --quiet",
        "check --watch",
        "check -- -q"
      })
  void picocli_reads_all_but_the_simplest_runs(String line) {
    assertThat(CheckCommand.plain(line.split(" "))).isEmpty();
  }

  @Test
  void an_error_ends_with_1_and_is_shown_with_its_line() throws IOException {
    Path file = engine(BROKEN);

    CommandLineRun run = CommandLineRun.of("check", file.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("error[EDGE001] json-syntax: Expected double quotes around the text here")
        .contains("2 |   \"log-driver\": local\n")
        .contains("  |                 ^^^^^\n")
        .contains("= fix: Use double quotes (--fix)")
        .contains("Found 1 error in 1 file. `--fix` mends 1.");
  }

  @Test
  void a_warning_fails_only_when_asked_to() throws IOException {
    String file = engine(TWICE).toString();

    assertThat(CommandLineRun.of("check", file).code()).isZero();
    assertThat(CommandLineRun.of("check", "--fail-on", "warning", file).code()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_not_there_ends_with_2_and_is_named() {
    CommandLineRun run = CommandLineRun.of("check", folder.resolve("no.json").toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no.json does not exist");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_folder_without_files_of_a_device_says_so() throws IOException {
    write("other/package.json", "{}");

    CommandLineRun run = CommandLineRun.of("check", folder.resolve("other").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("No files of IoT Edge here; `edgelint devices`");
  }

  @Test
  void a_file_that_is_no_text_is_called_that() throws IOException {
    String file = write("deployment.json", "\0\1\2").toString();

    CommandLineRun run = CommandLineRun.of("check", file);

    assertThat(run.out()).contains("it is no text file").contains("Found 1 warning in 1 file.");
  }

  @Test
  void a_named_file_of_no_known_kind_is_said_not_to_be_checked() throws IOException {
    CommandLineRun run = CommandLineRun.of("check", write("package.json", "{}").toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("EDGE901").contains("`--as` says what a file is");
  }

  @Test
  void a_kind_may_be_given_where_the_name_does_not_tell() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("check", "--as", "engine-config", write("x.json", BROKEN).toString());

    assertThat(run.out()).contains("EDGE001");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "chekc examples, unknown command 'chekc', Did you mean: edgelint check?",
        "proxy stauts, unknown command 'stauts', Did you mean: edgelint proxy status?",
        "proxy set --os linus, \"there are linux, windows, eflow\", Did you mean: linux?",
        "check --fxi, unknown option: '--fxi', Did you mean: --fix?",
        "check --format jsn, \"--format cannot be 'jsn'; there are text,\", Did you mean: json?",
        "check --output jnuit=x, --output cannot be 'jnuit', Did you mean: junit?",
        "check --as manifesto, \"there are device-config, manifest\", Did you mean: manifest?",
        "explain EDGE2x, there is no rule 'EDGE2x', did you mean 'EDGE2xx'?",
        "check --ignore EDGE25x, there is no rule 'EDGE25x', did you mean 'EDGE250'?",
        "explain hub-proxy-mising, there is no rule 'hub-proxy-mising', did you mean"
            + " 'hub-proxy-missing'?",
      })
  void a_typo_is_named_and_gets_one_suggestion(String arguments, String wrong, String meant) {
    CommandLineRun run = CommandLineRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(wrong).contains(meant).doesNotContain(" or edgelint");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "check --output sarif, \"--output needs FORMAT=FILE, not 'sarif'\"",
        "check --output report.html, \"--output needs FORMAT=FILE, not 'report.html'\"",
        "serve --tcp 65536, --tcp needs a port from 0 to 65535",
        "serve --pipe /no/such/socket, nobody answers at /no/such/socket",
        "graph ., . is a folder; name the manifest itself",
        "check --fail-on hint, \"--fail-on cannot be 'hint'; there are error, warning, info\"",
        "check --jobs 0, --jobs needs a number from 1 on",
        "explain EDGE253 b, unexpected argument 'b'",
        "explain EDGE999, there is no rule 'EDGE999' (see 'edgelint rules')",
        "check --baseline . examples, . is a folder",
        "check --output json=- examples, --output writes files; --format says what is printed",
        "check --baseline no.json examples, 'edgelint baseline write --file no.json' makes it",
      })
  void what_cannot_be_is_refused_with_what_can(String arguments, String said) {
    CommandLineRun run = CommandLineRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(said).doesNotContain("Did you mean");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_named_folder_that_may_not_be_read_is_a_failure_and_one_below_it_a_warning()
      throws IOException {
    Path closed = engine(CLEAN).getParent();
    Files.setPosixFilePermissions(closed, Set.of());
    assumeFalse(Files.isReadable(closed), "whoever runs this may read everything");

    CommandLineRun named = CommandLineRun.of("check", closed.toString());
    CommandLineRun below = CommandLineRun.of("check", folder.toString());

    assertThat(named.out()).contains("EDGE901", "access is denied");
    assertThat(named.code()).isEqualTo(2);
    assertThat(below.out()).contains("EDGE901", "access is denied");
    assertThat(below.code()).isZero();
  }

  @Test
  void a_diff_says_on_standard_error_which_named_file_nobody_looked_at() throws IOException {
    Path strange = write("notes.json", "{}");

    CommandLineRun run =
        CommandLineRun.of(
            "check", "--fix", "--diff", strange.toString(), engine(BROKEN).toString());

    assertThat(run.out()).contains("+  \"log-driver\": \"local\"").doesNotContain("notes");
    assertThat(run.err()).contains("notes.json: edgelint did not check this file");
  }

  @Test
  void fix_mends_the_file_and_reports_what_is_left() throws IOException {
    Path file = engine(BROKEN);

    CommandLineRun run = CommandLineRun.of("check", "--fix", file.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Applied 1 fix.");
    assertThat(file).hasContent(CLEAN);
  }

  @Test
  void fix_mends_every_copy_of_a_file() throws IOException {
    Path one = write("one/docker/daemon.json", TWICE);
    Path two = write("two/docker/daemon.json", TWICE);
    Path three = write("three/docker/daemon.json", TWICE);

    CommandLineRun run = CommandLineRun.of("check", "--fix", folder.toString());

    assertThat(run.out()).contains("Applied 3 fixes.");
    assertThat(List.of(one, two, three))
        .allSatisfy(file -> assertThat(file).content().isEqualTo(CLEAN));
  }

  @Test
  void fix_keeps_the_mode_of_the_file_and_leaves_nothing_beside_it() throws IOException {
    Path file = engine(BROKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    CommandLineRun.of("check", "--fix", file.toString());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(file.getParent().toFile().list()).containsExactly("daemon.json");
  }

  @Test
  void diff_shows_what_fix_would_change_and_writes_nothing() throws IOException {
    Path file = engine(BROKEN);

    CommandLineRun run = CommandLineRun.of("check", "--diff", file.toString());

    assertThat(run.out())
        .contains("-  \"log-driver\": local")
        .contains("+  \"log-driver\": \"local\"");
    assertThat(file).hasContent(BROKEN);
  }

  @Test
  void select_and_ignore_take_codes_slugs_and_groups() throws IOException {
    String file = engine(BROKEN).toString();

    assertThat(CommandLineRun.of("check", "--ignore", "json-syntax", file).code()).isZero();
    assertThat(CommandLineRun.of("check", "--select", "EDGE2xx", file).code()).isZero();
    assertThat(CommandLineRun.of("check", "--select", "EDGE0xx", file).code()).isEqualTo(1);
    assertThat(CommandLineRun.of("check", "--select", "jsn-syntax", file).err())
        .contains("did you mean 'json-syntax'");
  }

  @Test
  void a_baseline_keeps_what_is_known_quiet_while_lines_move() throws IOException {
    Path file = engine(BROKEN);
    String known = folder.resolve("known.json").toString();
    CommandLineRun.of("baseline", "write", "--file", known, folder.toString());

    Files.writeString(file, "\n\n" + BROKEN);
    assertThat(CommandLineRun.of("check", "--baseline", known, folder.toString()).code()).isZero();

    Files.writeString(file, "{\n  \"log-driver\": local,\n  \"dns\": x\n}\n");
    assertThat(CommandLineRun.of("check", "--baseline", known, folder.toString()).out())
        .contains("daemon.json:3:")
        .doesNotContain("daemon.json:2:10");
  }

  @Test
  void a_baseline_knows_what_is_in_a_file_with_a_new_name_but_not_in_a_copy() throws IOException {
    Path file = engine(BROKEN);
    String known = folder.resolve("known.json").toString();
    String[] check = {"check", "--baseline", known, folder.toString()};
    CommandLineRun.of("baseline", "write", "--file", known, folder.toString());

    write("copy/docker/daemon.json", BROKEN);
    assertThat(CommandLineRun.of(check).out()).contains("Found 1 error in 1 file");

    Files.delete(file);
    assertThat(CommandLineRun.of(check).code()).isZero();

    write("another/docker/daemon.json", BROKEN);
    assertThat(CommandLineRun.of(check).out()).contains("Found 1 error in 1 file");

    CommandLineRun.of("baseline", "prune", "--file", known, folder.toString());
    assertThat(Path.of(known)).content().contains("\"path\": \"another/docker/daemon.json\"");
  }

  @Test
  void to_prune_a_folder_forgets_nothing_of_another() throws IOException {
    write("a/docker/daemon.json", BROKEN);
    Path mended = write("b/docker/daemon.json", BROKEN);
    String known = folder.resolve("known.json").toString();
    CommandLineRun.of("baseline", "write", "--file", known, folder.toString());
    Files.writeString(mended, CLEAN);

    String a = folder.resolve("a").toString();
    assertThat(CommandLineRun.of("baseline", "prune", "--file", known, a).out())
        .contains("knows 2 findings.");
    String b = folder.resolve("b").toString();
    assertThat(CommandLineRun.of("baseline", "prune", "--file", known, b).out())
        .contains("knows 1 finding.");
    assertThat(Path.of(known)).content().contains("a/docker").doesNotContain("b/docker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "prune"})
  void a_baseline_stays_as_it_is_where_not_all_can_be_read(String command) throws IOException {
    engine(BROKEN);
    Path known = folder.resolve("known.json");
    String file = known.toString();
    CommandLineRun.of("baseline", "write", "--file", file, folder.toString());
    String before = Files.readString(known);

    String no = folder.resolve("no").toString();
    CommandLineRun run = CommandLineRun.of("baseline", command, "--file", file, no);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no does not exist").contains("nothing was written");
    assertThat(known).hasContent(before);
  }

  @Test
  void devices_shows_what_was_named_although_it_looks_at_all_of_the_project() throws IOException {
    write("a/etc/docker/daemon.json", CLEAN);
    write("a/etc/aziot/config.toml", "");
    write("b/etc/docker/daemon.json", CLEAN);
    write("b/etc/aziot/config.toml", "");
    write("package.json", "{}");

    String a = folder.resolve("a").toString();
    assertThat(CommandLineRun.of("devices", a).out())
        .contains("a/etc/docker/daemon.json", "a/etc/aziot/config.toml")
        .doesNotContain("b/etc", "on their own", "package.json");
    String file = folder.resolve("b/etc/docker/daemon.json").toString();
    assertThat(CommandLineRun.of("devices", file).out())
        .contains("b/etc/docker/daemon.json", "b/etc/aziot/config.toml")
        .doesNotContain("a/etc");
  }

  @Test
  void a_group_of_rules_is_explained_by_its_rules() {
    CommandLineRun run = CommandLineRun.of("explain", "edge5xx");

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).isNotEmpty().allMatch(line -> line.startsWith("EDGE5"));
  }

  @Test
  void a_name_that_begins_with_an_at_sign_is_a_name() throws IOException {
    String arguments = write("arguments", "--help").toString();

    CommandLineRun run = CommandLineRun.of("check", "--hints", "@" + arguments);

    assertThat(run.err()).contains("@" + arguments + " does not exist");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void no_command_lets_a_name_steer_the_terminal() throws IOException {
    String name = "a\u001b[31m\u202eb\nc";
    write(name + "/etc/docker/daemon.json", BROKEN);
    Path config =
        write(
            name + "/etc/aziot/config.toml",
            """
            [provisioning]
            source = "dps"
            global_endpoint = "https://dps\\u001b[31m\\u202e.net"
            [agent.env]
            https_proxy = "http://p\\u001b[31m\\u202e:1"
            """);
    String below = folder.resolve(name).toString();

    List<CommandLineRun> runs =
        List.of(
            CommandLineRun.of("devices", below),
            CommandLineRun.of("config", "show", config.toString()),
            CommandLineRun.of("proxy", "status", below),
            CommandLineRun.of("proxy", "allowlist", below),
            CommandLineRun.of("proxy", "set", "http://p:2", "--diff", below),
            CommandLineRun.of("check", folder.resolve(name + ".json").toString()),
            CommandLineRun.of("check", "--" + name),
            CommandLineRun.of("baseline", "prune", "--file", below));

    for (CommandLineRun run : runs) {
      assertThat(run.out() + run.err()).contains("31m").doesNotContain("\u001b", "\u202e", "b\nc");
    }
  }

  @Test
  void a_suppression_comment_keeps_a_finding_quiet_and_an_unused_one_is_reported()
      throws IOException {
    String unit = "aziot-edged.service.d/proxy.conf";
    Path used =
        write("a/" + unit, "# edgelint: ignore-file[EDGE010] on purpose\nEnvironment=A=b\n");
    Path unused = write("b/" + unit, "[Service]\n# edgelint: ignore[EDGE010]\nEnvironment=A=b\n");

    assertThat(CommandLineRun.of("check", used.toString()).out()).contains("No findings");
    assertThat(CommandLineRun.of("check", unused.toString()).out()).contains("EDGE921");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void no_format_lets_a_hostile_name_or_value_break_out(Format format) throws IOException {
    String name = "a,b;c]::%0A\"<é>&'.json";
    Path file = write(name, "{ \"registry-mirrors\": [], \"\u202e\\u0007<script>|`\": x }");

    CommandLineRun run =
        CommandLineRun.of(
            "check",
            "--as",
            "engine-config",
            "--fail-on",
            "error",
            "--format",
            format.toString(),
            file.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("\u202e").doesNotContain("\u0007");
    switch (format) {
      case GITHUB -> assertThat(run.out().lines()).allMatch(line -> line.startsWith("::"));
      case JUNIT, CHECKSTYLE, HTML -> assertThat(run.out()).doesNotContain("<é>");
      case SARIF, GITLAB, JSON -> assertThat(JsonCheck.isJson(run.out())).isTrue();
      default -> {}
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "html"})
  void no_related_place_lets_a_name_steer_the_terminal(String format) throws IOException {
    String module =
        """
        "%s": { "type": "docker", "status": "running", "restartPolicy": "always", "settings": {
          "image": "a.azurecr.io/a:1", "createOptions":
            "{\\"HostConfig\\":{\\"PortBindings\\":{\\"80/tcp\\":[{\\"HostPort\\":\\"80\\"}]}}}" } }""";
    String manifest =
        """
        { "modulesContent": {
          "$edgeAgent": { "properties.desired": { "modules": {
            %s,
            %s } } } } }
        """
            .formatted(
                module.formatted("camera\\u001b[31m\\u202e"), module.formatted("b\\u001b[31m"));
    Path file = write("deployment.json", manifest);

    CommandLineRun run = CommandLineRun.of("check", "--format", format, file.toString());

    assertThat(run.out())
        .contains("the same port of camera\\u001b[31m\\u202e")
        .doesNotContain("\u001b", "\u202e", "&#8238;");
  }

  @Test
  void a_diff_on_a_terminal_shows_nothing_that_steers_it() {
    assertThat(Terminal.harmless("-\ta = \"\u001b[31m\u202e\r\"\r"))
        .isEqualTo("-\ta = \"\uFFFD[31m\uFFFD\uFFFD\"\r");
  }

  @Test
  void markdown_has_code_and_nothing_else_whatever_backticks_a_name_holds() {
    assertThat(MarkdownReporter.escape("`[a](b)` is [c](d)"))
        .isEqualTo("`[a](b)` is &#91;c&#93;(d)");
    assertThat(MarkdownReporter.escape("`a``` hides `[c](d)`"))
        .isEqualTo("&#96;a&#96;&#96;&#96; hides &#96;&#91;c&#93;(d)&#96;");
    assertThat(MarkdownReporter.escape("`a`` [c](d)")).isEqualTo("&#96;a&#96;&#96; &#91;c&#93;(d)");
    assertThat(MarkdownReporter.escape("`a [c](d)")).isEqualTo("&#96;a &#91;c&#93;(d)");
  }

  @Test
  void no_format_prints_a_secret() throws IOException {
    write(
        "aziot-edged.service.d/proxy.conf",
        "[Service]\nEnvironment=https_proxy=http://user:Zx9secret%41@proxy.corp:3128\n");

    for (Format format : Format.values()) {
      CommandLineRun run =
          CommandLineRun.of("check", "--format", format.toString(), folder.toString());
      assertThat(run.out()).as(format.toString()).contains("EDGE").doesNotContain("Zx9secret");
    }
  }

  @Test
  void several_reports_are_written_in_one_run() throws IOException {
    engine(BROKEN);
    Path sarif = folder.resolve("out.sarif");
    Path junit = folder.resolve("out.xml");

    CommandLineRun.of(
        "check", "--output", "sarif=" + sarif, "--output", "junit=" + junit, folder.toString());

    assertThat(sarif).content().contains("\"version\": \"2.1.0\"");
    assertThat(junit).content().contains("failures=\"1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--diff", "--fix", "--fix-only", "--statistics"})
  void a_report_is_written_whatever_else_is_asked_for_and_twice_in_one_format(String option)
      throws IOException {
    String file = engine("{\n  \"log-driver\": local,\n  \"dns\": x y\n}\n").toString();
    Path one = folder.resolve("1.json");
    Path two = folder.resolve("2.json");

    CommandLineRun.of("check", option, "--output", "json=" + one, "--output", "JSON=" + two, file);

    assertThat(one).content().contains("\"EDGE");
    assertThat(two).hasSameTextualContentAs(one);
  }

  @Test
  void fix_only_does_not_fail_for_what_is_left() throws IOException {
    String file = engine("{\n  \"log-driver\": local,\n  \"dns\": x y\n}\n").toString();

    CommandLineRun run = CommandLineRun.of("check", "--fix-only", file);

    assertThat(run.code()).isZero();
    assertThat(CommandLineRun.of("check", file).code()).isEqualTo(1);
  }

  @Test
  void a_report_makes_the_folder_that_it_needs_and_one_that_cannot_be_written_is_named()
      throws IOException {
    String file = engine(CLEAN).toString();
    Path report = folder.resolve("reports/a/out.json");

    assertThat(CommandLineRun.of("check", "--output", "json=" + report, file).code()).isZero();
    assertThat(report).content().contains("\"findings\": []");

    CommandLineRun run = CommandLineRun.of("check", "--output", "json=" + folder, file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(folder.toString()).doesNotContain("internal error");
  }

  @Test
  void a_finding_inside_of_a_secret_is_marked_at_the_mask() throws IOException {
    Path unit =
        write(
            "aziot-edged.service.d/proxy.conf",
            "[Service]\nEnvironment=https_proxy=http://user:Zx9secret%41@proxy.corp:3128\n");

    assertThat(CommandLineRun.of("check", "--select", "EDGE270", unit.toString()).out())
        .contains(
            """
            2 | Environment=https_proxy=http://…@proxy.corp:3128
              |                                ^
            """);
  }

  private static final String WITH_PASSWORD =
      """
      {
        "modulesContent": {
          "$edgeAgent": {
            "properties.desired": {
              "runtime": {
                "settings": {
                  "registryCredentials": {
                    "r": { "address": "r.azurecr.io", "username": "u", "password": "Zx81aJ0q" }
                  }
                }
              },
              "systemModules": {}
            }
          }
        }
      }
      """;

  @Test
  void a_password_moves_from_the_template_to_a_new_env_file() throws IOException {
    Path template = write("deployment.template.json", WITH_PASSWORD);

    CommandLineRun run =
        CommandLineRun.of(
            "check", "--unsafe-fixes", "--fix-only", "--select", "EDGE802", template.toString());

    assertThat(run.out()).isEqualToIgnoringNewLines("Applied 1 fix.");
    assertThat(template)
        .content()
        .isEqualTo(WITH_PASSWORD.replace("Zx81aJ0q", "${CONTAINER_REGISTRY_PASSWORD_R}"));
    assertThat(folder.resolve(".env"))
        .content()
        .isEqualTo("CONTAINER_REGISTRY_PASSWORD_R=Zx81aJ0q\n");
  }

  @Test
  void a_diff_shows_that_a_password_moves_but_not_the_password() throws IOException {
    Path template = write("deployment.template.json", WITH_PASSWORD);

    CommandLineRun run =
        CommandLineRun.of(
            "check", "--unsafe-fixes", "--diff", "--select", "EDGE802", template.toString());

    assertThat(run.out())
        .contains("--- /dev/null", "+CONTAINER_REGISTRY_PASSWORD_R=…")
        .contains("\"password\": \"${CONTAINER_REGISTRY_PASSWORD_R}\"")
        .doesNotContain("Zx81aJ0q");
    assertThat(template).content().isEqualTo(WITH_PASSWORD);
    assertThat(folder.resolve(".env")).doesNotExist();
  }

  @Test
  void nobody_decides_unasked_what_a_project_wants() throws IOException {
    Files.delete(folder.resolve(".edgelint.toml"));
    Files.createDirectories(folder.resolve(".git"));
    Path manifest = write("deployment.json", WITH_PASSWORD.replace("u\"", "{{USER}}\""));

    CommandLineRun.of("check", "--unsafe-fixes", "--fix-only", manifest.toString());

    assertThat(folder.resolve(".edgelint.toml")).doesNotExist();
  }
}
