package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgelint.testing.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/lsp-features.md} is what the server answers to what editors say in {@code
 * initialize}. With {@code -DupdateSnapshots} it is written anew.
 */
class FeaturesPageTest {

  private static final Path PAGE = Repository.root().resolve("docs/lsp-features.md");

  /** Columns in order, with their titles. */
  private static final Map<ClientProfile, String> EDITORS = new EnumMap<>(ClientProfile.class);

  static {
    EDITORS.put(ClientProfile.VS_CODE, "VS Code");
    EDITORS.put(ClientProfile.ECLIPSE, "Eclipse");
    EDITORS.put(ClientProfile.INTELLIJ, "IntelliJ");
    EDITORS.put(ClientProfile.NEOVIM, "Neovim");
    EDITORS.put(ClientProfile.EGLOT, "eglot");
    EDITORS.put(ClientProfile.LSP_MODE, "lsp-mode");
    EDITORS.put(ClientProfile.KATE, "Kate");
    EDITORS.put(ClientProfile.ALE, "ALE");
    EDITORS.put(ClientProfile.HELIX, "Helix");
    EDITORS.put(ClientProfile.ZED, "Zed");
    EDITORS.put(ClientProfile.CODEMIRROR, "CodeMirror");
  }

  /**
   * A request that editors make.
   *
   * @param client where an editor says that it makes it
   * @param server where the server says that it answers it
   */
  private record Feature(String name, String request, String client, String server) {}

  private static final List<Feature> FEATURES =
      List.of(
          text("completion", "completion"),
          text("hover", "hover"),
          text("definition", "definition"),
          text("references", "references"),
          text("highlights of a name", "documentHighlight"),
          text("rename", "rename"),
          text("outline", "documentSymbol"),
          new Feature(
              "symbols of the workspace",
              "workspace/symbol",
              "workspace.symbol",
              "workspaceSymbol"),
          text("quick fixes", "codeAction"),
          text("code lenses", "codeLens"),
          text("links", "documentLink"),
          text("inlay hints", "inlayHint"),
          text("colours of routes", "semanticTokens"),
          text("who sends to whom", "callHierarchy"),
          text("folding", "foldingRange"),
          text("growing selection", "selectionRange"),
          new Feature(
              "edits that follow moved files",
              "workspace/willRenameFiles",
              "workspace.fileOperations.willRename",
              "workspace.fileOperations.willRename"));

  private static Feature text(String name, String capability) {
    return new Feature(
        name, "textDocument/" + capability, "textDocument." + capability, capability);
  }

