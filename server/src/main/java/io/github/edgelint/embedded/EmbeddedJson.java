package io.github.edgelint.embedded;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.Recent;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * JSON inside a string, as edgeAgent reads {@code createOptions}. Ranges of the tree are offsets of
 * the embedded text; {@link EmbeddedText#toFile} leads on to the file.
 *
 * <p>Source: outcomes of the agent's own types, which read with Json.NET.
 */
public final class EmbeddedJson {

  /** What the agent makes of the text. */
  public enum Reading {
    /** Blank, {@code null} or {@code undefined}: as good as absent. */
    NOTHING,
    /** One JSON object. */
    STRICT,
    /** An object that only the agent's lenient reader takes; see {@link #leniencies}. */
    LENIENT,
    /** Not one object; see {@link #refusal}. */
    REFUSED
  }

  /**
   * Why the agent refuses the text.
   *
   * @param range the faulty place in the embedded text
   * @param reason a short sentence without a capital and a full stop
   */
  public record Refusal(TextRange range, String reason) {}

  /** All but the place in a file. */
  private record Content(
      ConfigTree tree,
      Reading reading,
      List<Leniency> leniencies,
      Optional<Refusal> refusal,
      boolean encodedTwice) {}

  private record Key(String text, boolean template) {}

  private static final int KEPT = 200;
  private static final int LONGEST_KEPT = 2000;

  /** Most of them are as before when the file around them changes. */
  private static final Recent<Key, Content> READ = new Recent<>(KEPT);

  private final EmbeddedText source;
  private final Content content;

  private EmbeddedJson(EmbeddedText source, Content content) {
    this.source = source;
    this.content = content;
  }

  /**
   * Reads an embedded text. Trees of the same text may be one and the same.
   *
   * @param template whether a placeholder without quotes may stand in the place of a value
   */
  public static EmbeddedJson parse(EmbeddedText source, boolean template) {
    Key key = new Key(source.text(), template);
    return new EmbeddedJson(
        source, key.text.length() > LONGEST_KEPT ? read(key) : READ.get(key, EmbeddedJson::read));
  }

  private static Content read(Key key) {
    ConfigTree tree = JsonParser.parse(SourceText.of(key.text), key.template);
    if (!key.template && isStrictObject(tree)) {
      return new Content(tree, Reading.STRICT, List.of(), Optional.empty(), false);
    }
    if (isNothing(key.text)) {
      return new Content(tree, Reading.NOTHING, List.of(), Optional.empty(), false);
    }
    JsonNetReader reader = JsonNetReader.read(filledIn(tree));
    boolean twice = reader.failure().isEmpty() && isEncodedObject(tree.root());
    Optional<Refusal> refusal = refusal(reader, tree, twice);
    if (refusal.isPresent()) {
      return new Content(tree, Reading.REFUSED, List.of(), refusal, twice);
    }
    List<Leniency> leniencies = List.copyOf(reader.leniencies());
    return new Content(
        tree,
        leniencies.isEmpty() ? Reading.STRICT : Reading.LENIENT,
        leniencies,
        Optional.empty(),
        false);
  }

  public EmbeddedText source() {
    return source;
  }

  /** The text as a tree, tolerant of everything. */
  public ConfigTree tree() {
    return content.tree;
  }

  public ConfigNode root() {
    return content.tree.root();
  }

  public Reading reading() {
    return content.reading;
  }

  /** What makes the text lenient, in order of place; empty for other readings. */
  public List<Leniency> leniencies() {
    return content.leniencies;
  }

  /** Why the agent refuses the text; empty where it does not. */
  public Optional<Refusal> refusal() {
    return content.refusal;
  }

  /** Whether the text is a JSON string that holds the object: quoted and escaped once too often. */
  public boolean isEncodedTwice() {
    return content.encodedTwice;
  }

  /** The object inside a text that was encoded twice; the text itself otherwise. */
  public String decodedOnce() {
    return content.encodedTwice
        ? content.tree.root().asText().orElse(source.text())
        : source.text();
  }

  /** Edits of the embedded text after which it is strict JSON that says the same. */
  public Optional<List<TextEdit>> strictEdits() {
    List<TextEdit> edits = new ArrayList<>();
    for (Leniency leniency : content.leniencies) {
      if (leniency.strict().isEmpty()) {
        return Optional.empty();
      }
      edits.add(leniency.strict().get());
    }
    return Optional.of(edits);
  }

  // Json.NET takes all that is JSON: most texts need not be read again to know that.
  private static boolean isStrictObject(ConfigTree tree) {
    return tree.problems().isEmpty()
        && tree.root() instanceof ObjectNode
        && !tree.source().hasByteOrderMark();
  }

  private static boolean isNothing(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() || plain.equals("null") || plain.equals("undefined");
  }

  private static boolean isEncodedObject(ConfigNode root) {
    Optional<String> inner = root.asText().map(String::strip);
    return inner.isPresent()
        && inner.get().startsWith("{")
        && JsonNetReader.read(inner.get()).failure().isEmpty();
  }

  private static Optional<Refusal> refusal(JsonNetReader reader, ConfigTree tree, boolean twice) {
    if (tree.source().hasByteOrderMark()) {
      return refused(new TextRange(0, 1), "a byte-order mark stands before it");
    }
    if (reader.failure().isPresent()) {
      JsonNetReader.Failure failure = reader.failure().get();
      return refused(failure.range(), failure.reason());
    }
    ConfigNode root = tree.root();
    if (twice) {
      return refused(root.range(), "it is encoded twice");
    }
    return root instanceof ObjectNode ? Optional.empty() : refused(root.range(), kind(root));
  }

  private static Optional<Refusal> refused(TextRange range, String reason) {
    return Optional.of(new Refusal(range, reason));
  }

  private static String kind(ConfigNode root) {
    if (root instanceof ScalarNode scalar) {
      return switch (scalar.type()) {
        case STRING -> "it is a text";
        case INTEGER, FLOAT -> "it is a number";
        case BOOLEAN -> "it is `" + scalar.text() + "`";
        default -> "it is no object";
      };
    }
    return root instanceof ArrayNode ? "it is a list" : "it is no object";
  }

  /** The text with something of the same length in the place of each placeholder. */
  private static String filledIn(ConfigTree tree) {
    List<TextEdit> edits = new ArrayList<>();
    fillIn(tree.root(), edits);
    return edits.isEmpty() ? tree.text() : TextEdit.apply(tree.text(), edits);
  }

  private static void fillIn(ConfigNode node, List<TextEdit> edits) {
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER) {
      edits.add(new TextEdit(scalar.range(), "0" + " ".repeat(scalar.range().length() - 1)));
    }
    for (Member member : node.members()) {
      fillIn(member.value(), edits);
    }
    node.items().forEach(item -> fillIn(item, edits));
  }
}
