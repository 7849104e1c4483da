package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.ArrayNode;
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
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads JSON, and what people type on the way to it. Comments and trailing commas are read and
 * reported; so is everything else that RFC 8259 does not allow. Never throws; time is linear in the
 * length of the text.
 */
public final class JsonParser {

  private final SourceText source;
  private final String text;
  private final JsonScanner scanner;
  private final boolean template;
  private final boolean layout;
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final int[] opened;
  private int next;
  private int openArrays;
  private int openObjects;
  private int openAtEnd;
  private int unclosedAt = -1;
  private int indentedLine = -1;
  private int indent;

  /**
   * @param layout whether indentation tells where an object or array ends that no bracket closes,
   *     and which bracket is one too many
   */
  private JsonParser(SourceText source, boolean template, boolean layout) {
    this.source = source;
    this.text = source.text();
    this.template = template;
    this.layout = layout;
    this.opened = new int[Math.min(ConfigTree.MAX_DEPTH, text.length())];
    this.scanner = new JsonScanner(source, template);
  }

  /** Reads a file that no tool changes before its reader gets it. */
  public static ConfigTree parse(SourceText source) {
    return parse(source, false);
  }

  /**
   * Reads a file, or a template for one.
   *
   * @param template whether a placeholder without quotes may stand where a value or member is
   *     expected
   */
  public static ConfigTree parse(SourceText source, boolean template) {
    ConfigTree tree = read(source, template);
    return doSafeRepairsMend(tree, template) ? tree : tree.inDoubt();
  }

  private static ConfigTree read(SourceText source, boolean template) {
    JsonParser parser = new JsonParser(source, template, false);
    ConfigTree tree = parser.parseDocument();
    if (parser.openAtEnd == 0 && !parser.isAnythingLeft()) {
      return tree;
    }
    JsonParser byLayout = new JsonParser(source, template, true);
    ConfigTree other = byLayout.parseDocument();
    // What is open at the end is one problem so far, and may be one in each place then.
    boolean open = tree.problems().size() == 1 && parser.openAtEnd > 1;
    int most = open ? parser.openAtEnd : tree.problems().size();
    boolean better =
        byLayout.openAtEnd == 0 && !byLayout.isAnythingLeft() && other.problems().size() <= most;
    return better ? other : tree;
  }

  /**
   * Whether the safe repairs of a refused file, all together, leave only the other problems. In
   * gibberish one may change how the rest is read; then the meaning is not beyond doubt.
   */
  private static boolean doSafeRepairsMend(ConfigTree tree, boolean template) {
    List<TextEdit> edits = new ArrayList<>();
    int mended = 0;
    int done = 0;
    for (SyntaxProblem problem : tree.problems()) {
      for (Repair repair : problem.repairs()) {
        if (repair.safe() && repair.start() >= done) {
          edits.addAll(repair.edits());
          mended++;
          done = repair.end();
          break;
        }
      }
    }
    if (mended == 0 || !tree.hasSyntaxErrors()) {
      return true;
    }
    ConfigTree after = read(SourceText.of(TextEdit.apply(tree.text(), edits)), template);
    return after.problems().size() <= tree.problems().size() - mended;
  }

  private boolean isAnythingLeft() {
    return peek() != Lexeme.END;
  }

  private ConfigTree parseDocument() {
    ConfigNode root = value(0);
    skipConflicts();
    if (isAnythingLeft()) {
      String what = root.isPresent() ? "the end of the file" : "a JSON value";
      TextRange rest = new TextRange(scanner.start(next), scanner.end(scanner.size() - 1));
      problems.add(SyntaxProblem.of(Kind.SYNTAX, range(next), what).withRegion(rest));
    } else if (!root.isPresent()) {
      expected("a JSON value", root.range());
    }
    scanner.comments().forEach(comment -> problems.add(JsonTrivia.comment(text, comment)));
    scanner.junk().forEach(junk -> problems.add(JsonTrivia.junk(text, junk)));
    problems.sort(Comparator.comparing(SyntaxProblem::range));
    TextRange whole = new TextRange(0, text.length());
    List<Section> sections =
        root instanceof ObjectNode object
            ? List.of(new Section(TextRange.at(root.range().start()), whole, object))
            : List.of();
    return new ConfigTree(
        Language.JSON, source, scanner.tokens(), root, sections, scanner.comments(), problems);
  }

