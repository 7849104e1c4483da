package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.Highlight.Role;
import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the pieces of a route their roles. */
final class Highlighter {

  private final Route route;
  private final int end;
  private final List<Highlight> highlights = new ArrayList<>();

  private Highlighter(Route route, int end) {
    this.route = route;
    this.end = end;
  }

  /**
   * The highlights in order of place; none overlaps another.
   *
   * @param end where edgeHub stops reading
   */
  static List<Highlight> of(Route route, int end) {
    Highlighter highlighter = new Highlighter(route, end);
    List<RouteToken> tokens = route.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      highlighter.highlight(tokens.get(i), next(tokens, i));
    }
    return List.copyOf(highlighter.highlights);
  }

  /** The kind of the next token that is no blank and no comment. */
  private static Optional<Kind> next(List<RouteToken> tokens, int index) {
    for (int i = index + 1; i < tokens.size(); i++) {
      if (!tokens.get(i).kind().isTrivia()) {
        return Optional.of(tokens.get(i).kind());
      }
    }
    return Optional.empty();
  }

  private void highlight(RouteToken token, Optional<Kind> next) {
    if (token.kind() == Kind.BLANK) {
      return;
    }
    if (token.kind() == Kind.COMMENT) {
      add(Role.COMMENT, token.range());
    } else if (route.sink().isPresent() && token.start() >= end) {
      add(Role.IGNORED, token.range());
    } else if (isIn(route.source().map(RouteSource::range), token)) {
      source(token);
    } else if (isIn(route.sink().map(RouteSink::range), token)) {
      sink(token);
    } else {
      condition(token, next);
    }
  }

  private void add(Role role, TextRange range) {
    if (!range.isEmpty()) {
      highlights.add(new Highlight(role, range));
    }
  }

  private static boolean isIn(Optional<TextRange> range, RouteToken token) {
    return range.isPresent() && range.get().contains(token.range());
  }

  private void source(RouteToken token) {
    RouteSource source = route.source().orElseThrow();
    if (isIn(source.module().map(RouteName::range), token)) {
      add(Role.MODULE, token.range());
    } else if (isIn(source.output().map(RouteName::range), token)) {
      add(Role.ENDPOINT, token.range());
    } else if (token.kind().isWord()) {
      add(Role.PATH, token.range());
    }
  }

  private void sink(RouteToken token) {
    if (!(route.sink().orElseThrow() instanceof RouteSink.Endpoint endpoint)) {
      add(Role.SINK, token.range());
    } else if (token.kind() == Kind.NAME) {
      add(Role.FUNCTION, token.range());
    } else if (token.kind() == Kind.STRING) {
      address(token.range(), endpoint);
    }
  }

  /** The address of an endpoint with the names in it. */
  private void address(TextRange string, RouteSink.Endpoint endpoint) {
    if (endpoint.module().isEmpty() || endpoint.input().isEmpty()) {
      add(Role.TEXT, string);
      return;
    }
    TextRange module = endpoint.module().get().range();
    TextRange input = endpoint.input().get().range();
    add(Role.TEXT, new TextRange(string.start(), module.start()));
    add(Role.MODULE, module);
    add(Role.TEXT, new TextRange(/* start= */ module.end(), /* end= */ input.start()));
    add(Role.ENDPOINT, input);
    add(Role.TEXT, new TextRange(input.end(), string.end()));
  }

  private void condition(RouteToken token, Optional<Kind> next) {
    Kind kind = token.kind();
    if (kind.isNumber()) {
      add(Role.NUMBER, token.range());
      return;
    }
    switch (kind) {
      case SELECT, FROM, WHERE, INTO -> add(Role.KEYWORD, token.range());
      case STRING, UNTERMINATED_STRING -> add(Role.TEXT, token.range());
      case TRUE, FALSE, NULL, UNDEFINED -> add(Role.LITERAL, token.range());
      case SYSTEM_WORD -> add(Role.SYSTEM_PROPERTY, token.range());
      case NAME ->
          add(
              next.filter(follower -> follower == Kind.OPEN_PARENTHESIS).isPresent()
                  ? Role.FUNCTION
                  : Role.PROPERTY,
              token.range());
      default -> {
        if (kind == Kind.NOT || Operator.between(kind).isPresent()) {
          add(Role.OPERATOR, token.range());
        }
      }
    }
  }
}
