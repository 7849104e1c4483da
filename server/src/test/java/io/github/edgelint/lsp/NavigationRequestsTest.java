package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names, links, hints and lenses from end to end, for clients that can do all and nothing. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NavigationRequestsTest {

  private static final String TEMPLATE =
      """
      {"$schema-template": "4.0.0", "modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "systemModules": {"edgeHub": {"settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5"}}},
          "modules": {"sensor": {"settings": {"image": "${REGISTRY}/sensor:1"}}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "up": "FROM /messages/modules/sensor/outputs/t INTO $upstream"}}}
      }}
      """;

  private static final String LAYER =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired.modules.sensor": {}}}}
      """;

  @TempDir Path folder;
  private String uri;
  private String layerUri;

  @BeforeEach
  void write() throws Exception {
    Path template = folder.resolve("deployment.template.json");
    Files.writeString(template, TEMPLATE);
    Files.writeString(folder.resolve("layer.json"), LAYER);
    Files.writeString(folder.resolve(".env"), "REGISTRY=r.azurecr.io\n");
    uri = template.toUri().toString();
    layerUri = folder.resolve("layer.json").toUri().toString();
  }

  /** A client with the template open and the rest of the folder read. */
  private TestClient open(Profile profile) throws Exception {
    return open(profile.client());
  }

  private TestClient open(TestClient editor) throws Exception {
    TestClient client = editor.in(folder).start();
    client.open(uri, TEMPLATE);
    for (int i = 0; i < 100 && symbols(client, "").size() < 4; i++) {
      Thread.sleep(100); // the folder is read on a thread of its own
    }
    return client;
  }

  private static TextDocumentService documents(TestClient client) {
    return client.server().getTextDocumentService();
  }

  private TextDocumentIdentifier template() {
    return new TextDocumentIdentifier(uri);
  }

  private static Position at(String text) {
    int offset = TEMPLATE.indexOf(text);
    int line = (int) TEMPLATE.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Position(line, offset - (TEMPLATE.lastIndexOf('\n', offset) + 1));
  }

  private static Range word(String word, String from) {
    Position start = at(from);
    return new Range(start, new Position(start.getLine(), start.getCharacter() + word.length()));
  }

  private static final Range IN_MODULES = word("sensor", "sensor\": {\"settings");
  private static final Range IN_ROUTE = word("sensor", "sensor/outputs");

  @ParameterizedTest
  @EnumSource(Profile.class)
  void the_definition_of_a_module(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      var answer =
          get(documents(client).definition(new DefinitionParams(template(), IN_ROUTE.getEnd())));

      if (profile == Profile.FULL) {
        assertThat(answer.getRight().get(0))
            .isEqualTo(new LocationLink(uri, IN_MODULES, IN_MODULES, IN_ROUTE));
      } else {
        assertThat(answer.getLeft().get(0)).isEqualTo(new Location(uri, IN_MODULES));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void the_references_of_a_module(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      List<String> places = new ArrayList<>();
      for (boolean withDeclaration : List.of(true, false)) {
        ReferenceParams params =
            new ReferenceParams(
                template(), IN_ROUTE.getStart(), new ReferenceContext(withDeclaration));
        for (Location place : get(documents(client).references(params))) {
          places.add(place.getUri().replaceAll(".*/", "") + place.getRange().getStart().getLine());
        }
      }

      assertThat(places)
          .containsExactly(
              "deployment.template.json3",
              "deployment.template.json5",
              "layer.json0",
              "deployment.template.json5");
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void the_highlights_of_a_module(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      List<? extends DocumentHighlight> highlights =
          get(
              documents(client)
                  .documentHighlight(new DocumentHighlightParams(template(), IN_ROUTE.getStart())));

      assertThat(highlights)
          .extracting(DocumentHighlight::getRange)
          .containsExactly(IN_MODULES, IN_ROUTE);
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_module_is_renamed_in_open_and_closed_files(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      WorkspaceEdit edit =
          get(
              documents(client)
                  .rename(new RenameParams(template(), IN_ROUTE.getStart(), "camera")));

      if (profile == Profile.FULL) {
        assertThat(edit.getChanges()).isNullOrEmpty();
        assertThat(edit.getDocumentChanges())
            .extracting(change -> change.getLeft().getTextDocument().getVersion())
            .containsExactly(1, null);
      } else {
        assertThat(edit.getDocumentChanges()).isNull();
        assertThat(edit.getChanges()).containsOnlyKeys(uri, layerUri);
        assertThat(edit.getChanges().get(uri))
            .extracting(text -> text.getRange())
            .containsExactly(IN_MODULES, IN_ROUTE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_client_that_asks_first_is_told_what_would_be_renamed(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      var offered = client.result().getCapabilities().getRenameProvider();
      assertThat(offered.isRight() && offered.getRight().getPrepareProvider())
          .isEqualTo(profile == Profile.FULL);

      var prepared =
          get(
              documents(client)
                  .prepareRename(new PrepareRenameParams(template(), IN_ROUTE.getStart())));

      assertThat(prepared.getSecond().getRange()).isEqualTo(IN_ROUTE);
      assertThat(prepared.getSecond().getPlaceholder()).isEqualTo("sensor");
      assertThat(
              get(
                  documents(client)
                      .prepareRename(new PrepareRenameParams(template(), new Position(0, 0)))))
          .isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_rename_that_cannot_be_is_refused_with_the_reason(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      assertThatThrownBy(() -> rename(client, at("edgeHub\": {\"settings"), "hub"))
          .hasMessageContaining("edgeHub is part of the runtime");
      assertThatThrownBy(
              () ->
                  get(
                      documents(client)
                          .prepareRename(
                              new PrepareRenameParams(template(), at("edgeHub\": {\"settings")))))
          .hasMessageContaining("edgeHub is part of the runtime");
      assertThatThrownBy(() -> rename(client, IN_ROUTE.getStart(), "a b"))
          .hasMessageContaining("A module needs a name");
      assertThatThrownBy(() -> rename(client, new Position(0, 0), "x"))
          .hasMessageContaining("no name here");
    }
  }

  private WorkspaceEdit rename(TestClient client, Position position, String newName)
      throws Exception {
    return get(documents(client).rename(new RenameParams(template(), position, newName)));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void links_lead_to_pages_and_files(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      List<DocumentLink> links =
          get(documents(client).documentLink(new DocumentLinkParams(template())));

      assertThat(links)
          .extracting(DocumentLink::getTarget)
          .containsExactly(
              "https://mcr.microsoft.com/artifact/mar/azureiotedge-hub/about",
              folder.resolve(".env").toUri().toString());
      assertThat(Optional.ofNullable(links.get(0).getTooltip()).isPresent())
          .isEqualTo(profile == Profile.FULL);
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void lenses_count_routes(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      List<? extends CodeLens> lenses =
          get(documents(client).codeLens(new CodeLensParams(template())));

      assertThat(lenses)
          .extracting(lens -> lens.getCommand().getTitle())
          .contains("0 routes in, 1 out");
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_click_on_a_lens_does_nothing_in_an_editor_that_names_no_command_for_it(Profile profile)
      throws Exception {
    try (TestClient client = open(profile)) {
      List<? extends CodeLens> lenses =
          get(documents(client).codeLens(new CodeLensParams(template())));

      assertThat(lenses).extracting(lens -> lens.getCommand().getCommand()).containsOnly("");
    }
  }

  @Test
  void a_click_on_a_lens_shows_its_routes_with_the_command_that_the_editor_names()
      throws Exception {
    JsonObject options = new JsonObject();
    options.addProperty("showReferences", "editor.action.showReferences");
    TestClient editor = Profile.FULL.client();
    editor.params.setInitializationOptions(options);
    try (TestClient client = open(editor)) {
      Command command =
          get(documents(client).codeLens(new CodeLensParams(template()))).stream()
              .map(CodeLens::getCommand)
              .filter(each -> each.getTitle().equals("0 routes in, 1 out"))
              .findFirst()
              .orElseThrow();

      assertThat(command.getCommand()).isEqualTo("editor.action.showReferences");
      assertThat(command.getArguments().get(0).toString()).contains(template().getUri());
      assertThat(command.getArguments().get(2).toString()).contains(template().getUri());
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void hints_show_what_variables_stand_for(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      List<InlayHint> hints =
          get(
              documents(client)
                  .inlayHint(new InlayHintParams(template(), new Range(at("{"), at("}}\n")))));
      Position behind = at("/sensor:1");

      assertThat(hints).extracting(InlayHint::getPosition).containsExactly(behind);
      assertThat(hints.get(0).getLabel().getLeft()).isEqualTo("= r.azurecr.io");
    }
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void symbols_of_the_workspace_have_kinds_that_the_client_knows(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      assertThat(symbols(client, "up"))
          .extracting(WorkspaceSymbol::getKind)
          .containsExactly(profile == Profile.FULL ? SymbolKind.Event : SymbolKind.Property);
      assertThat(symbols(client, "sensor"))
          .extracting(WorkspaceSymbol::getContainerName)
          .containsExactly("deployment.template.json", "layer.json");
    }
  }

  private static List<? extends WorkspaceSymbol> symbols(TestClient client, String query)
      throws Exception {
    return get(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams(query)))
        .getRight();
  }
}
