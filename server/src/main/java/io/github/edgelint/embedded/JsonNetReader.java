package io.github.edgelint.embedded;

import io.github.edgelint.embedded.Leniency.Form;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a text as Json.NET does, which edgeAgent uses: names without quotes, single quotes,
 * comments, trailing commas and a few more are fine. Never recurses; time is linear in the length
 * of the text.
 *
 * <p>Source: JamesNK/Newtonsoft.Json:Src/Newtonsoft.Json/JsonTextReader.cs.
 */
final class JsonNetReader {

  /** Where and why the reader gives up. */
  record Failure(TextRange range, String reason) {}

  private enum State {
    VALUE,
    ITEM,
    NAME,
    AFTER
  }

  private static final Pattern STRICT_NUMBER =
      Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");
  private static final Pattern NUMBER =
      Pattern.compile("-?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,16}");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]{1,21}");

  private final String text;
  private final List<Leniency> leniencies = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int at;
  private int comma = -1;
  private Failure failure;

  private JsonNetReader(String text) {
    this.text = text;
  }

  static JsonNetReader read(String text) {
    JsonNetReader reader = new JsonNetReader(text);
    reader.read();
    return reader;
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** What a strict reader would not have taken, in order of place. */
  List<Leniency> leniencies() {
    return leniencies;
  }

  private void read() {
    State state = State.VALUE;
    while (state != null && failure == null) {
      int lastEnd = at;
      skip(true);
      if (failure != null) {
        return;
      }
      boolean end = at >= text.length();
      if (end && state == State.AFTER && open.isEmpty()) {
        return;
      }
      if (end) {
        fail(lastEnd, lastEnd, ending());
        return;
      }
      state =
          switch (state) {
            case VALUE, ITEM -> value(state == State.ITEM);
            case NAME -> name();
            case AFTER -> after(lastEnd);
          };
    }
  }

  private String ending() {
    if (open.isEmpty()) {
      return "a value is missing";
    }
    return "`" + (open.charAt(open.length() - 1) == '{' ? '}' : ']') + "` is missing at the end";
  }

  private State fail(int from, int to, String reason) {
    failure = new Failure(new TextRange(from, Math.max(from, to)), reason);
    return null;
  }

  private void lenient(Form form, TextRange range, String strict) {
    leniencies.add(new Leniency(form, range, Optional.of(new TextEdit(range, strict))));
  }

  // --- structure ---------------------------------------------------------------------------

  private State value(boolean item) {
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      open.append(c);
      at++;
      comma = -1;
      return c == '{' ? State.NAME : State.ITEM;
    }
    if (c == ']' && item) {
      return close();
    }
    comma = -1;
    if (c == '"' || c == '\'') {
      return string() ? State.AFTER : null;
    }
    return word() ? State.AFTER : null;
  }

  private State name() {
    char c = text.charAt(at);
    if (c == '}') {
      return close();
    }
    comma = -1;
    int start = at;
    if (c == '"' || c == '\'') {
      if (!string()) {
        return null;
      }
    } else {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return fail(start, start + 1, "a name is expected instead of `" + c + "`");
      }
      TextRange range = new TextRange(start, at);
      lenient(Form.UNQUOTED_NAME, range, JsonText.quote(range.of(text)));
    }
    int end = at;
    skip(false);
    if (at >= text.length() || text.charAt(at) != ':') {
      return fail(end, end, "a colon is missing");
    }
    at++;
    return State.VALUE;
  }

  private State after(int lastEnd) {
    char c = text.charAt(at);
    if (open.isEmpty()) {
      return fail(at, text.length(), "text follows the object");
    }
    if (c == ',') {
      comma = at++;
      return open.charAt(open.length() - 1) == '{' ? State.NAME : State.ITEM;
    }
    if (c == '}' || c == ']') {
      return close();
    }
    return fail(lastEnd, lastEnd, "a comma is missing");
  }

  private State close() {
    char opened = open.charAt(open.length() - 1);
    char expected = opened == '{' ? '}' : ']';
    if (text.charAt(at) != expected) {
      return fail(
          at, at + 1, "`" + expected + "` is expected instead of `" + text.charAt(at) + "`");
    }
    if (comma >= 0) {
      lenient(Form.TRAILING_COMMA, TextRange.ofLength(comma, 1), "");
      comma = -1;
    }
    open.setLength(open.length() - 1);
    at++;
    return State.AFTER;
  }

  // --- texts and words ---------------------------------------------------------------------

  private boolean string() {
    int start = at;
    char quote = text.charAt(at);
    StringBuilder strict = new StringBuilder().append('"');
    boolean controls = false;
    boolean apostrophes = false;
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        int length = escape();
        if (length == 0) {
          fail(at, Math.min(at + 2, text.length()), "a backslash is written `\\\\`");
          return false;
        }
        boolean apostrophe = text.charAt(at + 1) == '\'';
        apostrophes |= apostrophe;
        strict.append(apostrophe ? "'" : text.substring(at, at + length));
        at += length - 1;
      } else {
        controls |= c < ' ';
        strict.append(c < ' ' || c == '"' ? JsonText.escape(String.valueOf(c)) : c);
      }
    }
    if (at >= text.length()) {
      fail(start, text.length(), "a quote is not closed");
      return false;
    }
    TextRange range = new TextRange(start, ++at);
    String written = strict.append('"').toString();
    if (quote == '\'' || controls || apostrophes) {
      Form form = controls ? Form.CONTROL_CHARACTER : Form.ESCAPE;
      lenient(quote == '\'' ? Form.SINGLE_QUOTES : form, range, written);
    }
    return true;
  }

  /** Length of the escape at the position; 0 where there is no such escape. */
  private int escape() {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (kind == 'u') {
      int digits = 0;
      while (digits < 4
          && at + 2 + digits < text.length()
          && "0123456789abcdefABCDEF".indexOf(text.charAt(at + 2 + digits)) >= 0) {
        digits++;
      }
      return digits == 4 ? 6 : 0;
    }
    return kind != 0 && "\"'\\/bfnrt".indexOf(kind) >= 0 ? 2 : 0;
  }

  private boolean word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    TextRange range = new TextRange(start, at);
    String word = range.of(text);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return true;
    }
    if (STRICT_NUMBER.matcher(word).matches()) {
      return true;
    }
    if (word.matches("NaN|-?Infinity|undefined")) {
      leniencies.add(new Leniency(Form.WORD, range, Optional.empty()));
      return true;
    }
    Optional<String> number = number(word);
    number.ifPresent(strict -> lenient(Form.NUMBER, range, strict));
    if (number.isEmpty()) {
      boolean sign = word.isEmpty();
      String reason =
          sign
              ? "a value is expected instead of `" + text.charAt(start) + "`"
              : "a text stands without quotes";
      fail(start, sign ? start + 1 : at, reason);
    }
    return number.isPresent();
  }

  /** A number that only Json.NET takes, as JSON writes it. */
  private static Optional<String> number(String word) {
    if (HEXADECIMAL.matcher(word).matches()) {
      return Optional.of(Long.toString(new BigInteger(word.substring(2), 16).longValue()));
    }
    if (word.startsWith("0") && word.length() > 1 && Character.isDigit(word.charAt(1))) {
      return OCTAL.matcher(word).matches()
          ? Optional.of(Long.toString(new BigInteger(word, 8).longValue()))
          : Optional.empty();
    }
    if (!NUMBER.matcher(word).matches()) {
      return Optional.empty();
    }
    String strict =
        word.replaceFirst("^(-?)0+(?=[0-9])", "$1")
            .replaceFirst("^(-?)\\.", "$10.")
            .replaceFirst("\\.(?![0-9])", "");
    return STRICT_NUMBER.matcher(strict).matches() ? Optional.of(strict) : Optional.empty();
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || "+-._$".indexOf(c) >= 0;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  // --- blanks and comments -----------------------------------------------------------------

  private void skip(boolean comments) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        at++;
      } else if (isOtherBlank(c)) {
        lenient(Form.BLANK, TextRange.ofLength(at++, 1), " ");
      } else if (c == '/' && comments) {
        if (!comment()) {
          return;
        }
      } else {
        return;
      }
    }
  }

  // .NET takes all of these for blanks, and Json.NET passes over a zero between tokens.
  private static boolean isOtherBlank(char c) {
    return c == 0
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || (c > ' ' && Character.isSpaceChar(c));
  }

  private boolean comment() {
    int start = at;
    if (text.startsWith("//", at)) {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
    } else {
      boolean opened = text.startsWith("/*", at);
      int close = opened ? text.indexOf("*/", at + 2) : -1;
      if (close < 0) {
        fail(start, start + 1, opened ? "a comment is not closed" : "`/` starts no comment");
        return false;
      }
      at = close + 2;
    }
    lenient(Form.COMMENT, new TextRange(start, at), "");
    return true;
  }
}
