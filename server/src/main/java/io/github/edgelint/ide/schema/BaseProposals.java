package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Layers;
import io.github.edgelint.workspace.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a layer can override of the deployment below it: dotted keys for its modules, routes and the
 * properties of its twins. They come with the value that the base has, because a layer sets each of
 * them whole.
 */
final class BaseProposals {

  private final Cursor cursor;
  private final Proposals proposals;
  private final Slots slots;
  private final Notation notation;

  BaseProposals(Cursor cursor, Proposals proposals) {
    this.cursor = cursor;
    this.proposals = proposals;
    this.slots = new Slots(cursor);
    this.notation = Notation.of(cursor.tree(), false);
  }

  void propose(Snapshot snapshot) {
    Document layer = cursor.document();
    Optional<TwinSection> section =
        layer
            .manifest()
            .filter(manifest -> layer.kind() == DocumentKind.LAYERED)
            .flatMap(manifest -> sectionHere(manifest));
    if (section.isEmpty()) {
      return;
    }
    for (Document base : Layers.bases(snapshot, layer)) {
      base.manifest()
          .flatMap(manifest -> manifest.section(section.get().id()))
          .ifPresent(below -> propose(below, base));
    }
  }

  private Optional<TwinSection> sectionHere(DeploymentManifest manifest) {
    return manifest.sections().stream()
        .filter(section -> section.member().value() == cursor.container())
        .findFirst();
  }

  private void propose(TwinSection below, Document base) {
    String of = " of `" + base.path().name() + "`";
    switch (below.id()) {
      case DeploymentManifest.AGENT_ID -> each(below.get("modules"), "modules.", "module" + of);
      case DeploymentManifest.HUB_ID -> each(below.get("routes"), "routes.", "route" + of);
      default -> below.desired().ifPresent(desired -> each(desired, "", "desired property" + of));
    }
  }

  private void each(ConfigNode object, String path, String detail) {
    for (Member member : object.members()) {
      String key = "properties.desired." + path + member.name();
      // A dot parts the steps of a path, so that such a name cannot be reached.
      boolean reachable = member.name().indexOf('.') < 0 && !member.name().isEmpty();
      boolean other = cursor.member().filter(here -> here.name().equals(key)).isEmpty();
      if (reachable && !(other && cursor.container().get(key).isPresent())) {
        propose(key, member, detail);
      }
    }
  }

  private void propose(String key, Member member, String detail) {
    SnippetText text = notation.key(key);
    if (!slots.isFollowed()) {
      text = text.plus(notation.separator()).plus(notation.value(copy(member.value())));
    }
    String typed = cursor.token().of(cursor.tree().text()).replace("\"", "");
    // Who types the name alone means it, too.
    String found = member.name().startsWith(typed) && !typed.isEmpty() ? member.name() : key;
    boolean quoted = typed.isEmpty() || cursor.isQuoted();
    proposals.add(
        new Words(key, Kind.PROPERTY, detail, "", Rank.KEY),
        slots.replaced(),
        text.plus(slots.commaBehind()),
        quoted ? '"' + found + '"' : found,
        slots.commaBefore());
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static JsonValue copy(ConfigNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object.members().forEach(member -> members.put(member.name(), copy(member.value())));
      return new JsonValue.Members(members);
    }
    if (node instanceof ArrayNode array) {
      return new JsonValue.Items(array.items().stream().map(BaseProposals::copy).toList());
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.type() == ScalarNode.Type.STRING
          ? new JsonValue.Text(scalar.text())
          : new JsonValue.Literal(scalar.text());
    }
    return new JsonValue.Literal("null");
  }
}