  // --- tokens ------------------------------------------------------------------------------

  private Lexeme peek() {
    return scanner.lexeme(next);
  }

  private TextRange range(int index) {
    return new TextRange(scanner.start(index), scanner.end(index));
  }

  private String word(int index) {
    return range(index).of(text);
  }

  /** End of the last token that was read. */
  private int lastEnd() {
    return next == 0 ? 0 : scanner.end(next - 1);
  }

  /** Whether the last token is a text without its closing quote, which may have swallowed much. */
  private boolean isLastOpen() {
    return next > 0
        && scanner.lexeme(next - 1) == Lexeme.BAD_STRING
        && !JsonQuotes.isClosed(text, range(next - 1));
  }

  private boolean skipConflicts() {
    boolean skipped = false;
    while (peek() == Lexeme.CONFLICT) {
      expected("JSON instead of a merge conflict marker", range(next++));
      skipped = true;
    }
    return skipped;
  }

  private void expected(String what, TextRange range, Repair... repairs) {
    problems.add(SyntaxProblem.of(Kind.SYNTAX, range, what, repairs));
  }

  private boolean isQuoted() {
    return peek() == Lexeme.STRING || peek() == Lexeme.BAD_STRING;
  }

  private boolean startsValue() {
    return isQuoted()
        || peek() == Lexeme.WORD
        || peek() == Lexeme.OPEN_BRACE
        || peek() == Lexeme.OPEN_BRACKET;
  }

  /** Whether a text followed by a colon comes next: the next member, not a value. */
  private boolean isKeyAhead() {
    return isKeyAheadAt(next);
  }

  private boolean isKeyAheadAt(int index) {
    Lexeme lexeme = scanner.lexeme(index);
    boolean text = lexeme == Lexeme.STRING || lexeme == Lexeme.BAD_STRING || lexeme == Lexeme.WORD;
    return text && (scanner.lexeme(index + 1) == Lexeme.COLON || isQuoteTooMuchAt(index + 1));
  }

  /** Whether there is a lone quote between a key and its colon. */
  private boolean isQuoteTooMuchAt(int index) {
    return scanner.lexeme(index) == Lexeme.BAD_STRING
        && range(index).length() == 1
        && scanner.start(index) == scanner.end(index - 1)
        && scanner.lexeme(index + 1) == Lexeme.COLON;
  }

  private boolean isOnThisLine() {
    for (int i = lastEnd(); i < scanner.start(next); i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean isWord(String word) {
    return peek() == Lexeme.WORD && word(next).equals(word);
  }

  private boolean isPlaceholder() {
    return template && peek() == Lexeme.WORD && JsonWords.isPlaceholder(word(next));
  }

  // --- values ------------------------------------------------------------------------------

  /** Reads a value; gives a {@link MissingNode} where none starts. */
  private ConfigNode value(int depth) {
    skipConflicts();
    return switch (peek()) {
      case OPEN_BRACE -> depth < ConfigTree.MAX_DEPTH ? object(depth) : tooDeep();
      case OPEN_BRACKET -> depth < ConfigTree.MAX_DEPTH ? array(depth) : tooDeep();
      case STRING, BAD_STRING -> hasQuotesInside() ? textWithQuotes() : string();
      case WORD -> bareValue();
      default -> new MissingNode(TextRange.at(lastEnd()));
    };
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
    TextRange range = range(next);
    JsonStrings.Decoded content = quoted(range);
    Quote quote = JsonQuotes.kind(text.charAt(range.start()));
    return new ScalarNode(ScalarNode.Type.STRING, range, content.text(), quote, content.offsets());
  }

  /** Whether the text that ends here goes on behind its quote, as JSON pasted into a text does. */
  private boolean hasQuotesInside() {
    return peek() == Lexeme.STRING
        && scanner.lexeme(next + 1) == Lexeme.WORD
        && scanner.start(next + 1) == scanner.end(next)
        && (scanner.lexeme(next + 2) == Lexeme.STRING
            || scanner.lexeme(next + 2) == Lexeme.BAD_STRING)
        && scanner.start(next + 2) == scanner.end(next + 1);
  }

  private ErrorNode textWithQuotes() {
    TextRange range = new TextRange(scanner.start(next), endOfTextWithQuotes());
    List<TextEdit> escapes = new ArrayList<>();
    for (int i = range.start() + 1; i < range.end() - 1; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        escapes.add(TextEdit.insert(i, "\\"));
      }
    }
    while (peek() != Lexeme.END && scanner.start(next) < range.end()) {
      next++;
    }
    expected(
        "`\\\"` instead of a quote inside the text",
        range,
        new Repair("Escape the quotes inside", false, escapes));
    return new ErrorNode(range);
  }

  /** Behind the quote where all brackets of the text are closed, else the last one of the line. */
  private int endOfTextWithQuotes() {
    int end = scanner.end(next);
    int depth = 0;
    for (int i = scanner.start(next) + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == '\\') {
        i++;
      } else if (c == '"') {
        end = i + 1;
        if (depth == 0 && (end == text.length() || ",}] \t\r\n".indexOf(text.charAt(end)) >= 0)) {
          break;
        }
      }
    }
    return end;
  }

