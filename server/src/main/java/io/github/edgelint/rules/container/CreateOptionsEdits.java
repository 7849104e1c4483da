package io.github.edgelint.rules.container;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.embedded.Chunks;
import io.github.edgelint.embedded.EmbeddedJson.Reading;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.CreateOptions.Form;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Edits the create options of a module as a whole. A change of form keeps every text and number as
 * it is written; there are no edits where something would be lost or read otherwise, and none where
 * the agent refuses the options as they are.
 *
 * <p>Sources: Azure/iotedge, DockerConfig.cs (how pieces are joined);
 * microsoft/vscode-azure-iot-edge, src/common/utility.ts (how objects of templates are split).
 */
public final class CreateOptionsEdits {

  // The tools stop at 8 pieces.
  private static final int MOST_OF_TEMPLATE = 8 * Chunks.LENGTH;
  private static final int MOST_PIECES = 100;
  // JavaScript keeps integers of this many digits, whatever they are.
  private static final int EXACT_DIGITS = 15;

  private final Document document;
  private final Module module;
  private final CreateOptions options;
  private final JsonEditor editor;

  /**
   * @param document a manifest
   * @param module one of its modules
   */
  public CreateOptionsEdits(Document document, Module module) {
    this.document = document;
    this.module = module;
    this.options = module.createOptions();
    this.editor = new JsonEditor(document.tree());
  }

  /** Writes the text as an object, which only a template may hold. */
  public List<TextEdit> asObject() {
    boolean text = options.form() == Form.TEXT || options.form() == Form.CHUNKS;
    if (!document.isTemplate() || !text || !isInOrder()) {
      return List.of();
    }
    if (options.embedded().orElseThrow().source().text().isBlank()) {
      return replace(editor.set(first().value(), new NewValue.Members(Map.of())), 1);
    }
    ConfigNode root = options.root();
    boolean fits =
        JsonText.compact(options.tree(), root)
            .filter(compact -> compact.length() <= MOST_OF_TEMPLATE)
            .isPresent();
    boolean exact =
        options.reading() == Reading.STRICT && !hasPlaceholderValue(root) && !losesDigits(root);
    return fits && exact
        ? replace(editor.set(first().value(), options.tree(), root), 1)
        : List.of();
  }

  /** Writes an object as text, or joins pieces; in several pieces where one would be too long. */
  public List<TextEdit> asText() {
    if (options.form() == Form.CHUNKS) {
      String text = options.embedded().orElseThrow().source().text();
      return isInOrder() && TwinRules.utf8Length(text) <= TwinRules.LONGEST_TEXT
          ? write(List.of(text))
          : List.of();
    }
    if (options.form() != Form.OBJECT || !isInOrder() || hasComment(first().value())) {
      return List.of();
    }
    Optional<String> compact =
        hasPlaceholderValue(options.root())
            ? Optional.empty()
            : JsonText.compact(options.tree(), options.root());
    return compact
        .map(
            text ->
                TwinRules.utf8Length(text) <= TwinRules.LONGEST_TEXT
                    ? write(List.of(text))
                    : write(Chunks.of(text)))
        .orElse(List.of());
  }

  /** Cuts the text anew, so that each piece is as long as the tools make it. */
  public List<TextEdit> asPieces() {
    boolean text = options.form() == Form.TEXT || options.form() == Form.CHUNKS;
    if (!text || !isInOrder()) {
      return List.of();
    }
    String whole = options.embedded().orElseThrow().source().text();
    List<String> pieces = Chunks.of(whole);
    int most = document.isTemplate() ? MOST_OF_TEMPLATE / Chunks.LENGTH : MOST_PIECES;
    return pieces.size() > 1 && pieces.size() <= most && !cutsPlaceholder(whole, pieces)
        ? write(pieces)
        : List.of();
  }

  /**
   * Adds a variable to {@code Env}, with whatever is missing around it.
   *
   * @return no edits where {@code Env} sets the variable already, or is no list
   */
  public List<TextEdit> addVariable(String name, String value) {
    NewValue entry = NewValue.text(name + "=" + value);
    if (options.env().stream().anyMatch(variable -> variable.name().equals(name))) {
      return List.of();
    }
    boolean nothing = options.reading() == Reading.NOTHING;
    if (options.form() == Form.ABSENT && options.pieces().isEmpty()) {
      return module
          .settings()
          .map(settings -> editor.insert(settings, CreateOptions.keyOf(0), envOnly(entry)))
          .orElse(List.of());
    }
    boolean empty = options.root() instanceof ObjectNode root && root.members().isEmpty();
    if (nothing || (empty && options.form() == Form.TEXT)) {
      return options.pieces().size() == 1 ? editor.set(first().value(), envOnly(entry)) : List.of();
    }
    if (options.reading() == Reading.REFUSED || !(options.root() instanceof ObjectNode root)) {
      return List.of();
    }
    JsonEditor inside = new JsonEditor(options.tree());
    ConfigNode env = options.at("Env");
    List<TextEdit> edits =
        env instanceof ArrayNode list
            ? inside.append(list, entry)
            : env.isPresent() ? List.of() : inside.insert(root, "Env", NewValue.array(entry));
    return options.encode(edits).orElse(List.of());
  }

