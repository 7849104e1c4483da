package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The page for people: what is on it, and that a browser shows it. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlReportTest {

  private static final int ERROR_TONE = 0xB3261E;

  private String page;

  @BeforeAll
  void the_examples_are_checked() {
    page =
        CommandLineRun.of(
                "check", "--format", "html", Repository.root().resolve("examples").toString())
            .out();
  }

  @Test
  void a_device_has_its_findings_its_proxy_and_its_routes() {
    int broken = page.indexOf("<h2>Device examples/behind-proxy-broken</h2>");
    int good = page.indexOf("<h2>Device examples/behind-proxy</h2>");

    assertThat(page.substring(broken, good))
        .contains("EDGE227")
        .contains("Behind <code>https://proxy.graz.corp:3128</code>")
        .containsPattern(
            "class=\"error\"><th scope=\"row\">aziot-identityd</th>\\s*<td class=\"tag\">missing")
        .contains("provisioning and module identities go past the proxy and fail")
        .contains("<code>iotedge check</code> will say")
        .contains("<h3>Routes of ")
        .contains("<svg");
    assertThat(page.substring(good))
        .contains("<p>No findings.</p>")
        .containsPattern(
            "class=\"good\"><th scope=\"row\">aziot-identityd</th>\\s*<td class=\"tag\">ok");
  }

  @Test
  void it_loads_nothing_and_runs_nothing() {
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "url(", "src=");
  }

  @Test
  void a_browser_shows_it() throws Exception {
    String browser = browser();
    Path folder = Files.createDirectories(Repository.root().resolve("server/target/html"));
    BufferedImage shown = screenshot(browser, folder, "report", page);

    assertThat(colours(shown)).contains(ERROR_TONE).hasSizeGreaterThan(50);
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }

  /** The picture stays, for people. */
  private static BufferedImage screenshot(String browser, Path folder, String name, String html)
      throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve(name + ".html"), html);
    Path picture = folder.resolve(name + ".png");
    Files.deleteIfExists(picture);
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--user-data-dir=" + folder.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--window-size=1000,6000",
                "--screenshot=" + picture,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    return ImageIO.read(picture.toFile());
  }

  private static String browser() {
    Optional<String> found =
        Optional.ofNullable(System.getenv("CHROMIUM"))
            .or(
                () ->
                    List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .flatMap(HtmlReportTest::inPath)
                        .findFirst());
    Assumptions.assumeTrue(found.isPresent(), "Chromium is not installed (set CHROMIUM)");
    return found.get();
  }

  private static Stream<String> inPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString);
  }
}
