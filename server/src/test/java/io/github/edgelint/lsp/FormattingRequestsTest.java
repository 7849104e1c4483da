package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.Unregistration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formatting is offered to those who ask for it, in the way their client can be offered it. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FormattingRequestsTest {

  private static final String URI = "file:///device/etc/docker/daemon.json";
  private static final TextDocumentIdentifier DOCUMENT = new TextDocumentIdentifier(URI);
  private static final String TEXT = "{\n\"debug\":true,\n\"dns\": []}\n";

  private static final TextEdit INDENT_DEBUG = edit(1, 0, 1, 0, "\t");
  private static final TextEdit SPACE = edit(1, 8, 1, 8, " ");

  private static TextEdit edit(int line, int column, int endLine, int endColumn, String text) {
    return new TextEdit(
        new Range(new Position(line, column), new Position(endLine, endColumn)), text);
  }

  private static JsonObject format(boolean wanted) {
    JsonObject settings = new JsonObject();
    settings.addProperty("format", wanted);
    return settings;
  }

  private static TestClient startWithSetting(Profile profile) throws Exception {
    TestClient client = profile.client();
    JsonObject options = new JsonObject();
    options.add("settings", format(true));
    client.params.setInitializationOptions(options);
    client.start();
    client.open(URI, TEXT);
    return client;
  }

  private static void set(TestClient client, boolean wanted) {
    JsonObject section = new JsonObject();
    section.add("edgelint", format(wanted));
    client
        .server()
        .getWorkspaceService()
        .didChangeConfiguration(new DidChangeConfigurationParams(section));
  }

  private static List<? extends TextEdit> edits(TestClient client) throws Exception {
    return edits(client, new FormattingOptions(4, false));
  }

  private static List<? extends TextEdit> edits(TestClient client, FormattingOptions options)
      throws Exception {
    return get(
        client
            .server()
            .getTextDocumentService()
            .formatting(new DocumentFormattingParams(DOCUMENT, options)));
  }

  @Test
  void a_tab_is_no_wider_than_anybody_wants() throws Exception {
    try (TestClient client = startWithSetting(Profile.MINIMAL)) {
      assertThat(edits(client, new FormattingOptions(Integer.MAX_VALUE, true)).get(0))
          .isEqualTo(edit(1, 0, 1, 0, " ".repeat(64)));
      assertThat(edits(client, new FormattingOptions(-1, true)).get(0)).isEqualTo(SPACE);
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void nobody_is_offered_a_formatter_unasked(Profile profile) throws Exception {
    try (TestClient client = profile.client().start()) {
      client.open(URI, TEXT);

      assertThat(client.result().getCapabilities().getDocumentFormattingProvider()).isNull();
      assertThat(client.result().getCapabilities().getDocumentRangeFormattingProvider()).isNull();
      assertThat(edits(client).isEmpty()).isTrue();
      assertThat(client.registered).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void who_asks_at_the_start_is_offered_it(Profile profile) throws Exception {
    try (TestClient client = startWithSetting(profile)) {
      assertThat(client.result().getCapabilities().getDocumentFormattingProvider().getLeft())
          .isTrue();
      assertThat(List.<TextEdit>copyOf(edits(client)))
          .containsExactly(INDENT_DEBUG, SPACE, edit(2, 0, 2, 0, "\t"), edit(2, 9, 2, 9, "\n"));
      assertThat(client.registered).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_range_is_formatted_alone(Profile profile) throws Exception {
    try (TestClient client = startWithSetting(profile)) {
      Range word = new Range(new Position(1, 1), new Position(1, 12));

      List<? extends TextEdit> edits =
          get(
              client
                  .server()
                  .getTextDocumentService()
                  .rangeFormatting(
                      new DocumentRangeFormattingParams(
                          DOCUMENT, new FormattingOptions(4, false), word)));

      assertThat(List.<TextEdit>copyOf(edits)).containsExactly(SPACE);
    }
  }

  @Test
  void the_setting_offers_it_and_takes_it_back() throws Exception {
    try (TestClient client = Profile.FULL.client().start()) {
      client.open(URI, TEXT);

      set(client, true);
      assertThat(client.registered.poll(60, TimeUnit.SECONDS).getRegistrations())
          .extracting(Registration::getMethod)
          .containsExactly("textDocument/formatting", "textDocument/rangeFormatting");
      assertThat(edits(client).isEmpty()).isFalse();

      set(client, false);
      assertThat(client.unregistered.poll(60, TimeUnit.SECONDS).getUnregisterations())
          .extracting(Unregistration::getMethod)
          .containsExactly("textDocument/formatting", "textDocument/rangeFormatting");
      assertThat(edits(client).isEmpty()).isTrue();
    }
  }

  @Test
  void a_client_that_takes_no_registrations_gets_none() throws Exception {
    try (TestClient client = Profile.MINIMAL.client().start()) {
      client.open(URI, TEXT);
      set(client, true);

      assertThat(edits(client).isEmpty()).isFalse();
      assertThat(client.registered).isEmpty();
    }
  }
}
