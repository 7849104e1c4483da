package io.github.edgelint.ide.names;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.ide.names.Mention.Kind;
import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import io.github.edgelint.workspace.TemplateBuild.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the names of one document. */
final class Mentions {

  private static final String SENDER = "$connectionModuleId";

  private final Document document;
  private final List<Mention> found = new ArrayList<>();

  private Mentions(Document document) {
    this.document = document;
  }

  /** Whether a document may hold names at all. */
  static boolean mayHoldNames(Document document) {
    return document.kind().isManifest()
        || document.path().name().equals(TemplateBuild.VARIABLES)
        || TemplateBuild.isModuleFile(document.path());
  }

  /** The names in a manifest, in a {@code .env} and of a {@code module.json}. */
  static List<Mention> of(Document document) {
    Mentions mentions = new Mentions(document);
    document.manifest().ifPresent(mentions::manifest);
    document.path().parent().ifPresent(mentions::build);
    return mentions.found;
  }

  private void add(Kind kind, String owner, String name, TextRange range, Role role) {
    found.add(new Mention(kind, owner, name, range, role));
  }

  // --- manifests ---------------------------------------------------------------------------

  private void manifest(DeploymentManifest manifest) {
    for (Module module : manifest.modules()) {
      TextRange range = module.isLayered() ? module.nameRange() : content(module.member().key());
      add(Kind.MODULE, "", module.name(), range, Role.DEFINITION);
      Hosts.in(module, document.source().text(), found::add);
    }
    for (TwinSection section : manifest.sections()) {
      section(section);
    }
    for (RouteEntry entry : manifest.routes()) {
      TextRange range = entry.layered() ? entry.nameRange() : content(entry.member().key());
      add(Kind.ROUTE, "", entry.name(), range, Role.DEFINITION);
      if (entry.route().isPresent() && entry.embedded().isPresent()) {
        route(entry.route().get(), entry.embedded().get());
      }
    }
  }

  private void section(TwinSection section) {
    TextRange id = content(section.member().key());
    boolean agent = section.id().equals(DeploymentManifest.AGENT_ID);
    boolean hub = section.id().equals(DeploymentManifest.HUB_ID);
    if (agent || hub) {
      add(Kind.MODULE, "", section.id().substring(1), id, Role.TWIN);
    } else if (!section.id().startsWith("$")) {
      add(Kind.MODULE, "", section.id(), id, Role.TWIN);
    }
    // A layer may reach into a module or route: properties.desired.modules.camera.env.
    for (TwinSection.DottedKey key : section.dottedKeys()) {
      List<String> path = key.path();
      if (path.size() > 2 && agent && path.get(0).equalsIgnoreCase("modules")) {
        add(Kind.MODULE, "", path.get(1), key.stepRange(1), Role.USE);
      } else if (path.size() > 2 && hub && path.get(0).equalsIgnoreCase("routes")) {
        add(Kind.ROUTE, "", path.get(1), key.stepRange(1), Role.USE);
      }
    }
  }

  /** A key without its quotes. */
  static TextRange content(Key key) {
    return key.name().isEmpty()
        ? key.range()
        : key.offsets().toSource(new TextRange(0, key.name().length()));
  }

  // --- routes ------------------------------------------------------------------------------

  private void route(Route route, EmbeddedText text) {
    route.source().ifPresent(source -> end(source.module(), source.output(), Kind.OUTPUT, text));
    if (route.sink().isPresent() && route.sink().get() instanceof RouteSink.Endpoint endpoint) {
      end(endpoint.module(), endpoint.input(), Kind.INPUT, text);
    }
    List<Highlight> pieces = route.highlights();
    for (int i = 0; i + 2 < pieces.size(); i++) {
      if (pieces.get(i).range().of(route.text()).equalsIgnoreCase(SENDER)
          && pieces.get(i + 1).role() == Highlight.Role.OPERATOR
          && pieces.get(i + 2).role() == Highlight.Role.TEXT) {
        sender(pieces.get(i + 2).range(), route.text(), text);
      }
    }
  }

  /** One end of a route: a module, and what messages leave or enter it by. */
  private void end(
      Optional<RouteName> module, Optional<RouteName> name, Kind kind, EmbeddedText text) {
    if (module.isEmpty() || module.get().unknown() || module.get().text().isEmpty()) {
      return;
    }
    String written = module.get().text();
    boolean runtime =
        written.equalsIgnoreCase(DeploymentManifest.AGENT_ID)
            || written.equalsIgnoreCase(DeploymentManifest.HUB_ID);
    String owner = runtime ? written.substring(1) : written;
    add(Kind.MODULE, "", owner, text.toFile(module.get().range()), Role.USE);
    if (name.isPresent() && !name.get().unknown() && !name.get().text().isEmpty()) {
      add(kind, owner, name.get().text(), text.toFile(name.get().range()), Role.USE);
    }
  }

  /** The text that a condition compares the sender with. */
  private void sender(TextRange quoted, String route, EmbeddedText text) {
    if (quoted.length() > 2) {
      TextRange range = new TextRange(quoted.start() + 1, quoted.end() - 1);
      String name = range.of(route);
      if (name.indexOf('\\') < 0) {
        add(Kind.MODULE, "", name, text.toFile(range), Role.USE);
      }
    }
  }

  // --- what templates are built from -------------------------------------------------------

  private void build(DocPath folder) {
    for (Reference reference : TemplateBuild.references(document)) {
      boolean module = reference.isModule();
      DocPath owner = module ? folder.resolve(reference.folder()) : folder;
      Kind kind = module ? Kind.FOLDER : Kind.VARIABLE;
      add(kind, owner.value(), reference.name(), reference.nameRange(), Role.USE);
    }
    if (document.path().name().equals(TemplateBuild.VARIABLES)) {
      for (Variable variable : TemplateBuild.variables(document).values()) {
        add(Kind.VARIABLE, folder.value(), variable.name(), variable.nameRange(), Role.DEFINITION);
      }
    }
    if (TemplateBuild.isModuleFile(document.path())) {
      TextRange image =
          document
              .tree()
              .root()
              .asObject()
              .flatMap(root -> root.member("image"))
              .map(member -> content(member.key()))
              .orElse(TextRange.at(0));
      add(Kind.FOLDER, folder.value(), folder.name(), image, Role.DEFINITION);
    }
  }
}