  private JsonStrings.Decoded quoted(TextRange range) {
    boolean closed = peek() == Lexeme.STRING || JsonQuotes.isClosed(text, range);
    if (!closed) {
      problems.add(JsonQuotes.notClosed(text, range, isKeyAhead()));
    } else if (text.charAt(range.start()) != '"') {
      problems.add(JsonQuotes.notDouble(text, range, endsWell(next + 1)));
    }
    int start = range.start() + 1;
    int end = closed ? range.end() - 1 : range.end();
    return scanner.isVerbatim(next++)
        ? JsonStrings.verbatim(text, start, end)
        : JsonStrings.decode(text, start, end, problems);
  }

  /** Whether the token is one that may follow a key or value. */
  private boolean endsWell(int index) {
    return switch (scanner.lexeme(index)) {
      case COLON, COMMA, CLOSE_BRACE, CLOSE_BRACKET, END -> true;
      default -> false;
    };
  }

  private ConfigNode bareValue() {
    boolean placeholder = isPlaceholder();
    TextRange range = range(next++);
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
    if (placeholder) {
      return ScalarNode.literal(ScalarNode.Type.PLACEHOLDER, range, word);
    }
    while (continuesText()) {
      next++;
    }
    TextRange whole = new TextRange(range.start(), lastEnd());
    problems.add(JsonWords.asValue(whole.of(text), whole));
    return new ErrorNode(whole);
  }

  /** Whether the next token belongs to a text without quotes, such as a URL or a few words. */
  private boolean continuesText() {
    Lexeme lexeme = peek();
    boolean adjacent = scanner.start(next) == lastEnd();
    if (adjacent) {
      return lexeme == Lexeme.WORD || lexeme == Lexeme.COLON || lexeme == Lexeme.BAD_STRING;
    }
    return lexeme == Lexeme.WORD && isOnThisLine() && !isKeyAhead() && !isWord(";");
  }

  // --- objects and arrays ------------------------------------------------------------------

  private ObjectNode object(int depth) {
    int open = next;
    int indent = layout ? indentation(scanner.start(open)) : 0;
    opened[depth] = scanner.start(next++);
    openObjects++;
    List<Member> members = new ArrayList<>();
    Commas commas = new Commas("a key");
    boolean closed = false;
    while (!closed) {
      if (skipConflicts()) {
        commas.separated();
        continue;
      }
      if (isLeft(indent)) {
        unclosed(open, commas);
        break;
      }
      switch (peek()) {
        case CLOSE_BRACE -> closed = closingBracket(indent, commas);
        case END -> {
          missingEnd(depth);
          closed = true;
        }
        case CLOSE_BRACKET -> closed = otherBracket("}", openArrays > 0);
        case COMMA -> commas.comma();
        case STRING, BAD_STRING, WORD -> {
          if (commas.replaced()) {
            continue;
          }
          if (isPlaceholder() && !isKeyAhead()) {
            next++;
            commas.separated();
            continue;
          }
          if (strayWords()) {
            commas.separated();
            continue;
          }
          boolean half = !members.isEmpty() && !last(members).isPresent();
          commas.beforeNext(half);
          members.add(member(depth));
        }
        default -> {
          noKey(depth);
          commas.separated();
        }
      }
    }
    openObjects--;
    JsonDuplicates.report(text, members, problems);
    TextRange range = new TextRange(scanner.start(open), Math.max(scanner.end(open), lastEnd()));
    return new ObjectNode(ObjectNode.Form.BRACES, range, range(open), members, true);
  }

