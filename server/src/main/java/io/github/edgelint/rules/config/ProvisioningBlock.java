package io.github.edgelint.rules.config;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the ways of provisioning, as a block to be added: in the place where the stock file has it
 * as a comment, else at the end.
 *
 * @param keys by their path; a text with a stand-in takes the place of an example
 */
record ProvisioningBlock(Map<List<String>, String> keys) {

  private static final String ROOT = "provisioning";

  /** By the connection string of the device. */
  static ProvisioningBlock byConnectionString() {
    Map<List<String>, String> keys = new LinkedHashMap<>();
    keys.put(List.of(ROOT, "source"), "\"manual\"");
    keys.put(List.of(ROOT, "connection_string"), "\"<connection string of the device>\"");
    return new ProvisioningBlock(keys);
  }

  /** By the Device Provisioning Service, with a symmetric key. */
  static ProvisioningBlock byService() {
    Map<List<String>, String> keys = new LinkedHashMap<>();
    keys.put(List.of(ROOT, "source"), "\"dps\"");
    keys.put(List.of(ROOT, "global_endpoint"), "\"https://global.azure-devices-provisioning.net\"");
    keys.put(List.of(ROOT, "id_scope"), "\"<id scope>\"");
    keys.put(List.of(ROOT, "attestation", "method"), "\"symmetric_key\"");
    keys.put(List.of(ROOT, "attestation", "registration_id"), "\"<registration id>\"");
    keys.put(List.of(ROOT, "attestation", "symmetric_key"), "{ value = \"<base64 key>\" }");
    return new ProvisioningBlock(keys);
  }

  /** The edits that add the block to a file without any. */
  List<TextEdit> addTo(ConfigTree tree) {
    List<CommentedToml.Item> items = CommentedToml.of(tree).items();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof CommentedToml.Header header && header.isFor(ROOT)) {
        List<TextEdit> edits = uncomment(items.subList(i, endOfBlock(items, i)));
        if (!edits.isEmpty() && fits(tree, edits)) {
          return edits;
        }
      }
    }
    return new TomlEditor(tree).put(wanted());
  }

  private static int endOfBlock(List<CommentedToml.Item> items, int start) {
    int end = start + 1;
    while (end < items.size()
        && !(items.get(end) instanceof CommentedToml.Header header
            && (header.isFor(ROOT) || !header.path().get(0).equals(ROOT)))) {
      end++;
    }
    return end;
  }

  /** Makes the keys of the block active, of each the first line; none where it is another block. */
  private List<TextEdit> uncomment(List<CommentedToml.Item> block) {
    List<TextEdit> edits = new ArrayList<>();
    Map<List<String>, String> left = new LinkedHashMap<>(keys);
    for (CommentedToml.Item item : block) {
      if (item instanceof CommentedToml.Header header) {
        boolean needed =
            left.keySet().stream()
                .anyMatch(path -> path.subList(0, path.size() - 1).equals(header.path()));
        edits.addAll(needed ? header.uncomment() : List.of());
      } else if (item instanceof CommentedToml.Entry entry) {
        String value = left.remove(entry.path());
        if (value != null && value.indexOf('<') >= 0) {
          edits.addAll(entry.uncomment());
          edits.add(new TextEdit(entry.valueRange(), value));
        } else if (value != null && value.equals(entry.value())) {
          edits.addAll(entry.uncomment());
        } else if (value != null) {
          return List.of();
        }
      }
    }
    return left.isEmpty() ? edits : List.of();
  }

  /** Whether the file then has exactly the keys of the block, and is as sound as before. */
  private boolean fits(ConfigTree tree, List<TextEdit> edits) {
    ConfigTree after = TomlParser.parse(SourceText.of(TextEdit.apply(tree.text(), edits)));
    int values =
        after.root().get(ROOT).members().size()
            + after.root().at(ROOT, "attestation").members().size();
    boolean nested = keys.keySet().stream().anyMatch(path -> path.size() > 2);
    return after.problems().size() <= tree.problems().size()
        && values == keys.size() + (nested ? 1 : 0);
  }

  private List<TomlEditor.Wanted> wanted() {
    Map<List<String>, Map<String, NewValue>> tables = new LinkedHashMap<>();
    keys.forEach(
        (path, value) ->
            tables
                .computeIfAbsent(path.subList(0, path.size() - 1), table -> new LinkedHashMap<>())
                .put(path.get(path.size() - 1), NewValue.literal(value)));
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    tables.forEach((table, values) -> wanted.add(new TomlEditor.Wanted(table, values)));
    return wanted;
  }
}
