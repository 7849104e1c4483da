package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.edgelint.lsp.TestEditor.Buffer;
import io.github.edgelint.testing.Repository;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The shipped server, started as our set-ups for Eclipse and IntelliJ say, and asked what these
 * ask: neither can run here.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class PackagedEditorsTest {

  private static final Path BIN = Repository.root().resolve("server/target/dist/bin");
  private static final Path SETUPS = Repository.root().resolve("editors");

  /** Words of a command line, of which some are quoted. */
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir Path folder;
  private Process process;

  @BeforeEach
  void built() {
    Assumptions.assumeTrue(Files.exists(BIN), () -> BIN + " is not built yet");
  }

  @AfterEach
  void stop() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void eclipse() throws Exception {
    NodeList attributes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(SETUPS.resolve("eclipse/edgelint.launch").toFile())
            .getElementsByTagName("stringAttribute");
    String location = attribute(attributes, "org.eclipse.ui.externaltools.ATTR_LOCATION");
    // LSP4E reads the server through the console and counts the bytes of what that made of it.
    assertThat(attribute(attributes, "org.eclipse.debug.ui.ATTR_CONSOLE_ENCODING"))
        .isEqualTo("UTF-8");
    assertThat(location).isEqualTo("${system_path:edgelint}");
    List<String> command = new ArrayList<>();
    command.add(BIN.resolve("edgelint").toString());
    command.addAll(
        words(attribute(attributes, "org.eclipse.ui.externaltools.ATTR_TOOL_ARGUMENTS")));

    run(ClientProfile.ECLIPSE, command);
  }

  private static String attribute(NodeList attributes, String key) {
    for (int i = 0; i < attributes.getLength(); i++) {
      Element attribute = (Element) attributes.item(i);
      if (attribute.getAttribute("key").equals(key)) {
        return attribute.getAttribute("value");
      }
    }
    throw new AssertionError("no " + key);
  }

  @Test
  void intellij() throws Exception {
    JsonObject template =
        TestClient.gson()
            .fromJson(
                Files.readString(SETUPS.resolve("intellij/edgelint/template.json")),
                JsonObject.class);

    run(
        ClientProfile.INTELLIJ,
        words(template.getAsJsonObject("programArgs").get("default").getAsString()));
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    return words;
  }

  /** A session: see a finding, mend it, complete, rename, and leave. */
  private void run(ClientProfile profile, List<String> command) throws Exception {
    Path file = folder.resolve("wärme/deployment.json");
    Files.createDirectories(file.getParent());
    Files.copy(Repository.root().resolve("examples/behind-proxy-broken/deployment.json"), file);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().compute("PATH", (name, path) -> BIN + File.pathSeparator + path);
    process = builder.redirectError(folder.resolve("errors").toFile()).start();
    TestClient client = profile.client().in(folder).to(process);
    client.params.setProcessId((int) ProcessHandle.current().pid());

    try (TestEditor editor = TestEditor.start(profile, client)) {
      Buffer manifest = editor.open(file.toUri().toString(), Files.readString(file));
      Diagnostic finding = manifest.finding("EDGE404");
      assertThat(manifest.textIn(finding.getRange())).isEqualTo("\"1.5\"");

      manifest.choose(manifest.actions(finding).get(0));
      manifest.withoutFinding("EDGE404");

      manifest.replace("\"restartPolicy\": \"always\"", "\"restartPolicy\": \"on-u\"");
      Position cursor = manifest.behind("\"restartPolicy\": \"on-u");
      CompletionItem item = manifest.completions(cursor).get(0);
      manifest.accept(get(editor.documents().resolveCompletionItem(item)), cursor);
      assertThat(manifest.text()).contains("\"restartPolicy\": \"on-unhealthy\"");

      Position name = manifest.behind("\"pressMon");
      editor.apply(get(editor.documents().rename(new RenameParams(manifest.id(), name, "gauge"))));
      assertThat(manifest.text()).contains("/messages/modules/gauge/").doesNotContain("pressMon");

      client.close(manifest.uri);
      get(client.server().shutdown());
      client.server().exit();
      assertThat(client.exitCode()).isZero();
    }
    assertThat(folder.resolve("errors")).isEmptyFile();
  }
}