  private static ConfigNode last(List<Member> members) {
    return members.get(members.size() - 1).value();
  }

  private ArrayNode array(int depth) {
    int open = next;
    int indent = layout ? indentation(scanner.start(open)) : 0;
    opened[depth] = scanner.start(next++);
    openArrays++;
    List<ConfigNode> items = new ArrayList<>();
    Commas commas = new Commas("a value");
    boolean closed = false;
    while (!closed) {
      if (skipConflicts()) {
        commas.separated();
        continue;
      }
      if (isLeft(indent)) {
        unclosed(open, commas);
        break;
      }
      switch (peek()) {
        case CLOSE_BRACKET -> closed = closingBracket(indent, commas);
        case END -> {
          missingEnd(depth);
          closed = true;
        }
        case CLOSE_BRACE -> closed = otherBracket("]", openObjects > 0);
        case COMMA -> commas.comma();
        case COLON -> {
          expected("a comma", range(next++));
          commas.separated();
        }
        default -> {
          if (commas.replaced()) {
            continue;
          }
          commas.beforeNext(false);
          items.add(value(depth + 1));
        }
      }
    }
    openArrays--;
    TextRange range = new TextRange(scanner.start(open), Math.max(scanner.end(open), lastEnd()));
    return new ArrayNode(range, items, false);
  }

  /**
   * Meets the bracket that ends an object or array; gives whether it does.
   *
   * @param indent that of the line of the opening bracket
   */
  private boolean closingBracket(int indent, Commas commas) {
    if (layout && indentOfToken() > indent) {
      TextRange bracket = range(next++);
      expected(
          "no `" + bracket.of(text) + "`",
          bracket,
          Repair.unsafe("Remove the bracket", TextEdit.delete(bracket)));
      return false;
    }
    commas.close();
    next++;
    return true;
  }

  /**
   * Whether the next token begins a line that is indented so little that it stands outside.
   *
   * @param indent that of the line of the opening bracket
   */
  private boolean isLeft(int indent) {
    if (!layout || peek() == Lexeme.END || peek() == Lexeme.COMMA) {
      return false;
    }
    int own = indentOfToken();
    boolean bracket = peek() == Lexeme.CLOSE_BRACE || peek() == Lexeme.CLOSE_BRACKET;
    return own >= 0 && (bracket ? own < indent : own <= indent);
  }

  /** How far the next token is indented; -1 where it does not begin its line. */
  private int indentOfToken() {
    int start = scanner.start(next);
    int line = lineStart(start);
    return lastEnd() <= line ? start - line : -1;
  }