  /** A way in which answers differ from editor to editor. */
  private record Form(String name, Function<ClientAbilities, Object> of) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("columns count", ClientAbilities::encodingName),
          new Form("findings are", a -> a.pushDiagnostics() ? "pushed" : "pulled"),
          new Form("findings name the version", ClientAbilities::versions),
          new Form("findings show related places", ClientAbilities::relatedInformation),
          new Form("findings link to their page", ClientAbilities::codeDescriptions),
          new Form("edits name versions", ClientAbilities::documentChanges),
          new Form("fixes make files", a -> a.documentChanges() && a.createFiles()),
          new Form("completion leaves gaps to fill", ClientAbilities::snippets),
          new Form("hover is Markdown", ClientAbilities::markdownHover),
          new Form("the outline is nested", ClientAbilities::nestedSymbols),
          new Form("a rename asks before the name", ClientAbilities::preparesRename),
          new Form("a definition tells its start", ClientAbilities::definitionLinks),
          new Form("colours come as changes", ClientAbilities::tokenDeltas),
          new Form("hints are asked for again", ClientAbilities::refreshHints),
          new Form("files are watched", ClientAbilities::dynamicWatchers),
          new Form("settings are asked for", ClientAbilities::configuration),
          new Form("formatting on a setting", ClientAbilities::dynamicFormatting),
          new Form("progress is shown", ClientAbilities::progress));

  @Test
  void the_page_is_what_the_server_says() throws Exception {
    String page = page();
    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void every_offer_of_the_server_has_a_row() {
    JsonObject offers = offers(Profile.FULL.client().params);
    List<String> known = new ArrayList<>();
    FEATURES.forEach(feature -> known.add(feature.server() + "Provider"));

    List<String> missing = new ArrayList<>();
    for (String key : offers.keySet()) {
      if (key.endsWith("Provider") && !known.contains(key)) {
        missing.add(key);
      }
    }
    // Commands are for clients without code actions that hold edits.
    assertThat(missing).containsExactly("executeCommandProvider");
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # What editors get

            What editors say in `initialize`, recorded or told from their sources, and what the server answers. A test keeps
            this page: `mvn -Dfast -pl server -Dtest=FeaturesPageTest -DupdateSnapshots test` writes it anew.

            ## Features

            ● the editor asks and the server answers · ○ the server would answer; the editor does not say that it asks · – the server
            does not offer it, since the editor does not say that it could take the answer

            """);
    List<Column> editors = new ArrayList<>();
    EDITORS.forEach((profile, title) -> editors.add(Column.of(title, profile.client().params)));
    head(page, "feature", editors);
    for (Feature feature : FEATURES) {
      page.append("| ")
          .append(feature.name())
          .append("<br>`")
          .append(feature.request())
          .append("` |");
      for (Column editor : editors) {
        page.append(' ').append(cell(feature, editor)).append(" |");
      }
      page.append('\n');
    }
    page.append(
        """

        Findings reach every editor. Formatting is offered only where the setting `format` asks for it, see
        [protocol.md](protocol.md). `edgelint serve` speaks over standard input and output, `--tcp PORT` or `--pipe PATH`.

        ## In which form

        The server sends nothing that an editor did not declare. Where an editor cannot take the best form, it gets the next
        one.

        """);
    head(page, "form", editors);
    for (Form form : FORMS) {
      page.append("| ").append(form.name()).append(" |");
      for (Column editor : editors) {
        page.append(' ').append(shown(form.of().apply(editor.abilities()))).append(" |");
      }
      page.append('\n');
    }
    return page.toString();
  }

  private static void head(StringBuilder page, String first, List<Column> editors) {
    page.append("| ").append(first).append(" |");
    editors.forEach(editor -> page.append(' ').append(editor.title()).append(" |"));
    page.append("\n|---|").append("---|".repeat(editors.size())).append('\n');
  }

  private static String shown(Object value) {
    return value instanceof Boolean yes ? (yes ? "●" : "–") : value.toString();
  }

  private static String cell(Feature feature, Column editor) {
    String server = feature.server();
    boolean offered = has(editor.offers(), server.contains(".") ? server : server + "Provider");
    boolean asked = has(editor.capabilities(), feature.client());
    return offered ? (asked ? "●" : "○") : "–";
  }

  /** An editor, and what the server offers it. */
  private record Column(
      String title, JsonObject capabilities, ClientAbilities abilities, JsonObject offers) {

    static Column of(String title, InitializeParams params) {
      return new Column(
          title,
          TestClient.gson().toJsonTree(params.getCapabilities()).getAsJsonObject(),
          abilitiesOf(params),
          FeaturesPageTest.offers(params));
    }
  }

  private static JsonObject offers(InitializeParams params) {
    return TestClient.gson()
        .toJsonTree(ServerAbilities.of(abilitiesOf(params), false))
        .getAsJsonObject();
  }

  private static ClientAbilities abilitiesOf(InitializeParams params) {
    return ClientAbilities.of(Said.in(TestClient.gson().toJsonTree(params).getAsJsonObject()));
  }

  private static boolean has(JsonObject json, String path) {
    JsonElement at = json;
    for (String step : path.split("\\.")) {
      at = at instanceof JsonObject object ? object.get(step) : null;
    }
    return at != null && !at.isJsonNull() && !at.toString().equals("false");
  }
}
