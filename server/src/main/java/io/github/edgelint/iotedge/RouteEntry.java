package io.github.edgelint.iotedge;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteProperty;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Place;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One route of {@code $edgeHub}: a text, or an object with {@code route}, {@code priority} and
 * {@code timeToLiveSecs}, whose keys edgeHub reads in any letter case. Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/RouteSpec.cs.
 */
public final class RouteEntry {

  private final ConfigTree tree;
  private final TwinSection.Entry entry;
  private final boolean template;
  private Route route;

  RouteEntry(ConfigTree tree, TwinSection.Entry entry, boolean template) {
    this.tree = tree;
    this.entry = entry;
    this.template = template;
  }

  public String name() {
    return entry.name();
  }

  /** The name in the file; of a dotted key only its last step. */
  public TextRange nameRange() {
    return entry.nameRange();
  }

  /** The member that carries the route. */
  public Member member() {
    return entry.member();
  }

  /** Whether the name is the end of a dotted key of a layer. */
  public boolean layered() {
    return entry.dotted();
  }

  public ConfigNode value() {
    return entry.value();
  }

  /** The object form; empty for the text form. */
  public Optional<ObjectNode> object() {
    return value().asObject();
  }

  /** Where the text of the route stands, or should: {@code route} of an object, else the value. */
  public ConfigNode textNode() {
    return object().isPresent() ? get("route") : value();
  }

  /** The string that holds the route, in either form. */
  public Optional<ScalarNode> text() {
    ConfigNode holder = textNode();
    return holder.asText().isPresent() ? holder.asScalar() : Optional.empty();
  }

  /** The text of the route with the way back to the file. */
  public Optional<EmbeddedText> embedded() {
    return text().map(value -> EmbeddedText.of(tree, value));
  }

  /**
   * The route as edgeHub reads it; empty where no string holds one. Its ranges are offsets of
   * {@link #embedded}.
   */
  // A race reads it twice, which is harmless: the document never changes.
  public Optional<Route> route() {
    Route known = route;
    if (known == null && text().isPresent()) {
      String text = text().get().text();
      known = Route.parse(text, placeholders(text, template));
      route = known;
    }
    return Optional.ofNullable(known);
  }

  public ConfigNode priority() {
    return get("priority");
  }

  public ConfigNode timeToLiveSecs() {
    return get("timeToLiveSecs");
  }

  private ConfigNode get(String key) {
    return KeyCase.IGNORED.at(value(), key);
  }

  private static List<TextRange> placeholders(String text, boolean template) {
    List<TextRange> ranges = new ArrayList<>();
    if (mayHoldPlaceholder(text)) {
      for (Placeholder placeholder : Placeholders.find(text, Place.ROUTE)) {
        ranges.add(placeholder.range());
      }
    }
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      TextRange word = new TextRange(at, endOfWord(text, at + 1));
      if (isDollarName(word, text, template)) {
        ranges.add(word);
      }
    }
    return ranges;
  }

  /** A template tool replaces dollar names anywhere; elsewhere one that is all counts. */
  private static boolean isDollarName(TextRange word, String text, boolean template) {
    boolean name = word.length() > 1 && !Character.isDigit(text.charAt(word.start() + 1));
    return name
        && (template || word.length() == text.length())
        && !isRouteWord(text.substring(word.start() + 1, word.end()));
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  // Nearly all routes have none; this spares them the search.
  private static boolean mayHoldPlaceholder(String text) {
    return text.indexOf('{') >= 0
        || text.indexOf('<') >= 0
        || text.indexOf('@') >= 0
        || text.indexOf('%') >= 0
        || text.contains("__");
  }

  /**
   * Whether a dollar name means something to edgeHub, so that no tool is meant to replace it. Of a
   * name with hyphens {@code name} is the first word.
   */
  private static boolean isRouteWord(String name) {
    if (name.equalsIgnoreCase("upstream") || name.equalsIgnoreCase("body")) {
      return true;
    }
    for (RouteProperty property : RouteProperty.all()) {
      String known = property.name();
      if (known.regionMatches(true, 0, name, 0, name.length())
          && (known.length() == name.length() || known.charAt(name.length()) == '-')) {
        return true;
      }
    }
    return false;
  }
}