  private NewValue envOnly(NewValue entry) {
    if (document.isTemplate()) {
      return NewValue.object("Env", NewValue.array(entry));
    }
    String text = ((NewValue.Text) entry).text();
    return NewValue.text("{\"Env\":[" + JsonText.quote(text) + "]}");
  }

  private Member first() {
    return options.pieces().get(0);
  }

  /** Whether the agent joins the pieces, and no other key is taken for one of them. */
  private boolean isInOrder() {
    long named =
        module.settings().stream()
            .flatMap(settings -> settings.members().stream())
            .filter(member -> member.name().toLowerCase(Locale.ROOT).contains("createoptions"))
            .count();
    return options.misplaced().isEmpty() && named == options.pieces().size();
  }

  /** Puts texts in the place of the pieces; no edits where all is so already. */
  private List<TextEdit> write(List<String> texts) {
    List<Member> pieces = options.pieces();
    List<TextEdit> edits = new ArrayList<>();
    Map<String, NewValue> more = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String key = CreateOptions.keyOf(i);
      if (i >= pieces.size()) {
        more.put(key, NewValue.text(texts.get(i)));
        continue;
      }
      Member piece = pieces.get(i);
      if (!piece.name().equalsIgnoreCase(key)) {
        edits.addAll(editor.rename(piece.key(), key));
      }
      if (piece.value().asText().filter(texts.get(i)::equals).isEmpty()) {
        List<TextEdit> set = editor.set(piece.value(), NewValue.text(texts.get(i)));
        if (set.isEmpty()) {
          return List.of();
        }
        edits.addAll(set);
      }
    }
    if (!more.isEmpty()) {
      List<TextEdit> added = editor.insertAfter(pieces.get(pieces.size() - 1), more);
      edits.addAll(added);
      return added.isEmpty() ? List.of() : edits;
    }
    return edits.isEmpty() && texts.size() == pieces.size()
        ? List.of()
        : replace(edits, texts.size());
  }

  /** The edits, and the removal of pieces from a number on. */
  private List<TextEdit> replace(List<TextEdit> edits, int kept) {
    List<Member> surplus = options.pieces().subList(kept, options.pieces().size());
    if (surplus.isEmpty()) {
      return edits;
    }
    List<TextEdit> removed =
        module.settings().map(settings -> editor.remove(settings, surplus)).orElse(List.of());
    if (removed.isEmpty()) {
      return List.of();
    }
    List<TextEdit> both = new ArrayList<>(edits);
    both.addAll(removed);
    return both;
  }

  private boolean hasComment(ConfigNode value) {
    for (Comment comment : document.tree().comments()) {
      if (value.range().contains(comment.range())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether something is pasted in the place of a value: what stands there escaped within a text
   * would not be escaped within an object.
   */
  private static boolean hasPlaceholderValue(ConfigNode node) {
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER) {
      return true;
    }
    return node.members().stream().anyMatch(member -> hasPlaceholderValue(member.value()))
        || node.items().stream().anyMatch(CreateOptionsEdits::hasPlaceholderValue);
  }

  /** Whether a number has more digits than the tools that build a manifest keep. */
  private static boolean losesDigits(ConfigNode node) {
    if (node instanceof ScalarNode scalar
        && (scalar.type() == ScalarNode.Type.INTEGER || scalar.type() == ScalarNode.Type.FLOAT)
        && scalar.text().length() > EXACT_DIGITS) {
      return true;
    }
    return node.members().stream().anyMatch(member -> losesDigits(member.value()))
        || node.items().stream().anyMatch(CreateOptionsEdits::losesDigits);
  }

  private boolean cutsPlaceholder(String text, List<String> pieces) {
    List<TextRange> ranges =
        Placeholders.find(
                text,
                document.isTemplate() ? Placeholders.Place.TEMPLATE : Placeholders.Place.VALUE)
            .stream()
            .map(Placeholders.Placeholder::range)
            .toList();
    int cut = 0;
    for (String piece : pieces) {
      cut += piece.length();
      for (TextRange range : ranges) {
        if (range.start() < cut && cut < range.end()) {
          return true;
        }
      }
    }
    return false;
  }
}
