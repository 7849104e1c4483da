package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/** Reads what follows {@code INTO}. */
final class SinkParser {

  private static final String ANY_SINK =
      "`$upstream` or `BrokeredEndpoint(\"/modules/<module>/inputs/<input>\")`";

  private final RouteCursor in;

  SinkParser(RouteCursor in) {
    this.in = in;
  }

  Optional<RouteSink> parse() {
    if (in.at(Kind.SYSTEM_WORD)) {
      return Optional.of(new RouteSink.System(in.name(in.next())));
    }
    if (in.at(Kind.NAME)) {
      return in.is(in.peek(), "upstream") && !isCall() ? bareUpstream() : call();
    }
    if (in.at(Kind.STRING) && content(in.peek()).strip().equalsIgnoreCase("$upstream")) {
      return quotedUpstream();
    }
    in.unexpected(ANY_SINK);
    return Optional.empty();
  }

  private boolean isCall() {
    return in.peek(1).filter(token -> token.kind() == Kind.OPEN_PARENTHESIS).isPresent();
  }

  private Optional<RouteSink> bareUpstream() {
    RouteToken word = in.next();
    in.report(
        RouteProblem.Kind.BARE_SINK,
        word.range(),
        "`$upstream`",
        Mend.certain("Add `$`", TextEdit.insert(word.start(), "$")));
    return upstream(word.range());
  }

  private Optional<RouteSink> quotedUpstream() {
    RouteToken string = in.next();
    in.report(
        RouteProblem.Kind.QUOTED_SINK,
        string.range(),
        "`$upstream` without quotes",
        Mend.certain("Unquote the sink", new TextEdit(string.range(), content(string).strip())));
    return upstream(string.range());
  }

  private static Optional<RouteSink> upstream(TextRange range) {
    return Optional.of(
        new RouteSink.System(new RouteName(RouteSink.System.UPSTREAM, range, false)));
  }

  private Optional<RouteSink> call() {
    RouteToken function = in.next();
    if (!in.accept(Kind.OPEN_PARENTHESIS)) {
      if (in.is(function, RouteSink.Endpoint.FUNCTION)) {
        in.unexpected("`(`");
      } else {
        in.back();
        in.unexpected(ANY_SINK);
        in.next();
      }
      return Optional.empty();
    }
    TextRange address = address();
    if (address == null) {
      return Optional.of(endpoint(function, TextRange.at(in.previousEnd())));
    }
    if (!in.accept(Kind.CLOSE_PARENTHESIS)) {
      missingParenthesis();
    }
    return Optional.of(endpoint(function, address));
  }

  private RouteSink endpoint(RouteToken function, TextRange address) {
    return RouteSink.Endpoint.of(
        new TextRange(function.start(), in.previousEnd()), in.name(function), in.name(address));
  }

  /** What stands between the quotes; null where there is nothing that could be an address. */
  private TextRange address() {
    if (in.at(Kind.STRING)) {
      return inner(in.next());
    }
    if (in.at(Kind.SLASH)) {
      return unquotedAddress();
    }
    if (in.at(Kind.UNTERMINATED_STRING)) {
      RouteToken open = in.next();
      in.fail(
          RouteProblem.Kind.UNTERMINATED_TEXT,
          open.range(),
          "a closing quote",
          false,
          Optional.empty());
      return new TextRange(open.start() + 1, open.end());
    }
    in.unexpected("`\"/modules/<module>/inputs/<input>\"`");
    return null;
  }

  private TextRange unquotedAddress() {
    int start = in.start();
    while (!in.isAtEnd() && (in.at(Kind.SLASH) || in.peek().kind().isWord())) {
      in.next();
    }
    TextRange address = new TextRange(start, in.previousEnd());
    if (in.isGlued() && in.at(Kind.UNTERMINATED_STRING)) {
      String quote = in.text(in.next()).substring(0, 1);
      in.fail(
          RouteProblem.Kind.UNQUOTED_ADDRESS,
          address,
          "a quote before the address",
          false,
          Optional.of(Mend.guess("Add the quote", TextEdit.insert(start, quote))));
      return address;
    }
    in.report(
        RouteProblem.Kind.UNQUOTED_ADDRESS,
        address,
        "the address in quotes",
        Mend.certain(
            "Put the address in quotes",
            TextEdit.insert(address.start(), "\""),
            TextEdit.insert(address.end(), "\"")));
    return address;
  }

  private void missingParenthesis() {
    TextRange range = TextRange.at(in.previousEnd());
    if (in.isAtEnd()) {
      in.fail(
          RouteProblem.Kind.MISSING_PARENTHESIS,
          range,
          "`)`",
          false,
          Optional.of(Mend.certain("Add `)`", TextEdit.insert(range.end(), ")"))));
    } else {
      in.unexpected("`)`");
    }
  }

  private String content(RouteToken string) {
    String quoted = in.text(string);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static TextRange inner(RouteToken string) {
    return new TextRange(string.start() + 1, string.end() - 1);
  }
}
