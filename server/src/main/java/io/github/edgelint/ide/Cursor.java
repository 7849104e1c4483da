package io.github.edgelint.ide;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.UnitFile.EnvironmentLine;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is at an offset of a document. Immutable; works on half-typed text as well.
 *
 * <p>A cursor may lie inside a text that is embedded in a string: {@link #route}, {@link
 * #createOptions}, {@link #isInAssignment} and {@link #proxy} tell. Where the embedded text is
 * JSON, it has a cursor of its own.
 */
public final class Cursor {

  /** What can be typed at a place. */
  public enum Slot {
    /** The name of a member, whole or in part, or the place where another one may begin. */
    KEY,
    /** A value, or the place behind the colon or equals sign. */
    VALUE,
    /** Between the brackets of a TOML or unit header. */
    HEADER,
    /** In a comment. */
    COMMENT,
    /** Nothing but punctuation, such as the comma after a value. */
    NOWHERE
  }

  /**
   * A place in a text that is embedded in one or more strings of the file.
   *
   * @param offset of {@code text}
   */
  public record Inside(EmbeddedText text, int offset) {}

  /** A place in the text of a route. */
  public record InRoute(RouteEntry entry, Inside place) {}

  private final Document document;
  private final ConfigTree tree;
  private final Optional<EmbeddedText> source;
  private final int offset;
  private final Spot spot;

  /**
   * @param source the text that the tree was read from, where that is embedded
   */
  private Cursor(Document document, ConfigTree tree, Optional<EmbeddedText> source, int offset) {
    this.document = document;
    this.tree = tree;
    this.source = source;
    this.offset = Math.max(0, Math.min(offset, tree.text().length()));
    this.spot = new SpotFinder(tree, this.offset).find();
  }

  /** The cursor at an offset of a document; an offset beyond its text means its end. */
  public static Cursor at(Document document, int offset) {
    return new Cursor(document, document.tree(), Optional.empty(), offset);
  }

  public Document document() {
    return document;
  }

  /** The tree that {@link #offset} and all ranges belong to: the document's, or an embedded one. */
  public ConfigTree tree() {
    return tree;
  }

  public int offset() {
    return offset;
  }

  public Slot slot() {
    return spot.slot();
  }

  /**
   * For {@code VALUE} the way to the value. For {@code KEY} and {@code HEADER} the way to what
   * holds the key: of {@code [agent.en]} and {@code agent.en = } with the cursor behind {@code en}
   * it is {@code agent}. Else the way to the innermost object or array around.
   */
  public NodePath path() {
    return spot.path();
  }

  /** The object or array around; a MissingNode where a header names one that does not exist yet. */
  public ConfigNode container() {
    return spot.container();
  }

  /** The member whose key or value this is; for an item of an array the member with the array. */
  public Optional<Member> member() {
    return spot.member();
  }

  /** The value here, or that of the key here; a MissingNode where none is written. */
  public ConfigNode value() {
    return spot.value();
  }

  /**
   * What a completion replaces: the key or value as written, quotes included, whatever stands
   * before and behind the cursor; empty at the cursor where nothing is written.
   */
  public TextRange token() {
    return spot.token();
  }

  /** The part of the token before the cursor, without a quotation mark at its start. */
  public String typed() {
    String before = tree.text().substring(Math.min(spot.token().start(), offset), offset);
    int start = 0;
    while (start < before.length() && start < 3 && "\"'".indexOf(before.charAt(start)) >= 0) {
      start++;
    }
    return before.substring(start);
  }

  /** Whether the token starts with a quotation mark. */
  public boolean isQuoted() {
    return !token().isEmpty() && "\"'".indexOf(tree.text().charAt(token().start())) >= 0;
  }

  /** Whether a key here has its colon or equals sign already. */
  public boolean hasSeparator() {
    int at = token().end();
    String text = tree.text();
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=');
  }

  // --- embedded texts ------------------------------------------------------------------------

  /** The route here. */
  public Optional<InRoute> route() {
    if (source.isPresent()) {
      return Optional.empty();
    }
    for (RouteEntry entry : document.manifest().map(m -> m.routes()).orElse(List.of())) {
      Optional<ScalarNode> text = entry.text().filter(value -> value.range().touches(offset));
      if (text.isPresent()) {
        EmbeddedText route = EmbeddedText.of(tree, text.get());
        OptionalInt at = route.fromFile(offset);
        if (at.isPresent()) {
          return Optional.of(new InRoute(entry, new Inside(route, at.getAsInt())));
        }
      }
    }
    return Optional.empty();
  }

  /** What is here in create options that are written as text, in offsets of that text. */
  public Optional<Cursor> createOptions() {
    if (source.isPresent()) {
      return Optional.empty();
    }
    if (document.deviceConfig().isPresent()) {
      return in(document.deviceConfig().get().agentCreateOptions());
    }
    for (Module module : document.manifest().map(m -> m.modules()).orElse(List.of())) {
      if (module.node().range().touches(offset) || module.isLayered()) {
        Optional<Cursor> found = in(module.createOptions());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Cursor> in(CreateOptions options) {
    boolean here = false;
    for (Member piece : options.pieces()) {
      here |= piece.value().range().touches(offset);
    }
    if (!here || options.embedded().isEmpty()) {
      return Optional.empty();
    }
    EmbeddedJson json = options.embedded().get();
    OptionalInt at = json.source().fromFile(offset);
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cursor(document, json.tree(), Optional.of(json.source()), at.getAsInt()));
  }

  /** Whether the cursor is behind the equals sign of an {@code Environment=} line. */
  public boolean isInAssignment() {
    if (slot() != Slot.VALUE || document.unit().isEmpty()) {
      return false;
    }
    for (EnvironmentLine line : document.unit().get().environmentLines()) {
      if (member().filter(member -> member == line.member()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The proxy address here, whatever kind of text it is embedded in. */
  public Optional<ProxySetting> proxy() {
    if (source.isPresent()) {
      return Optional.empty();
    }
    for (ProxySetting setting : proxiesOf(document)) {
      if (setting.range().touches(offset)) {
        return Optional.of(setting);
      }
    }
    return Optional.empty();
  }

  private static List<ProxySetting> proxiesOf(Document document) {
    List<ProxySetting> all = new ArrayList<>();
    document.manifest().ifPresent(manifest -> all.addAll(manifest.proxies()));
    document.deviceConfig().ifPresent(config -> all.addAll(config.proxies()));
    document.unit().ifPresent(unit -> all.addAll(unit.proxies()));
    document.engineConfig().ifPresent(engine -> all.addAll(engine.proxies()));
    return all;
  }

  /** Where a range of this cursor's tree stands in the document. */
  public TextRange toFile(TextRange range) {
    return source.map(text -> text.toFile(range)).orElse(range);
  }

  /** Edits of the document that edit this cursor's tree; empty where the file cannot hold them. */
  public Optional<List<TextEdit>> toFile(List<TextEdit> edits) {
    return source.isEmpty() ? Optional.of(edits) : source.get().encode(edits);
  }
}
