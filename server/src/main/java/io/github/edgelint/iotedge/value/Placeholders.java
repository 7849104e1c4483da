package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that something else has to replace before IoT Edge reads it. The runtime itself
 * replaces nothing but {@code $upstream} (sources:
 * Azure/iotedge:edgelet/edgelet-settings/src/docker/mod.rs; the template tools
 * microsoft/vscode-azure-iot-edge and Azure/iotedgedev).
 *
 * <p>A value with a placeholder is unknown: nobody can say what is wrong with it.
 */
public final class Placeholders {

  /** The notations of the tools that fill templates. */
  public enum Kind {
    /** <code>${NAME}</code> */
    DOLLAR_BRACE,
    /** <code>{{name}}</code> */
    DOUBLE_BRACE,
    /** <code>{% if name %}</code>, which decides over text rather than to stand for it */
    DIRECTIVE,
    /** <code>#{NAME}#</code> */
    HASH_BRACE,
    /** {@code #NAME#} */
    HASH,
    /** {@code <some words>} */
    ANGLE,
    /** {@code @NAME@} */
    AT,
    /** {@code __NAME__}, also without the underscores at the end */
    UNDERSCORE,
    /** {@code %NAME%} */
    PERCENT,
    /** {@code $NAME}, or {@code $env:NAME} of PowerShell */
    DOLLAR,
    /** {@code $(NAME)} of Azure Pipelines */
    DOLLAR_PAREN
  }

  /**
   * Where the text stands; this decides what a dollar sign, a percent sign or a smaller-than sign
   * can mean.
   */
  public enum Place {
    /**
     * Any value: {@code $NAME} counts when it is the whole value, and where {@code file://$NAME}
     * and {@code unix://$NAME} would name a host.
     */
    VALUE,
    /** An image: no image contains a dollar sign, apart from {@code $upstream}. */
    IMAGE,
    /** A field of a registry credential: {@code $NAME} counts at the start. */
    CREDENTIAL,
    /** A route: dollar names are system properties, and {@code <} compares. */
    ROUTE,
    /** A template whose tools replace {@code $NAME} anywhere. */
    TEMPLATE,
    /** A systemd unit, where percent signs belong to systemd. */
    UNIT
  }

  /**
   * One placeholder.
   *
   * @param range the whole token
   * @param name what stands between the marks, without blanks around it
   */
  public record Placeholder(Kind kind, TextRange range, String name) {}

  /**
   * Dollar names that the runtime or the hub understands; the template tools leave them alone, too.
   */
  public static final Set<String> RUNTIME_NAMES = Set.of("upstream", "edgeAgent", "edgeHub");

  /** A longer token is no placeholder; this also keeps the search linear. */
  private static final int LONGEST = 200;

  // The log drivers of the container engine expand these themselves (docker/docs: "Customize log
  // driver output").
  private static final Set<String> LOG_TAG_NAMES =
      Set.of(".ID", ".FullID", ".Name", ".ImageID", ".ImageFullID", ".ImageName", ".DaemonName");

  private Placeholders() {}

  /** The placeholders of a value, first to last; none overlaps another. */
  public static List<Placeholder> find(String text) {
    return find(text, Place.VALUE);
  }

  /**
   * The placeholders of a text that stands at {@code place}, first to last; none overlaps another.
   */
  public static List<Placeholder> find(String text, Place place) {
    return mayHoldOne(text) ? new Search(text, place).run() : List.of();
  }

