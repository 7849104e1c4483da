package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The call of a function that a caret stands in.
 *
 * @param function the name as written
 * @param argument which argument the caret stands in, counted from 0
 */
public record CallSite(RouteName function, int argument) {

  /** The innermost call whose parentheses hold {@code offset}. */
  static Optional<CallSite> at(Route route, int offset) {
    Deque<Optional<CallSite>> open = new ArrayDeque<>();
    RouteToken previous = null;
    for (RouteToken token : route.tokens()) {
      if (token.end() > offset) {
        break;
      }
      if (token.kind().isTrivia()) {
        continue;
      }
      switch (token.kind()) {
        case OPEN_PARENTHESIS -> open.push(call(route, previous));
        case CLOSE_PARENTHESIS -> open.poll();
        case COMMA -> {
          if (!open.isEmpty()) {
            open.push(open.pop().map(CallSite::next));
          }
        }
        case WHERE, INTO -> open.clear();
        default -> {}
      }
      previous = token;
    }
    return open.stream().flatMap(Optional::stream).findFirst();
  }

  private static Optional<CallSite> call(Route route, RouteToken name) {
    if (name == null || name.kind() != Kind.NAME) {
      return Optional.empty();
    }
    return Optional.of(
        new CallSite(new RouteName(name.range().of(route.text()), name.range(), false), 0));
  }

  private CallSite next() {
    return new CallSite(function, argument + 1);
  }
}
