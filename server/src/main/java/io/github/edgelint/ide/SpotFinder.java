package io.github.edgelint.ide;

import io.github.edgelint.ide.Cursor.Slot;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a tree has at an offset. The tree says what is written; where nothing is, the last
 * token before the offset says what may follow.
 */
final class SpotFinder {

  private final ConfigTree tree;
  private final String text;
  private final int offset;
  private final int line;

  SpotFinder(ConfigTree tree, int offset) {
    this.tree = tree;
    this.text = tree.text();
    this.offset = offset;
    this.line = tree.source().lines().lineOf(offset);
  }

  Spot find() {
    Optional<TextRange> comment = comment();
    if (comment.isPresent()) {
      NodePath path = tree.sectionAt(offset).map(s -> tree.pathOf(s.table())).orElse(NodePath.ROOT);
      return new Spot(
          Slot.COMMENT,
          path,
          tree.root(),
          Optional.empty(),
          MissingNode.NOWHERE,
          TextRange.at(offset));
    }
    if (tree.language() == Language.JSON) {
      return ofJson();
    }
    Section section = tree.sectionAt(offset).orElse(null);
    if (section == null) {
      return nowhere(tree.root(), List.of());
    }
    if (!section.header().isEmpty() && offset <= section.header().end()) {
      return ofHeader(section.header());
    }
    return in(section.table(), new ArrayList<>(tree.pathOf(section.table()).steps()));
  }