  /**
   * Whether it is worth asking {@link #find}, which asks itself: nearly all values hold none of the
   * marks, and these are read by the thousand. What a mark is followed by tells those of JSON and
   * of formats apart.
   */
  public static boolean mayHoldOne(String text) {
    int last = text.length() - 1;
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && isMark(c) && mayOpenOne(c, text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return c < '@'
        ? c == '$' || c == '#' || c == '%' || c == '<'
        : c == '_' || c == '{' || c == '@';
  }

  private static boolean mayOpenOne(char mark, char next) {
    return switch (mark) {
      case '$' -> next == '{' || next == '(' || isWord(next);
      case '{' -> next == '{' || next == '%';
      case '#' -> next == '{' || (next >= 'A' && next <= 'Z');
      case '_' -> next == '_';
      case '<', '@', '%' -> isWord(next);
      default -> false;
    };
  }

  /** Whether the value is there, not empty, and holds no placeholder. */
  public static boolean isConcrete(String text) {
    return isConcrete(text, Place.VALUE);
  }

  /** Whether the text at {@code place} is there, not empty, and holds no placeholder. */
  public static boolean isConcrete(String text, Place place) {
    return !text.isEmpty() && find(text, place).isEmpty();
  }

  /**
   * The variables that VS Code and iotedgedev replace from {@code .env} and the environment when
   * they build a manifest: {@code $NAME} and <code>${NAME}</code> anywhere in the text, word
   * characters only. Placeholders for modules (<code>
   * ${MODULES.name}</code>) are none.
   */
  public static List<Placeholder> templateVariables(String text) {
    List<Placeholder> variables = new ArrayList<>();
    for (Placeholder token : find(text, Place.TEMPLATE)) {
      boolean dollar = token.kind() == Kind.DOLLAR || token.kind() == Kind.DOLLAR_BRACE;
      if (dollar
          && token.name().chars().allMatch(Placeholders::isWord)
          && !RUNTIME_NAMES.contains(token.name())) {
        variables.add(token);
      }
    }
    return List.copyOf(variables);
  }

  private static boolean isWord(int c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** One pass per notation; what an earlier notation has taken is not looked at again. */
  private static final class Search {
    private static final Pattern DOUBLE_BRACE = Pattern.compile("\\{\\{([^{}]+)\\}\\}");
    private static final Pattern DIRECTIVE = Pattern.compile("\\{%([^{}]+)%\\}");
    private static final Pattern HASH =
        Pattern.compile("(?<![A-Za-z0-9_#])#([A-Z][A-Z0-9_]+)#(?![A-Za-z0-9_#])");
    private static final Pattern HASH_BRACE = Pattern.compile("#\\{([^{}]+)\\}#");
    private static final Pattern ANGLE = Pattern.compile("<([A-Za-z][^<>\"\\r\\n]*)>");
    private static final Pattern ANGLE_WORD = Pattern.compile("<([A-Za-z][\\w.-]*)>");
    private static final Pattern AT = Pattern.compile("@([A-Za-z_][A-Za-z0-9_]*)@");
    private static final Pattern UNDERSCORE =
        Pattern.compile("(?<![A-Za-z0-9_])__([A-Z][A-Z0-9_]*+)(?![a-z])");
    private static final Pattern PERCENT = Pattern.compile("%([A-Z_][A-Z0-9_]+)%");
    private static final Pattern POWERSHELL = Pattern.compile("^\\$env:(\\w+)$");
    private static final Pattern DOLLAR_PAREN = Pattern.compile("\\$\\(([A-Za-z_][\\w.-]*)\\)");
    private static final Pattern DOLLAR = Pattern.compile("\\$([A-Za-z_]\\w*)");

    private final String text;
    private final Place place;
    private final BitSet taken = new BitSet();
    private final List<Placeholder> found = new ArrayList<>();

    Search(String text, Place place) {
      this.text = text;
      this.place = place;
    }

    List<Placeholder> run() {
      dollarBraces();
      all("{{", DOUBLE_BRACE, Kind.DOUBLE_BRACE);
      found.removeIf(token -> LOG_TAG_NAMES.contains(token.name()));
      all("{%", DIRECTIVE, Kind.DIRECTIVE);
      all("#{", HASH_BRACE, Kind.HASH_BRACE);
      hashNames();
      all("<", place == Place.ROUTE ? ANGLE_WORD : ANGLE, Kind.ANGLE);
      all("__", UNDERSCORE, Kind.UNDERSCORE);
      if (place != Place.TEMPLATE) {
        all("$env:", POWERSHELL, Kind.DOLLAR);
      }
      dollarParens();
      if (text.indexOf('@') >= 0) {
        atNames();
      }
      if (place != Place.UNIT && text.indexOf('%') >= 0) {
        percentNames();
      }
      if (place != Place.ROUTE && text.indexOf('$') >= 0) {
        dollarNames();
      }
      found.sort(Comparator.comparing(Placeholder::range));
      return List.copyOf(found);
    }

    // Braces may be nested: ${PROXY:-${FALLBACK}} is one placeholder.
    private void dollarBraces() {
      int start = text.indexOf("${");
      while (start >= 0) {
        int end = closingBrace(start + 1);
        if (end > start + 2) {
          add(Kind.DOLLAR_BRACE, start, end + 1, text.substring(start + 2, end));
        }
        start = text.indexOf("${", Math.max(end, start + 2));
      }
    }

    // In commands a shell of the container runs what stands there.
    private void dollarParens() {
      if (!text.contains("$(")) {
        return;
      }
      Matcher matcher = DOLLAR_PAREN.matcher(text);
      while (matcher.find()) {
        boolean whole = matcher.start() == 0 && matcher.end() == text.length();
        if (whole || place == Place.IMAGE || place == Place.CREDENTIAL) {
          add(Kind.DOLLAR_PAREN, matcher.start(), matcher.end(), matcher.group(1));
        }
      }
    }

    // In a longer text it may be a heading or a part of a password.
    private void hashNames() {
      if (text.indexOf('#') < 0) {
        return;
      }
      Matcher matcher = HASH.matcher(text);
      while (matcher.find()) {
        boolean whole = matcher.start() == 0 && matcher.end() == text.length();
        if (whole || place == Place.IMAGE || place == Place.CREDENTIAL || place == Place.TEMPLATE) {
          add(Kind.HASH, matcher.start(), matcher.end(), matcher.group(1));
        }
      }
    }

    private int closingBrace(int open) {
      int depth = 0;
      int limit = Math.min(text.length(), open + LONGEST);
      for (int i = open; i < limit; i++) {
        char c = text.charAt(i);
        if (c == '{') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          return i;
        }
      }
      return -1;
    }

    // An @ between two words is more likely the at sign of an address or of a password:
    // http://u:p@SS@host.
    private void atNames() {
      Matcher matcher = AT.matcher(text);
      int from = 0;
      while (matcher.find(from)) {
        boolean wordBefore = matcher.start() > 0 && isWord(text.charAt(matcher.start() - 1));
        boolean wordAfter = matcher.end() < text.length() && isWord(text.charAt(matcher.end()));
        boolean upperCase = matcher.group(1).chars().noneMatch(Character::isLowerCase);
        if (upperCase ? !(wordBefore && wordAfter) : !wordBefore && !wordAfter) {
          add(Kind.AT, matcher.start(), matcher.end(), matcher.group(1));
          from = matcher.end();
        } else {
          from = matcher.end() - 1;
        }
      }
    }

    // %C3%BC is the letter ü in a URL.
    private void percentNames() {
      Matcher matcher = PERCENT.matcher(text);
      int from = 0;
      while (matcher.find(from)) {
        boolean escape =
            PercentCode.isHexPair(text, matcher.start() + 1)
                && PercentCode.isHexPair(text, matcher.end());
        if (!escape) {
          add(Kind.PERCENT, matcher.start(), matcher.end(), matcher.group(1));
        }
        from = escape ? matcher.end() - 1 : matcher.end();
      }
    }

    private void dollarNames() {
      Matcher matcher = DOLLAR.matcher(text);
      while (matcher.find()) {
        boolean whole = matcher.start() == 0 && matcher.end() == text.length();
        boolean counts =
            switch (place) {
              case IMAGE, TEMPLATE -> true;
              case CREDENTIAL -> matcher.start() == 0;
              case VALUE -> whole || isBehindSlashes(matcher.start());
              case UNIT, ROUTE -> whole;
            };
        if (counts && !RUNTIME_NAMES.contains(matcher.group(1)) && !isParent(matcher)) {
          add(Kind.DOLLAR, matcher.start(), matcher.end(), matcher.group(1));
        }
      }
    }

    private boolean isBehindSlashes(int start) {
      return start == "file://".length()
          && (text.startsWith("file://") || text.startsWith("unix://"));
    }

    // $Upstream in other letter case is a mistake of its own, not a placeholder.
    private boolean isParent(Matcher matcher) {
      return (place == Place.IMAGE || place == Place.CREDENTIAL)
          && matcher.start() == 0
          && matcher.group(1).equalsIgnoreCase("upstream");
    }

    // Asking for the mark first is much faster than a search that finds nothing.
    private void all(String mark, Pattern pattern, Kind kind) {
      if (!text.contains(mark)) {
        return;
      }
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        add(kind, matcher.start(), matcher.end(), matcher.group(1));
      }
    }

    private void add(Kind kind, int start, int end, String name) {
      int next = taken.nextSetBit(start);
      if (end - start > LONGEST || (next >= 0 && next < end)) {
        return;
      }
      taken.set(start, end);
      found.add(new Placeholder(kind, new TextRange(start, end), bare(kind, name)));
    }

    private static String bare(Kind kind, String name) {
      return kind == Kind.UNDERSCORE ? name.replaceFirst("_+$", "") : name.strip();
    }
  }
}
