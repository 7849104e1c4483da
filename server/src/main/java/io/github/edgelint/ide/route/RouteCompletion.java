package io.github.edgelint.ide.route;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Expectation;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteFunction;
import io.github.edgelint.embedded.route.RouteProperty;
import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.CompletionProvider;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The words of a route, and the modules, outputs and inputs that the manifest knows. */
public final class RouteCompletion implements CompletionProvider {

  // More must follow, behind a blank.
  private static final Set<String> OPEN =
      Set.of("FROM", "SELECT * FROM", "WHERE", "INTO", "AND", "OR", "NOT");

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Optional<Cursor.InRoute> here = cursor.route();
    Optional<Route> route = here.flatMap(place -> place.entry().route());
    if (route.isEmpty()) {
      return;
    }
    Cursor.Inside place = here.get().place();
    Expectation expected = route.get().expectationAt(place.offset());
    Endpoints endpoints = Endpoints.of(cursor.document(), here.get().entry(), snapshot);
    new Proposals(place.text(), expected, endpoints, proposals).propose();
  }

  /** The items for one place in one route. */
  private static final class Proposals {

    private final EmbeddedText text;
    private final Expectation expected;
    private final Endpoints endpoints;
    private final Consumer<CompletionItem> proposals;
    private int count;

    Proposals(
        EmbeddedText text,
        Expectation expected,
        Endpoints endpoints,
        Consumer<CompletionItem> proposals) {
      this.text = text;
      this.expected = expected;
      this.endpoints = endpoints;
      this.proposals = proposals;
    }

    void propose() {
      boolean operand = expected.kinds().contains(Expectation.Kind.OPERAND);
      if (!operand) {
        words();
      }
      for (Expectation.Kind kind : sorted()) {
        switch (kind) {
          case WORD -> {}
          case SOURCE -> sources();
          case MODULE -> modules();
          case OUTPUT -> outputs();
          case INPUT -> inputs();
          case OPERAND, SYSTEM_PROPERTY -> properties();
          case FUNCTION -> functions();
          case SINK -> sinks();
          case ADDRESS -> addresses();
        }
      }
      if (operand) {
        words();
      }
    }

    private void words() {
      for (String word : expected.words()) {
        if (word.equals("*") && expected.kinds().contains(Expectation.Kind.OUTPUT)) {
          continue; // Said with what it means there.
        }
        boolean open = isAtEnd() && OPEN.contains(word);
        add(word, Kind.KEYWORD, word(word), "", literal(open ? word + " " : word));
      }
    }

    private List<Expectation.Kind> sorted() {
      return expected.kinds().stream().sorted().toList();
    }

    private boolean isAtEnd() {
      return expected.replaced().end() == text.text().length();
    }

    private static String word(String word) {
      return switch (word) {
        case "FROM" -> "which messages";
        case "WHERE" -> "under which condition";
        case "INTO" -> "where to";
        default -> "";
      };
    }

    private void sources() {
      add("/messages/*", Kind.VALUE, "every message", "", literal("/messages/*"));
      for (String module : endpoints.modules()) {
        String path = "/messages/modules/" + module + "/outputs/";
        for (String output : endpoints.outputs(module)) {
          add(path + output, Kind.REFERENCE, "used by another route", "", literal(path + output));
        }
        add(path + "*", Kind.MODULE, "all that " + module + " sends", "", literal(path + "*"));
      }
      add(
          "/messages/modules/",
          Kind.VALUE,
          "messages of one module",
          "",
          SnippetText.literal("/messages/modules/")
              .plus(SnippetText.stop(1, List.of("module")))
              .plus("/outputs/")
              .plus(SnippetText.stop(2, List.of("*"))));
      String twins = "/twinChangeNotifications";
      add(twins, Kind.VALUE, "changes of reported properties", "", literal(twins));
    }

    private void modules() {
      for (String module : endpoints.modules()) {
        add(module, Kind.MODULE, "module", "", literal(module));
      }
    }

    private void outputs() {
      for (String output : endpoints.outputs(expected.module().orElse(""))) {
        add(output, Kind.REFERENCE, "used by another route", "", literal(output));
      }
      add("*", Kind.VALUE, "all outputs", "", literal("*"));
    }

    private void inputs() {
      for (String input : endpoints.inputs(expected.module().orElse(""))) {
        add(input, Kind.REFERENCE, "used by another route", "", literal(input));
      }
    }

    private void properties() {
      String body = "JSON in the body of the message, if its content type and encoding are set.";
      add("$body", Kind.VARIABLE, "a part of the body", body, SnippetText.literal("$body."));
      for (RouteProperty property : RouteProperty.all()) {
        String name = "$" + property.name();
        add(name, Kind.VARIABLE, "", property.documentation(), literal(name));
      }
    }

    private void functions() {
      for (RouteFunction function : RouteFunction.all()) {
        if (!function.worksOnDevices()) {
          continue;
        }
        SnippetText call = SnippetText.literal(function.text() + "(");
        for (int i = 0; i < function.leastArguments(); i++) {
          String name = function.parameters().get(i).name();
          call = call.plus(i == 0 ? "" : ", ").plus(SnippetText.stop(i + 1, List.of(name)));
        }
        add(
            function.signature(),
            Kind.FUNCTION,
            "gives " + function.result().name().toLowerCase(Locale.ROOT),
            function.documentation(),
            call.plus(")"));
      }
    }

    private void sinks() {
      add("$upstream", Kind.CONSTANT, "IoT Hub, or the parent", "", literal("$upstream"));
      for (String module : endpoints.modules()) {
        for (Address address : addresses(module)) {
          add(
              "BrokeredEndpoint: " + address.label(),
              Kind.MODULE,
              address.detail(),
              "",
              SnippetText.literal("BrokeredEndpoint(\"").plus(address.text()).plus("\")"),
              "BrokeredEndpoint");
        }
      }
      if (endpoints.modules().isEmpty()) {
        Address any = new Address("/modules/module/inputs/input1", "a module", address("module"));
        add(
            "BrokeredEndpoint",
            Kind.FUNCTION,
            any.detail(),
            "",
            SnippetText.literal("BrokeredEndpoint(\"").plus(any.text()).plus("\")"));
      }
    }

    private void addresses() {
      for (String module : endpoints.modules()) {
        for (Address address : addresses(module)) {
          SnippetText quoted = SnippetText.literal("\"").plus(address.text()).plus("\"");
          add(address.label(), Kind.MODULE, address.detail(), "", quoted, "\"" + address.label());
        }
      }
    }

    private record Address(String label, String detail, SnippetText text) {}

    private List<Address> addresses(String module) {
      List<Address> addresses = new ArrayList<>();
      for (String input : endpoints.inputs(module)) {
        String address = "/modules/" + module + "/inputs/" + input;
        addresses.add(new Address(address, "used by another route", literal(address)));
      }
      String label = "/modules/" + module + "/inputs/";
      addresses.add(new Address(label, "an input of " + module, address(module)));
      return addresses;
    }

    private static SnippetText address(String module) {
      return SnippetText.literal("/modules/" + module + "/inputs/")
          .plus(SnippetText.stop(1, List.of("input1")));
    }

    private static SnippetText literal(String text) {
      return SnippetText.literal(text);
    }

    private void add(
        String label, Kind kind, String detail, String documentation, SnippetText newText) {
      add(label, kind, detail, documentation, newText, newText.plain());
    }

    /** The item as the string in the file needs it; none where that cannot hold it. */
    private void add(
        String label,
        Kind kind,
        String detail,
        String documentation,
        SnippetText newText,
        String typed) {
      TextRange replaced = expected.replaced();
      Optional<TextEdit> edit = text.encode(new TextEdit(replaced, newText.plain()));
      Optional<SnippetText> snippet = newText.mapWhere(this::encoded);
      Optional<String> filter = encoded(typed);
      if (edit.isEmpty() || snippet.isEmpty() || filter.isEmpty()) {
        return;
      }
      proposals.accept(
          new CompletionItem(
              label,
              kind,
              detail,
              documentation,
              edit.get().range(),
              edit.get().newText(),
              snippet.get().snippet(),
              CompletionItem.order(0, count++),
              filter.get(),
              List.of()));
    }

    private Optional<String> encoded(String raw) {
      return text.encode(TextEdit.insert(expected.replaced().start(), raw)).map(TextEdit::newText);
    }
  }
}
