package io.github.edgelint.ide.names;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.CompletionProvider;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Layers;
import io.github.edgelint.workspace.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Names of modules beside {@code $edgeAgent}, where a manifest sets their twins. */
public final class TwinCompletion implements CompletionProvider {

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Optional<DeploymentManifest> manifest = cursor.document().manifest();
    boolean here =
        cursor.slot() == Cursor.Slot.KEY
            && manifest.filter(m -> m.modulesContentNode() == cursor.container()).isPresent()
            && !cursor.container().members().isEmpty();
    // A key in the middle of others needs its commas; the names of modules are short to type.
    if (!here || (cursor.token().isEmpty() && isFollowed(cursor))) {
      return;
    }
    int count = 0;
    // In a layer the whole section would take away what the base sets.
    boolean layer = cursor.document().kind() == DocumentKind.LAYERED;
    Set<String> names = new LinkedHashSet<>();
    manifest.get().userModules().forEach(module -> names.add(module.name()));
    if (layer) {
      for (Document base : Layers.bases(snapshot, cursor.document())) {
        base.manifest().ifPresent(below -> below.userModules().forEach(m -> names.add(m.name())));
      }
    }
    for (String module : names) {
      String name = JsonText.quote(module);
      if (manifest.get().section(module).isEmpty()) {
        SnippetText text = SnippetText.literal(name);
        if (!cursor.hasSeparator()) {
          text =
              text.plus(layer ? ": {" : ": {\"properties.desired\": {")
                  .plus(SnippetText.stop(1, List.of()))
                  .plus(layer ? "}" : "}}");
        }
        CompletionItem item =
            CompletionItem.of(module, Kind.MODULE, cursor.token(), text.plain())
                .withDetail("twin of a module")
                .sortedAs(CompletionItem.order(1, count++))
                .foundBy(cursor.token().isEmpty() || cursor.isQuoted() ? name : module);
        proposals.accept(text.snippet().map(item::withSnippet).orElse(item));
      }
    }
  }

  private static boolean isFollowed(Cursor cursor) {
    String text = cursor.tree().text();
    int before = cursor.offset() - 1;
    while (before >= 0 && text.charAt(before) <= ' ') {
      before--;
    }
    int after = cursor.offset();
    while (after < text.length() && text.charAt(after) <= ' ') {
      after++;
    }
    boolean comma = before >= 0 && ",{".indexOf(text.charAt(before)) >= 0;
    boolean end = after == text.length() || ",}".indexOf(text.charAt(after)) >= 0;
    return !comma || !end;
  }
}
