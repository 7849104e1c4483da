package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.json.JsonScanner.Lexeme;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON, and what people type on the way to it. Comments and trailing commas are read and
 * reported; so is everything else that RFC 8259 does not allow. Never throws; time is linear in the
 * length of the text.
 */
public final class JsonParser {

  private final String text;
  private final JsonScanner scanner;
  private final boolean template;
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private int next;
  private int openArrays;
  private int openObjects;

  private JsonParser(String text, boolean template) {
    this.text = text;
    this.template = template;
    this.scanner = new JsonScanner(text, template);
  }

  public static ConfigTree parse(SourceText source) {
    return parse(source, false);
  }

  /**
   * @param template whether a placeholder without quotes may stand where a value is expected
   */
  public static ConfigTree parse(SourceText source, boolean template) {
    return new JsonParser(source.text(), template).parseDocument(source);
  }

  private ConfigTree parseDocument(SourceText source) {
    skipConflicts();
    ConfigNode root = value(0);
    if (root instanceof MissingNode missing) {
      problems.add(SyntaxProblem.of(Kind.SYNTAX, missing.range(), "a JSON value"));
    }
    skipConflicts();
    if (peek() != Lexeme.END) {
      TextRange rest = new TextRange(scanner.start(next), scanner.end(scanner.size() - 1));
      problems.add(
          SyntaxProblem.of(
                  Kind.SYNTAX,
                  new TextRange(rest.start(), scanner.end(next)),
                  "the end of the file")
              .withRegion(rest));
    }
    for (Comment comment : scanner.comments()) {
      problems.add(comment(comment));
    }
    problems.sort(Comparator.comparing(SyntaxProblem::range));
    List<Section> sections =
        root instanceof ObjectNode object
            ? List.of(
                new Section(
                    TextRange.at(root.range().start()), new TextRange(0, text.length()), object))
            : List.of();
    return new ConfigTree(
        Language.JSON, source, scanner.tokens(), root, sections, scanner.comments(), problems);
  }

