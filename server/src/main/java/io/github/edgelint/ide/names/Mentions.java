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
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects the names of one document. */
final class Mentions {

  private static final String SENDER = "$connectionModuleId";

  private final List<Mention> found = new ArrayList<>();

  private Mentions() {}

  /** The names in a document; none where it is no manifest. */
  static List<Mention> of(Document document) {
    Mentions mentions = new Mentions();
    document.manifest().ifPresent(mentions::addAll);
    return mentions.found;
  }

  /** The name at an offset. */
  static Optional<Mention> at(Document document, int offset) {
    return of(document).stream().filter(each -> each.range().touches(offset)).findFirst();
  }

  /** The documents in which names mean the same, that of the question first. */
  static List<Document> scope(Snapshot snapshot, Document document) {
    List<Document> scope = new ArrayList<>();
    scope.add(document);
    Optional<DocPath> root = snapshot.rootOf(document.path());
    Collection<Document> others =
        root.isPresent() ? snapshot.documentsBelow(root.get()) : List.<Document>of();
    for (Document other : others) {
      if (!other.path().equals(document.path()) && other.kind().isManifest()) {
        scope.add(other);
      }
    }
    return scope;
  }

  private void addAll(DeploymentManifest manifest) {
    for (Module module : manifest.modules()) {
      TextRange range = module.isLayered() ? module.nameRange() : content(module.member().key());
      Kind kind = module.isSystem() ? Kind.SYSTEM_MODULE : Kind.MODULE;
      found.add(new Mention(kind, module.name(), module.name(), range, Role.DEFINITION));
    }
    for (TwinSection section : manifest.sections()) {
      if (!section.id().startsWith("$")) {
        TextRange range = content(section.member().key());
        found.add(new Mention(Kind.MODULE, section.id(), section.id(), range, Role.TWIN));
      }
    }
    for (RouteEntry entry : manifest.routes()) {
      TextRange range = entry.layered() ? entry.nameRange() : content(entry.member().key());
      found.add(new Mention(Kind.ROUTE, entry.name(), entry.name(), range, Role.DEFINITION));
      if (entry.route().isPresent() && entry.embedded().isPresent()) {
        add(entry.route().get(), entry.embedded().get());
      }
    }
  }

  private static TextRange content(Key key) {
    return key.name().isEmpty()
        ? key.range()
        : key.offsets().toSource(new TextRange(0, key.name().length()));
  }

  private void add(Route route, EmbeddedText text) {
    route.source().ifPresent(source -> add(source.module(), source.output(), Kind.OUTPUT, text));
    if (route.sink().isPresent() && route.sink().get() instanceof RouteSink.Endpoint endpoint) {
      add(endpoint.module(), endpoint.input(), Kind.INPUT, text);
    }
    List<Highlight> pieces = route.highlights();
    for (int i = 0; i + 2 < pieces.size(); i++) {
      if (pieces.get(i).range().of(route.text()).equalsIgnoreCase(SENDER)
          && pieces.get(i + 1).role() == Highlight.Role.OPERATOR
          && pieces.get(i + 2).role() == Highlight.Role.TEXT) {
        addSender(pieces.get(i + 2).range(), route.text(), text);
      }
    }
  }

  private void add(
      Optional<RouteName> module, Optional<RouteName> name, Kind kind, EmbeddedText text) {
    if (module.isEmpty() || module.get().unknown() || module.get().text().isEmpty()) {
      return;
    }
    String owner = module.get().text();
    add(Kind.MODULE, owner, owner, text.toFile(module.get().range()));
    if (name.isPresent() && !name.get().unknown() && !name.get().text().isEmpty()) {
      add(kind, owner, name.get().text(), text.toFile(name.get().range()));
    }
  }

  /** The text that a condition compares the sender with. */
  private void addSender(TextRange quoted, String route, EmbeddedText text) {
    if (quoted.length() > 2) {
      TextRange range = new TextRange(quoted.start() + 1, quoted.end() - 1);
      String name = range.of(route);
      if (name.indexOf('\\') < 0) {
        add(Kind.MODULE, name, name, text.toFile(range));
      }
    }
  }

  private void add(Kind kind, String module, String name, TextRange range) {
    found.add(new Mention(kind, module, name, range, Role.USE));
  }
}