  private Optional<TextRange> comment() {
    for (Comment comment : tree.comments()) {
      TextRange range = comment.range();
      if (range.start() >= offset) {
        break;
      }
      if (offset < range.end()
          || (offset == range.end() && !text.startsWith("/*", range.start()))) {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }

  private Spot ofJson() {
    ConfigNode root = tree.root();
    if (root instanceof ObjectNode || root instanceof ArrayNode) {
      return holds(root) ? in(root, new ArrayList<>()) : nowhere(root, List.of());
    }
    return new Spot(
        Slot.VALUE,
        NodePath.ROOT,
        MissingNode.NOWHERE,
        Optional.empty(),
        root,
        root.isPresent() && root.range().touches(offset) ? root.range() : TextRange.at(offset));
  }

  // --- headers -----------------------------------------------------------------------------

  private Spot ofHeader(TextRange header) {
    boolean behind = offset == header.end() && text.charAt(offset - 1) == ']';
    if (offset == header.start() || behind) {
      return nowhere(tree.root(), List.of());
    }
    List<String> steps = new ArrayList<>();
    TextRange token = keyUnderCursor(header.start(), steps);
    return new Spot(
        Slot.HEADER,
        new NodePath(steps),
        lastElement(tree.root().at(steps.toArray(String[]::new))),
        Optional.empty(),
        MissingNode.NOWHERE,
        token);
  }

  private static ConfigNode lastElement(ConfigNode node) {
    return node instanceof ArrayNode array && array.ofTables() && !array.items().isEmpty()
        ? array.items().get(array.items().size() - 1)
        : node;
  }

  /** The part of a dotted key at the cursor; the parts before it go to {@code steps}. */
  private TextRange keyUnderCursor(int from, List<String> steps) {
    Tokens tokens = tree.tokens();
    TextRange last = null;
    for (int i = tokens.indexAt(from); i < tokens.size() && tokens.start(i) < offset; i++) {
      String word = tokens.range(i).of(text);
      if (isWord(tokens.kind(i))) {
        last = tokens.range(i);
      } else if (word.equals(".") && last != null) {
        steps.add(unquoted(last.of(text)));
        last = null;
      }
    }
    if (last != null && last.touches(offset)) {
      return last;
    }
    int at = tokens.indexAt(offset);
    boolean before = at < tokens.size() && tokens.start(at) == offset && isWord(tokens.kind(at));
    return before ? tokens.range(at) : TextRange.at(offset);
  }

  private static boolean isWord(TokenKind kind) {
    return switch (kind) {
      case BARE_KEY, STRING, LITERAL, ERROR -> true;
      default -> false;
    };
  }

  private static String unquoted(String key) {
    boolean quoted = key.length() > 1 && "\"'".indexOf(key.charAt(0)) >= 0;
    return quoted ? key.substring(1, key.length() - 1) : key;
  }

  // --- descending --------------------------------------------------------------------------

  /** The spot inside a container; the loop goes one level down at a time. */
  private Spot in(ConfigNode start, List<String> path) {
    ConfigNode container = start;
    Member member = null;
    while (true) {
      ConfigNode hit = null;
      int index = 0;
      for (ConfigNode item : container.items()) {
        if (isHit(item)) {
          path.add(Integer.toString(index));
          hit = item;
          break;
        }
        index++;
      }
      for (Member each : container.members()) {
        if (isWrittenHere(each) && each.key().range().touches(offset)) {
          return key(container, path, Optional.of(each), each.key().range());
        }
        if (isWrittenHere(each) && isHit(each.value())) {
          path.add(each.name());
          member = each;
          hit = each.value();
          break;
        }
      }
      if (hit == null) {
        return between(container, path, member);
      }
      if (!(hit instanceof ObjectNode || hit instanceof ArrayNode)) {
        return value(container, path, member, hit, hit.range());
      }
      container = hit;
    }
  }

  /** Whether the member stands in the lines of its table, not under a header of its own. */
  private static boolean isWrittenHere(Member member) {
    if (member.value() instanceof ArrayNode array) {
      return !array.ofTables();
    }
    return !(member.value() instanceof ObjectNode object)
        || object.form() == ObjectNode.Form.BRACES
        || object.form() == ObjectNode.Form.IMPLICIT;
  }

  private boolean isHit(ConfigNode node) {
    if (node instanceof ObjectNode object && object.form() == ObjectNode.Form.IMPLICIT) {
      for (Member member : object.members()) {
        if (isWrittenHere(member)
            && (member.key().range().touches(offset) || isHit(member.value()))) {
          return true;
        }
      }
      return false;
    }
    if (node instanceof ObjectNode || node instanceof ArrayNode) {
      return holds(node);
    }
    return node.isPresent() && node.range().touches(offset);
  }

  /** Whether the offset is between the brackets; the closing one may be missing yet. */
  private boolean holds(ConfigNode container) {
    TextRange range = container.range();
    if (offset <= range.start()) {
      return false;
    }
    return offset < range.end() || (!isClosed(container) && lastTokenEnd() <= range.end());
  }

  private boolean isClosed(ConfigNode container) {
    TextRange range = container.range();
    char close = container instanceof ArrayNode ? ']' : '}';
    if (range.length() < 2 || text.charAt(range.end() - 1) != close) {
      return false;
    }
    List<Member> members = container.members();
    List<ConfigNode> items = container.items();
    ConfigNode last =
        !members.isEmpty()
            ? members.get(members.size() - 1).value()
            : items.isEmpty() ? null : items.get(items.size() - 1);
    return last == null || last.range().end() < range.end();
  }

  // --- between values ----------------------------------------------------------------------

  private Spot between(ConfigNode container, List<String> path, Member member) {
    boolean braces = tree.language() == Language.JSON || isInline(container);
    int index = lastToken();
    String last = index < 0 ? "" : tree.tokens().range(index).of(text);
    int lastEnd = index < 0 ? 0 : tree.tokens().end(index);
    boolean lineIsFree = index < 0 || tree.source().lines().lineOf(lastEnd) < line;
    if (container instanceof ArrayNode array) {
      if (!last.equals("[") && !last.equals(",") && !lineIsFree) {
        return nowhere(container, path);
      }
      path.add(Integer.toString(itemsBefore(array)));
      return value(container, path, member, MissingNode.NOWHERE, TextRange.at(offset));
    }
    if (last.equals(":") || last.equals("=")) {
      boolean sameStatement = braces || !lineIsFree;
      Member waiting = sameStatement ? memberBefore(container, lastEnd) : null;
      if (waiting != null) {
        return value(
            tree.parentOf(waiting.value()).orElse(container),
            tree.pathOf(waiting.value()).steps(),
            waiting,
            waiting.value(),
            TextRange.at(offset));
      }
    }
    if (braces) {
      return lineIsFree || last.equals("{") || last.equals(",")
          ? key(container, path, Optional.empty(), TextRange.at(offset))
          : nowhere(container, path);
    }
    if (lineIsFree) {
      return key(container, path, Optional.empty(), TextRange.at(offset));
    }
    return tree.language() == Language.UNIT
        ? behindUnitValue(container, path, lastEnd)
        : dottedKey(container, path);
  }

  private static boolean isInline(ConfigNode container) {
    return container instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES;
  }

  private int itemsBefore(ArrayNode array) {
    int count = 0;
    for (ConfigNode item : array.items()) {
      if (item.range().end() <= offset) {
        count++;
      }
    }
    return count;
  }

  /** The member whose separator ends at {@code separatorEnd}. */
  private static Member memberBefore(ConfigNode container, int separatorEnd) {
    Member before = null;
    for (Member member : container.members()) {
      if (isWrittenHere(member)
          && member.key().range().end() < separatorEnd
          && (before == null || before.key().range().end() < member.key().range().end())) {
        before = member;
      }
      if (member.value() instanceof ObjectNode object
          && object.form() == ObjectNode.Form.IMPLICIT
          && isWrittenHere(member)) {
        Member deeper = memberBefore(object, separatorEnd);
        if (deeper != null
            && (before == null || before.key().range().end() < deeper.key().range().end())) {
          before = deeper;
        }
      }
    }
    return before;
  }

  /** Blanks behind the value of a unit: more words may follow. */
  private Spot behindUnitValue(ConfigNode container, List<String> path, int lastEnd) {
    Member member = memberBefore(container, lastEnd);
    if (member == null || !member.value().isPresent()) {
      return nowhere(container, path);
    }
    path.add(member.name());
    return value(container, path, member, member.value(), TextRange.at(offset));
  }

  /** A dotted key that starts like an earlier one has no node of its own for each part. */
  private Spot dottedKey(ConfigNode container, List<String> path) {
    int start = tree.source().lines().lineStart(line);
    if (text.substring(start, offset).indexOf('=') >= 0) {
      return nowhere(container, path);
    }
    List<String> steps = new ArrayList<>();
    TextRange token = keyUnderCursor(start, steps);
    path.addAll(steps);
    return key(container.at(steps.toArray(String[]::new)), path, Optional.empty(), token);
  }

  /** Index of the last token before the offset that is neither blank, comment nor line end. */
  private int lastToken() {
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(offset);
    if (index == tokens.size() || tokens.start(index) >= offset) {
      index--;
    }
    while (index >= 0 && isTrivia(tokens.kind(index))) {
      index--;
    }
    return index;
  }

  private int lastTokenEnd() {
    int index = lastToken();
    return index < 0 ? 0 : tree.tokens().end(index);
  }

  private static boolean isTrivia(TokenKind kind) {
    return switch (kind) {
      case BYTE_ORDER_MARK, WHITESPACE, LINE_BREAK, COMMENT, CONTINUATION -> true;
      default -> false;
    };
  }

  // --- results -----------------------------------------------------------------------------

  private Spot key(
      ConfigNode container, List<String> path, Optional<Member> member, TextRange token) {
    ConfigNode value = member.map(Member::value).orElse(MissingNode.NOWHERE);
    return new Spot(Slot.KEY, new NodePath(path), container, member, value, token);
  }

  private Spot value(
      ConfigNode container, List<String> path, Member member, ConfigNode value, TextRange token) {
    return new Spot(
        Slot.VALUE, new NodePath(path), container, Optional.ofNullable(member), value, token);
  }

  private Spot nowhere(ConfigNode container, List<String> path) {
    return new Spot(
        Slot.NOWHERE,
        new NodePath(path),
        container,
        Optional.empty(),
        MissingNode.NOWHERE,
        TextRange.at(offset));
  }
}
