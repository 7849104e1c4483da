package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.IgnoredText.Kind;
import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what the text behind a sink was meant to do. */
final class IgnoredTextFinder {

  private final Route route;
  private final String text;
  private final List<RouteToken> tokens = new ArrayList<>();

  private IgnoredTextFinder(Route route, int end) {
    this.route = route;
    this.text = route.text();
    for (RouteToken token : route.tokens()) {
      if (token.start() >= end && !token.kind().isTrivia()) {
        tokens.add(token);
      }
    }
  }

  static Optional<IgnoredText> find(Route route, int end) {
    IgnoredTextFinder finder = new IgnoredTextFinder(route, end);
    return finder.tokens.isEmpty() ? Optional.empty() : Optional.of(finder.find(end));
  }

  private IgnoredText find(int end) {
    TextRange range = new TextRange(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    if (tokens.stream().allMatch(this::isSeparator)) {
      TextEdit deletion = TextEdit.delete(new TextRange(end, range.end()));
      Mend mend = Mend.certain("Remove `" + range.of(text) + "`", deletion);
      return new IgnoredText(Kind.SEPARATOR, range, Optional.of(mend), List.of());
    }
    if (tokens.get(0).kind() == RouteToken.Kind.WHERE) {
      return new IgnoredText(Kind.FILTER, range, moveFilter(end, range), List.of());
    }
    List<TextRange> sinks = sinks();
    return new IgnoredText(
        sinks.isEmpty() ? Kind.OTHER : Kind.SINKS, range, Optional.empty(), sinks);
  }

  private boolean isSeparator(RouteToken token) {
    return token.kind() == RouteToken.Kind.COMMA
        || (token.kind() == RouteToken.Kind.SYMBOL && text.charAt(token.start()) == ';');
  }

  /** Puts the filter before {@code INTO}, where it is one, and stands alone. */
  private Optional<Mend> moveFilter(int end, TextRange range) {
    if (route.condition().isPresent() || route.into().isEmpty()) {
      return Optional.empty();
    }
    int last = tokens.size() - 1;
    while (last > 0 && isSeparator(tokens.get(last))) {
      last--;
    }
    String filter = text.substring(range.start(), tokens.get(last).end());
    Mend mend =
        Mend.certain(
            "Move `WHERE` before `INTO`",
            TextEdit.insert(route.into().get().start(), filter + " "),
            TextEdit.delete(new TextRange(end, range.end())));
    Route moved = Route.parse(TextEdit.apply(text, mend.edits()));
    boolean sound = moved.problems().isEmpty() && moved.ignoredText().isEmpty();
    return sound ? Optional.of(mend) : Optional.empty();
  }

  /** The endpoints that stand behind the first one; none where there is anything else. */
  private List<TextRange> sinks() {
    List<TextRange> sinks = new ArrayList<>();
    RouteCursor in = new RouteCursor(text, tokens, List.of());
    while (!in.isAtEnd()) {
      if (isSeparator(in.peek()) || in.at(RouteToken.Kind.INTO) || in.at(RouteToken.Kind.AND)) {
        in.next();
        continue;
      }
      int start = in.start();
      Optional<RouteSink> sink = new SinkParser(in).parse();
      if (sink.isEmpty() || !in.problems().isEmpty() || sink.get().fault().isPresent()) {
        return List.of();
      }
      sinks.add(new TextRange(start, in.previousEnd()));
    }
    return sinks;
  }
}