  /** How far the line of an offset is indented; the last one is remembered. */
  private int indentation(int offset) {
    int line = lineStart(offset);
    if (line != indentedLine) {
      int first = line;
      while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
        first++;
      }
      indentedLine = line;
      indent = first - line;
    }
    return indent;
  }

  private int lineStart(int offset) {
    return source.lines().lineStart(source.lines().lineOf(offset));
  }

  /** Ends an object or array that no bracket closes. A comma that was read is of the outer one. */
  private void unclosed(int open, Commas commas) {
    next = commas.pending >= 0 ? commas.pending : next;
    int end = lastEnd();
    if (unclosedAt != end && !isLastOpen()) {
      String bracket = scanner.lexeme(open) == Lexeme.OPEN_BRACE ? "}" : "]";
      boolean closes = peek() == Lexeme.CLOSE_BRACE || peek() == Lexeme.CLOSE_BRACKET;
      String comma = closes || peek() == Lexeme.COMMA ? "" : ",";
      String insert = indentOfLine(scanner.start(open), end) + bracket + comma;
      expected(
          "`" + bracket + "`",
          TextRange.at(end),
          Repair.unsafe("Insert the closing bracket", TextEdit.insert(end, insert)));
    }
    unclosedAt = end;
  }

  /** Meets the bracket of the other kind; gives whether it ends this value all the same. */
  private boolean otherBracket(String wanted, boolean closesOuter) {
    if (!closesOuter) {
      expected("`" + wanted + "`", range(next++));
      return false;
    }
    TextRange gap = TextRange.at(lastEnd());
    // Of several brackets missing in one place the first says enough.
    if (problems.isEmpty() || !problems.get(problems.size() - 1).range().equals(gap)) {
      expected("`" + wanted + "`", gap);
    }
    return true;
  }

  /** Reports everything that is open at the end of the file as one mistake. */
  private void missingEnd(int depth) {
    if (openAtEnd > 0) {
      return;
    }
    openAtEnd = depth + 1;
    int end = lastEnd();
    StringBuilder closing = new StringBuilder();
    for (int i = depth; i >= 0; i--) {
      String indent = indentOfLine(opened[i], end);
      closing.append(indent).append(text.charAt(opened[i]) == '{' ? '}' : ']');
    }
    expected(
        text.charAt(opened[depth]) == '{' ? "`}`" : "`]`",
        TextRange.at(end),
        Repair.unsafe(
            depth == 0 ? "Insert the closing bracket" : "Insert the closing brackets",
            TextEdit.insert(end, closing.toString())));
  }

  /** Line end and indentation for a bracket that closes the one at {@code open}. */
  private String indentOfLine(int open, int end) {
    int lineBreak = text.indexOf('\n', open);
    if (lineBreak < 0 || lineBreak >= end) {
      return "";
    }
    int start = text.lastIndexOf('\n', open) + 1;
    int first = start;
    while (first < open && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    boolean windows = lineBreak > 0 && text.charAt(lineBreak - 1) == '\r';
    return (windows ? "\r\n" : "\n") + text.substring(start, first);
  }

  /** Passes over a bracket or colon that no key stands before. */
  private void noKey(int depth) {
    int start = next;
    if (peek() == Lexeme.COLON) {
      next++;
      if (startsValue() && isOnThisLine() && !isKeyAhead()) {
        value(depth + 1);
      }
    } else {
      value(depth + 1);
    }
    problems.add(
        SyntaxProblem.of(Kind.SYNTAX, TextRange.ofLength(scanner.start(start), 1), "a key")
            .withRegion(new TextRange(scanner.start(start), lastEnd())));
  }

  /** Passes over words of which none can be a key. */
  private boolean strayWords() {
    boolean several =
        peek() == Lexeme.WORD
            && scanner.lexeme(next + 1) == Lexeme.WORD
            && !isKeyAheadAt(next + 1)
            && !word(next + 1).startsWith("=");
    if (!several) {
      return false;
    }
    int start = scanner.start(next++);
    boolean sameLine = isOnThisLine();
    if (!sameLine) {
      next--;
      return false;
    }
    while (peek() == Lexeme.WORD && !isKeyAhead() && isOnThisLine()) {
      next++;
    }
    expected("a key", new TextRange(start, lastEnd()));
    return true;
  }

  private Member member(int depth) {
    Key key = key();
    if (!colon(key)) {
      return new Member(key, new MissingNode(TextRange.at(lastEnd())));
    }
    int colonEnd = lastEnd();
    while (peek() == Lexeme.COLON) {
      TextRange second = range(next++);
      expected("a value", second, Repair.safe("Remove the colon", TextEdit.delete(second)));
    }
    boolean nextMember = isKeyAhead() && !isOnThisLine();
    ConfigNode value = nextMember ? new MissingNode(TextRange.at(colonEnd)) : value(depth + 1);
    if (!value.isPresent()) {
      expected("a value", TextRange.at(colonEnd));
    }
    return new Member(key, value);
  }

  private Key key() {
    TextRange range = range(next);
    if (peek() == Lexeme.WORD) {
      if (isQuoteTooMuchAt(next + 1)) {
        Repair repair = Repair.safe("Open the quotes", TextEdit.insert(range.start(), "\""));
        expected("an opening quote", range, repair);
      } else if (!isPlaceholder()) {
        problems.add(JsonWords.asKey(range.of(text), range, isKeyAhead()));
      }
      next++;
      return Key.bare(range.of(text), range);
    }
    JsonStrings.Decoded content = quoted(range);
    Quote quote = JsonQuotes.kind(text.charAt(range.start()));
    return new Key(content.text(), range, quote, content.offsets());
  }

  /** Reads the colon behind a key; gives whether a value may follow. */
  private boolean colon(Key key) {
    int end = lastEnd();
    if (isQuoteTooMuchAt(next)) {
      TextRange quote = range(next++);
      if (key.quote() != Quote.NONE) {
        expected("no quote", quote, Repair.safe("Remove the quote", TextEdit.delete(quote)));
      }
    }
    if (peek() == Lexeme.COLON) {
      next++;
      return true;
    }
    if (isWord("=") || isWord("=>")) {
      TextRange sign = range(next++);
      expected("a colon", sign, Repair.safe("Use a colon", new TextEdit(sign, ":")));
      return true;
    }
    boolean reported = key.quote() == Quote.NONE || isLastOpen();
    if (startsValue() && isOnThisLine() && !isKeyAhead() && !reported) {
      Repair repair = Repair.safe("Insert the missing colon", TextEdit.insert(end, ":"));
      expected("a colon", TextRange.at(end), repair);
      return true;
    }
    if (!reported) {
      expected("a colon and a value", TextRange.at(end));
    }
    return false;
  }

  /** The commas of one object or array. */
  private final class Commas {
    private final String separates;
    private int pending = -1;
    private boolean mayFollow = true;
    private boolean empty = true;

    Commas(String separates) {
      this.separates = separates;
    }

    private boolean ofKeys() {
      return separates.equals("a key");
    }

    /** Something was passed over; whatever comes next may come. */
    void separated() {
      pending = -1;
      mayFollow = true;
      empty = false;
    }

    void comma() {
      if (pending >= 0 || empty) {
        TextRange extra = range(next++);
        expected(
            separates,
            extra,
            // In an array a value may have been forgotten.
            new Repair("Remove the comma", ofKeys(), List.of(TextEdit.delete(extra))));
      } else {
        pending = next++;
        mayFollow = true;
      }
    }

    /** Reads a semicolon in the place of a comma. */
    boolean replaced() {
      if (mayFollow || !isWord(";")) {
        return false;
      }
      TextRange sign = range(next++);
      boolean nothingFollows = !startsValue();
      if (nothingFollows) {
        expected("no semicolon", sign, Repair.safe("Remove the semicolon", TextEdit.delete(sign)));
      } else {
        expected("a comma", sign, Repair.safe("Use a comma", new TextEdit(sign, ",")));
      }
      mayFollow = !nothingFollows;
      return true;
    }

    /**
     * The next member or item starts.
     *
     * @param afterHalf whether the one before was reported as incomplete
     */
    void beforeNext(boolean afterHalf) {
      boolean reported = afterHalf || isLastOpen() || unclosedAt == lastEnd();
      if (!mayFollow && !reported) {
        boolean certain = !ofKeys() || isKeyAhead();
        TextRange gap = TextRange.at(lastEnd());
        TextEdit insert = TextEdit.insert(gap.end(), ",");
        expected("a comma", gap, new Repair("Insert the missing comma", certain, List.of(insert)));
      }
      pending = -1;
      mayFollow = false;
      empty = false;
    }

    void close() {
      if (pending >= 0) {
        TextRange comma = range(pending);
        problems.add(
            SyntaxProblem.of(
                Kind.JSON_TRAILING_COMMA,
                comma,
                "A trailing comma",
                Repair.safe("Remove the trailing comma", TextEdit.delete(comma))));
      }
    }
  }
}