  private SyntaxProblem comment(Comment comment) {
    TextRange range = comment.range();
    TextRange removed = range;
    if (comment.ownLine()) {
      int start = range.start();
      while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
        start--;
      }
      int end = range.end();
      if (end < text.length() && text.charAt(end) == '\r') {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '\n') {
        end++;
      }
      removed = new TextRange(start, end);
    }
    boolean open = text.startsWith("/*", range.start()) && !text.startsWith("*/", range.end() - 2);
    if (open || range.length() == 3 && text.startsWith("/*/", range.start())) {
      return SyntaxProblem.of(Kind.SYNTAX, range, "`*/` at the end of the comment");
    }
    return SyntaxProblem.of(
        Kind.JSON_COMMENT,
        range,
        "A comment",
        Repair.unsafe("Remove the comment", TextEdit.delete(removed)));
  }

  // --- tokens ------------------------------------------------------------------------------

  private Lexeme peek() {
    return scanner.lexeme(next);
  }

  private TextRange range(int index) {
    return new TextRange(scanner.start(index), scanner.end(index));
  }

  /** End of the last token that was read. */
  private int lastEnd() {
    return next == 0 ? 0 : scanner.end(next - 1);
  }

  private boolean skipConflicts() {
    boolean skipped = false;
    while (peek() == Lexeme.CONFLICT) {
      problems.add(
          SyntaxProblem.of(Kind.SYNTAX, range(next), "JSON instead of a merge conflict marker"));
      next++;
      skipped = true;
    }
    return skipped;
  }

  private void expected(String what, TextRange range, Repair... repairs) {
    problems.add(SyntaxProblem.of(Kind.SYNTAX, range, what, repairs));
  }

  // --- values ------------------------------------------------------------------------------

  /** Reads a value; gives a {@link MissingNode} and reads nothing where none starts. */
  private ConfigNode value(int depth) {
    switch (peek()) {
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (depth >= ConfigTree.MAX_DEPTH) {
          return tooDeep();
        }
        return peek() == Lexeme.OPEN_BRACE ? object(depth) : array(depth);
      case STRING:
      case BAD_STRING:
        return string();
      case WORD:
        return word();
      default:
        return new MissingNode(TextRange.at(lastEnd()));
    }
  }

  private ConfigNode tooDeep() {
    int start = scanner.start(next);
    int depth = 0;
    do {
      Lexeme lexeme = peek();
      if (lexeme == Lexeme.OPEN_BRACE || lexeme == Lexeme.OPEN_BRACKET) {
        depth++;
      } else if (lexeme == Lexeme.CLOSE_BRACE || lexeme == Lexeme.CLOSE_BRACKET) {
        depth--;
      }
      next++;
    } while (depth > 0 && peek() != Lexeme.END);
    TextRange range = new TextRange(start, lastEnd());
    problems.add(
        SyntaxProblem.of(
                Kind.TOO_DEEP,
                TextRange.ofLength(start, 1),
                "values nest deeper than " + ConfigTree.MAX_DEPTH)
            .withRegion(range));
    return new ErrorNode(range);
  }

  private ScalarNode string() {
    int index = next++;
    TextRange range = range(index);
    JsonStrings.Decoded content = content(index);
    return new ScalarNode(
        ScalarNode.Type.STRING, range, content.text(), quote(index), content.offsets());
  }

  private Quote quote(int index) {
    return text.charAt(scanner.start(index)) == '\'' ? Quote.SINGLE : Quote.DOUBLE;
  }

  private JsonStrings.Decoded content(int index) {
    TextRange range = range(index);
    char open = text.charAt(range.start());
    boolean closed = isClosed(range, open);
    if (!closed) {
      expected(
          "a closing quote",
          range,
          Repair.unsafe("Close the quotes", TextEdit.insert(range.end(), String.valueOf(open))));
    } else if (open != '"') {
      String inner = text.substring(range.start() + 1, range.end() - 1);
      expected(
          "double quotes",
          range,
          Repair.safe("Use double quotes", new TextEdit(range, doubleQuoted(inner))));
    }
    return JsonStrings.decode(
        text, range.start() + 1, closed ? range.end() - 1 : range.end(), problems);
  }

  private boolean isClosed(TextRange range, char open) {
    if (range.length() < 2) {
      return false;
    }
    char last = text.charAt(range.end() - 1);
    boolean matches =
        open == '"' || open == '\'' ? last == open : last == '\u201C' || last == '\u201D';
    if (!matches) {
      return false;
    }
    int backslashes = 0;
    while (text.charAt(range.end() - 2 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }

  /** What stood between other quotes, in double ones. {@code \'} is no escape of JSON. */
  private static String doubleQuoted(String inner) {
    StringBuilder result = new StringBuilder(inner.length() + 2).append('"');
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) {
        char escaped = inner.charAt(++i);
        result.append(escaped == '\'' ? "" : "\\").append(escaped);
      } else {
        result.append(c == '"' ? "\\" : "").append(c);
      }
    }
    return result.append('"').toString();
  }

  private ConfigNode word() {
    int index = next++;
    TextRange range = range(index);
    String word = range.of(text);
    if (word.equals("true") || word.equals("false")) {
      return ScalarNode.literal(ScalarNode.Type.BOOLEAN, range, word);
    }
    if (word.equals("null")) {
      return ScalarNode.literal(ScalarNode.Type.NULL, range, word);
    }
    if (JsonNumbers.isNumber(word)) {
      boolean whole = word.indexOf('.') < 0 && word.indexOf('e') < 0 && word.indexOf('E') < 0;
      return ScalarNode.literal(
          whole ? ScalarNode.Type.INTEGER : ScalarNode.Type.FLOAT, range, word);
    }
    if (template && isPlaceholder(word)) {
      return ScalarNode.literal(ScalarNode.Type.PLACEHOLDER, range, word);
    }
    problems.add(badWord(range, word));
    return new ErrorNode(range);
  }

  private static SyntaxProblem badWord(TextRange range, String word) {
    String lower = word.toLowerCase(java.util.Locale.ROOT);
    if (lower.equals("true") || lower.equals("false") || lower.equals("null")) {
      return SyntaxProblem.of(
          Kind.SYNTAX,
          range,
          "`" + lower + "` in lower case",
          Repair.safe("Write `" + lower + "`", new TextEdit(range, lower)));
    }
    if (JsonNumbers.looksLikeNumber(word)) {
      return SyntaxProblem.of(Kind.SYNTAX, range, "a number as JSON writes it");
    }
    boolean simple = word.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c < 127);
    return simple
        ? SyntaxProblem.of(
            Kind.SYNTAX,
            range,
            "double quotes around the text",
            Repair.unsafe("Use double quotes", new TextEdit(range, '"' + word + '"')))
        : SyntaxProblem.of(Kind.SYNTAX, range, "a value");
  }

  private static boolean isPlaceholder(String word) {
    if (word.length() < 2) {
      return false;
    }
    if (word.startsWith("{{") || word.startsWith("#{") || word.startsWith("${")) {
      return true;
    }
    return word.charAt(0) == '$'
        && word.chars().skip(1).allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
  }

  // --- objects and arrays ------------------------------------------------------------------

  private ObjectNode object(int depth) {
    int open = next++;
    openObjects++;
    List<Member> members = new ArrayList<>();
    boolean afterComma = false;
    int comma = -1;
    boolean closed = false;
    while (!closed) {
      if (skipConflicts()) {
        continue;
      }
      switch (peek()) {
        case CLOSE_BRACE:
          if (afterComma) {
            trailingComma(comma);
          }
          next++;
          closed = true;
          break;
        case END:
          missingEnd("`}`", "}");
          closed = true;
          break;
        case CLOSE_BRACKET:
          if (openArrays > 0) {
            expected("`}`", TextRange.at(lastEnd()));
            closed = true;
          } else {
            expected("`}` or a key", range(next++));
          }
          break;
        case COMMA:
          if (afterComma || members.isEmpty()) {
            extraComma("a key");
          } else {
            comma = next++;
            afterComma = true;
          }
          break;
        case STRING:
        case BAD_STRING:
        case WORD:
          if (!members.isEmpty() && !afterComma) {
            missingComma();
          }
          afterComma = false;
          members.add(member(depth));
          break;
        default:
          // A bracket or colon without a key before it: pass over it as a whole.
          int start = scanner.start(next);
          if (peek() == Lexeme.COLON) {
            next++;
          } else {
            value(depth + 1);
          }
          TextRange junk = new TextRange(start, lastEnd());
          problems.add(
              SyntaxProblem.of(Kind.SYNTAX, TextRange.ofLength(start, 1), "a key")
                  .withRegion(junk));
      }
    }
    openObjects--;
    duplicates(members);
    TextRange range = new TextRange(scanner.start(open), Math.max(scanner.end(open), lastEnd()));
    return new ObjectNode(ObjectNode.Form.BRACES, range, range(open), members, true);
  }

  private ArrayNode array(int depth) {
    int open = next++;
    openArrays++;
    List<ConfigNode> items = new ArrayList<>();
    boolean afterComma = false;
    int comma = -1;
    boolean closed = false;
    while (!closed) {
      if (skipConflicts()) {
        continue;
      }
      switch (peek()) {
        case CLOSE_BRACKET:
          if (afterComma) {
            trailingComma(comma);
          }
          next++;
          closed = true;
          break;
        case END:
          missingEnd("`]`", "]");
          closed = true;
          break;
        case CLOSE_BRACE:
          if (openObjects > 0) {
            expected("`]`", TextRange.at(lastEnd()));
            closed = true;
          } else {
            expected("`]` or a value", range(next++));
          }
          break;
        case COMMA:
          if (afterComma || items.isEmpty()) {
            extraComma("a value");
          } else {
            comma = next++;
            afterComma = true;
          }
          break;
        case COLON:
          expected("a comma", range(next++));
          break;
        default:
          if (!items.isEmpty() && !afterComma) {
            missingComma();
          }
          afterComma = false;
          items.add(value(depth + 1));
      }
    }
    openArrays--;
    TextRange range = new TextRange(scanner.start(open), Math.max(scanner.end(open), lastEnd()));
    return new ArrayNode(range, items, false);
  }

  private void missingComma() {
    int at = lastEnd();
    expected(
        "a comma",
        TextRange.at(at),
        Repair.safe("Insert the missing comma", TextEdit.insert(at, ",")));
  }

  private void extraComma(String instead) {
    TextRange comma = range(next++);
    expected(instead, comma, Repair.safe("Remove the comma", TextEdit.delete(comma)));
  }

  private void trailingComma(int comma) {
    TextRange range = range(comma);
    problems.add(
        SyntaxProblem.of(
            Kind.JSON_TRAILING_COMMA,
            range,
            "A trailing comma",
            Repair.safe("Remove the trailing comma", TextEdit.delete(range))));
  }

  private void missingEnd(String what, String bracket) {
    boolean last = openArrays + openObjects == 1;
    TextRange end = TextRange.at(lastEnd());
    if (last) {
      expected(
          what,
          end,
          Repair.unsafe("Insert the closing bracket", TextEdit.insert(end.end(), bracket)));
    } else if (problems.isEmpty() || !problems.get(problems.size() - 1).range().equals(end)) {
      // Several brackets missing at the end are one mistake.
      expected(what, end);
    }
  }

  private Member member(int depth) {
    Key key = key();
    int keyEnd = lastEnd();
    if (peek() != Lexeme.COLON) {
      boolean valueFollows =
          startsValue() && sameLine(keyEnd, scanner.start(next)) && !isKeyAhead();
      if (!valueFollows) {
        expected("a colon and a value", TextRange.at(keyEnd));
        return new Member(key, new MissingNode(TextRange.at(keyEnd)));
      }
      expected(
          "a colon",
          TextRange.at(keyEnd),
          Repair.safe("Insert the missing colon", TextEdit.insert(keyEnd, ":")));
    } else {
      next++;
    }
    int colonEnd = lastEnd();
    boolean nextMember = isKeyAhead() && !sameLine(colonEnd, scanner.start(next));
    ConfigNode value = nextMember ? new MissingNode(TextRange.at(colonEnd)) : value(depth + 1);
    if (value instanceof MissingNode) {
      expected("a value", TextRange.at(colonEnd));
    }
    return new Member(key, value);
  }

  private Key key() {
    int index = next;
    TextRange range = range(index);
    if (peek() == Lexeme.WORD) {
      next++;
      String name = range.of(text);
      if (!(template && isPlaceholder(name))) {
        problems.add(
            SyntaxProblem.of(
                Kind.SYNTAX,
                range,
                "double quotes around the key",
                Repair.safe("Use double quotes", new TextEdit(range, doubleQuoted(name)))));
      }
      return new Key(name, range, Quote.NONE, OffsetMap.verbatim(range.start(), range.length()));
    }
    next++;
    JsonStrings.Decoded content = content(index);
    return new Key(content.text(), range, quote(index), content.offsets());
  }

  private boolean startsValue() {
    Lexeme lexeme = peek();
    return lexeme == Lexeme.OPEN_BRACE
        || lexeme == Lexeme.OPEN_BRACKET
        || lexeme == Lexeme.STRING
        || lexeme == Lexeme.BAD_STRING
        || lexeme == Lexeme.WORD;
  }

  /** Whether a text followed by a colon comes next: the next member, not a value. */
  private boolean isKeyAhead() {
    Lexeme lexeme = peek();
    return (lexeme == Lexeme.STRING || lexeme == Lexeme.BAD_STRING || lexeme == Lexeme.WORD)
        && scanner.lexeme(next + 1) == Lexeme.COLON;
  }

  private boolean sameLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  private void duplicates(List<Member> members) {
    if (members.size() < 2) {
      return;
    }
    Map<String, Integer> earlier = new HashMap<>(members.size() * 2);
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      Integer before = earlier.put(member.name(), i);
      if (before == null) {
        continue;
      }
      Member first = members.get(before);
      // From the earlier key to the next one: the comma goes with it.
      TextRange removed =
          new TextRange(first.key().range().start(), members.get(before + 1).key().range().start());
      boolean equal = first.value().range().of(text).equals(member.value().range().of(text));
      TextEdit edit = TextEdit.delete(removed);
      problems.add(
          SyntaxProblem.of(
                  Kind.JSON_DUPLICATE_KEY,
                  member.key().range(),
                  member.name(),
                  equal
                      ? Repair.safe("Remove the earlier definition", edit)
                      : Repair.unsafe("Remove the earlier definition", edit))
              .relatedTo(first.key().range()));
    }
  }
}
