package io.github.edgelint.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text with places to fill in. Written in the snippet syntax of LSP ({@code $1}, {@code
 * ${1:text}}, {@code ${1|one,two|}}); places do not nest, and there are no variables.
 */
public final class SnippetText {

  /** The empty text. */
  public static final SnippetText EMPTY = new SnippetText(List.of());

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  /** A place to fill in; the first choice is what stands there at first. */
  private record Stop(int number, List<String> choices) implements Part {}

  private final List<Part> parts;

  private SnippetText(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A text without places. */
  public static SnippetText literal(String text) {
    return text.isEmpty() ? EMPTY : new SnippetText(List.of(new Literal(text)));
  }

  /**
   * A place to fill in.
   *
   * @param choices what may stand there, that which stands there at first before the others; may be
   *     empty
   */
  public static SnippetText stop(int number, List<String> choices) {
    return new SnippetText(List.of(new Stop(number, choices)));
  }

  /** Reads snippet syntax; what is none stands for itself. */
  public static SnippetText parse(String snippet) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < snippet.length()) {
      char c = snippet.charAt(at);
      if (c == '\\' && at + 1 < snippet.length() && "\\$}".indexOf(snippet.charAt(at + 1)) >= 0) {
        literal.append(snippet.charAt(at + 1));
        at += 2;
        continue;
      }
      int end = c == '$' ? endOfStop(snippet, at) : -1;
      if (end < 0) {
        literal.append(c);
        at++;
        continue;
      }
      if (literal.length() > 0) {
        parts.add(new Literal(literal.toString()));
        literal.setLength(0);
      }
      parts.add(stop(snippet, at, end));
      at = end;
    }
    if (literal.length() > 0) {
      parts.add(new Literal(literal.toString()));
    }
    return new SnippetText(parts);
  }

  /** The end of the place that starts at a dollar sign; negative where none does. */
  private static int endOfStop(String snippet, int dollar) {
    boolean braces = snippet.startsWith("{", dollar + 1);
    int start = dollar + (braces ? 2 : 1);
    int at = endOfNumber(snippet, start);
    if (at == start || !braces) {
      return at == start ? -1 : at;
    }
    while (at < snippet.length() && snippet.charAt(at) != '}') {
      at += snippet.charAt(at) == '\\' ? 2 : 1;
    }
    return at < snippet.length() ? at + 1 : -1;
  }

  private static int endOfNumber(String snippet, int start) {
    int at = start;
    while (at < snippet.length() && at < start + 4 && isDigit(snippet.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Stop stop(String snippet, int dollar, int end) {
    boolean braces = snippet.startsWith("{", dollar + 1);
    int start = dollar + (braces ? 2 : 1);
    int behind = endOfNumber(snippet, start);
    int number = Integer.parseInt(snippet.substring(start, behind));
    if (!braces || behind == end - 1) {
      return new Stop(number, List.of());
    }
    boolean choice = snippet.charAt(behind) == '|' && snippet.charAt(end - 2) == '|';
    return new Stop(
        number,
        choice
            ? split(snippet.substring(behind + 1, end - 2))
            : List.of(unescape(snippet.substring(behind + 1, end - 1))));
  }

  private static List<String> split(String choices) {
    List<String> all = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < choices.length(); at++) {
      if (choices.charAt(at) == '\\') {
        at++;
      } else if (choices.charAt(at) == ',') {
        all.add(unescape(choices.substring(start, at)));
        start = at + 1;
      }
    }
    all.add(unescape(choices.substring(start)));
    return all;
  }

  private static String unescape(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      boolean escape =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && "\\$},|".indexOf(text.charAt(at + 1)) >= 0;
      result.append(text.charAt(escape ? ++at : at));
    }
    return result.toString();
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** This and then another. */
  public SnippetText plus(SnippetText next) {
    if (next.parts.isEmpty()) {
      return this;
    }
    List<Part> all = new ArrayList<>(parts);
    all.addAll(next.parts);
    return new SnippetText(all);
  }

  public SnippetText plus(String next) {
    return plus(literal(next));
  }

  /** This with all its texts rewritten, as a notation asks. */
  public SnippetText map(Function<String, String> rewrite) {
    return mapWhere(text -> Optional.of(rewrite.apply(text))).orElseThrow();
  }

  /** This with all its texts rewritten; empty where one of them cannot be. */
  public Optional<SnippetText> mapWhere(Function<String, Optional<String>> rewrite) {
    List<Part> rewritten = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        Optional<String> text = rewrite.apply(literal.text);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        rewritten.add(new Literal(text.get()));
      } else if (part instanceof Stop stop) {
        List<String> choices = new ArrayList<>();
        for (String choice : stop.choices) {
          rewrite.apply(choice).ifPresent(choices::add);
        }
        if (choices.size() < stop.choices.size()) {
          return Optional.empty();
        }
        rewritten.add(new Stop(stop.number, choices));
      }
    }
    return Optional.of(new SnippetText(rewritten));
  }

  /** The text for editors without snippets: each place holds what stands there at first. */
  public String plain() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text);
      } else if (part instanceof Stop stop && !stop.choices.isEmpty()) {
        text.append(stop.choices.get(0));
      }
    }
    return text.toString();
  }

  /** The text in snippet syntax; empty where it has no place to fill in. */
  public Optional<String> snippet() {
    StringBuilder text = new StringBuilder();
    boolean stops = false;
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        escape(literal.text, "\\$}", text);
      } else if (part instanceof Stop stop) {
        stops = true;
        append(stop, text);
      }
    }
    return stops ? Optional.of(text.toString()) : Optional.empty();
  }

  private static void append(Stop stop, StringBuilder text) {
    text.append("${").append(stop.number);
    if (stop.choices.size() == 1) {
      escape(stop.choices.get(0), "\\$}", text.append(':'));
    } else if (stop.choices.size() > 1) {
      for (int i = 0; i < stop.choices.size(); i++) {
        escape(stop.choices.get(i), "\\$},|", text.append(i == 0 ? '|' : ','));
      }
      text.append('|');
    }
    text.append('}');
  }

  private static void escape(String raw, String special, StringBuilder text) {
    for (int i = 0; i < raw.length(); i++) {
      if (special.indexOf(raw.charAt(i)) >= 0) {
        text.append('\\');
      }
      text.append(raw.charAt(i));
    }
  }

  @Override
  public String toString() {
    return snippet().orElseGet(this::plain);
  }
}
