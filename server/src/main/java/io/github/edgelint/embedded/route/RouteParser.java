package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the clauses of a route. A mistake that is understood is reported and read as it was meant;
 * after one that is not, reading goes on at the next {@code WHERE} or {@code INTO}, and no more is
 * reported than what surely is a mistake of its own.
 */
final class RouteParser {

  private final RouteCursor in;
  private Optional<RouteSource> source = Optional.empty();
  private Optional<Condition> condition = Optional.empty();
  private Optional<RouteSink> sink = Optional.empty();
  private Optional<TextRange> into = Optional.empty();
  private boolean cutShort;
  private int end;

  RouteParser(RouteCursor in) {
    this.in = in;
  }

  Optional<RouteSource> source() {
    return source;
  }

  Optional<Condition> condition() {
    return condition;
  }

  Optional<RouteSink> sink() {
    return sink;
  }

  /** The keyword before the sink. */
  Optional<TextRange> into() {
    return into;
  }

  /** Where edgeHub stops reading; what follows has no effect. */
  int end() {
    return end;
  }

  void parse() {
    if (in.isAtEnd()) {
      in.report(RouteProblem.Kind.EMPTY, new TextRange(0, in.text().length()), "a route");
      return;
    }
    from();
    readSource();
    if (in.accept(Kind.WHERE)) {
      condition = Optional.of(new ConditionParser(in).parse());
    }
    if (in.at(Kind.INTO)) {
      into = Optional.of(in.next().range());
      sink = new SinkParser(in).parse();
    } else {
      in.unexpected(condition.isPresent() ? "`INTO`" : "`WHERE` or `INTO`");
    }
    end = in.previousEnd();
  }

  private void from() {
    if (in.accept(Kind.SELECT) && !in.accept(Kind.STAR)) {
      in.unexpected("`*`");
    }
    if (!in.accept(Kind.FROM)) {
      in.unexpected("`FROM`");
      in.skipTo(Kind.FROM);
      in.accept(Kind.FROM);
    }
  }

  private void readSource() {
    int start = in.start();
    List<RouteName> parts = new ArrayList<>();
    if (in.at(Kind.STAR) || (in.at(Kind.NAME) && isFirstPart(in.peek()))) {
      RouteToken first = in.next();
      in.report(
          RouteProblem.Kind.MISSING_SLASH,
          first.range(),
          "`/`",
          Mend.certain("Add the slash", TextEdit.insert(first.start(), "/")));
      parts.add(in.name(first));
    } else if (!in.at(Kind.SLASH)) {
      if (!swallowedByComment(in.commentAfterPrevious())) {
        in.unexpected("`/`");
      }
      in.skipToClause();
      return;
    }
    while (in.at(Kind.SLASH)) {
      part(in.next(), parts);
    }
    afterSource(parts);
    source = Optional.of(new RouteSource(new TextRange(start, in.previousEnd()), parts));
    if (!in.atClause()) {
      if (!cutShort) {
        in.unexpected("`WHERE` or `INTO`");
      }
      in.skipToClause();
    }
  }

  private boolean isFirstPart(RouteToken token) {
    return in.is(token, "messages") || in.is(token, "twinChangeNotifications");
  }

  private void part(RouteToken slash, List<RouteName> parts) {
    cutShort = false;
    if (in.at(Kind.STAR) || in.at(Kind.NAME)) {
      parts.add(in.name(in.next()));
      forbiddenCharacters(parts);
    } else if (isMisusedWord(slash)) {
      RouteToken word = in.next();
      in.report(RouteProblem.Kind.SOURCE_PART, word.range(), partInsteadOf(word.kind()));
      parts.add(in.name(word));
    } else {
      trailingSlash(slash);
    }
  }

  /** Whether a word directly behind a slash was meant to be a part, though it cannot be one. */
  private boolean isMisusedWord(RouteToken slash) {
    if (in.isAtEnd() || !in.peek().kind().isWord() || in.peek().start() != slash.end()) {
      return false;
    }
    return !in.atClause() || in.peek(1).filter(next -> next.kind() == Kind.SLASH).isPresent();
  }

  private static String partInsteadOf(Kind kind) {
    if (kind.isNumber()) {
      return "a name that is no number";
    }
    return switch (kind) {
      case SYSTEM_WORD -> "a name that does not begin with `$`";
      case BRACKET_WORD -> "a name without brackets";
      case PLUS, MINUS, PERCENT, CONCATENATE -> "a name";
      default -> "a name that is no reserved word";
    };
  }

  private void trailingSlash(RouteToken slash) {
    if (in.isAtEnd()) {
      in.fail(
          RouteProblem.Kind.TRAILING_SLASH,
          slash.range(),
          "a name or `*` after the slash",
          false,
          Optional.empty());
      return;
    }
    boolean last = !in.at(Kind.SLASH);
    in.report(
        RouteProblem.Kind.TRAILING_SLASH,
        slash.range(),
        "a name or `*` after the slash",
        last
            ? Mend.guess("Add `*`", TextEdit.insert(slash.end(), "*"))
            : Mend.guess("Remove the slash", TextEdit.delete(slash.range())));
  }

  /** Something glued to a part that no part may hold, such as the colon of {@code a:b}. */
  private void forbiddenCharacters(List<RouteName> parts) {
    if (!in.isGlued() || in.at(Kind.SLASH)) {
      return;
    }
    RouteToken fault = in.next();
    String character = in.text(fault).substring(0, 1);
    in.report(RouteProblem.Kind.SOURCE_PART, fault.range(), "a name without `" + character + "`");
    while (in.isGlued() && !in.at(Kind.SLASH)) {
      in.next();
    }
    cutShort = true;
    RouteName part = parts.remove(parts.size() - 1);
    parts.add(in.name(new TextRange(part.range().start(), in.previousEnd())));
  }

  /** Tells a source that runs into what follows it. */
  private void afterSource(List<RouteName> parts) {
    in.splitInto();
    if (in.atClause()) {
      return;
    }
    boolean swallowed =
        swallowedByComment(
            in.commentAfterPrevious().filter(comment -> comment.start() == in.previousEnd()));
    if (swallowed) {
      return;
    }
    if (!parts.isEmpty() && in.splitStar()) {
      RouteName part = parts.remove(parts.size() - 1);
      parts.add(in.name(TextRange.ofLength(part.range().start(), 1)));
    }
  }

  /** Tells of a star that has become the beginning of a comment. */
  private boolean swallowedByComment(Optional<RouteToken> comment) {
    comment.ifPresent(
        token ->
            in.fail(
                RouteProblem.Kind.COMMENT,
                TextRange.ofLength(token.start(), 2),
                "a source whose `/*` opens no comment",
                false,
                in.commentBehindRoute(token)));
    return comment.isPresent();
  }
}
