package io.github.edgelint.lsp;

import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.ide.SemanticToken;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensServerFull;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Semantic tokens in the numbers of the protocol, and in types that the client knows. */
final class TokenAnswers {

  // Line, column, length, type and modifiers.
  private static final int NUMBERS_PER_TOKEN = 5;

  private final Conversion conversion;
  private final List<String> legend;
  private final Set<String> known;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<DocPath, SemanticTokens> sent = new ConcurrentHashMap<>();

  TokenAnswers(ClientAbilities client) {
    this.conversion = new Conversion(client.encoding());
    this.known = client.tokenTypes();
    this.legend = legend(known);
  }

  /** What is offered to a client; empty where it does not show tokens, or none that we have. */
  static Optional<SemanticTokensWithRegistrationOptions> offer(ClientAbilities client) {
    List<String> legend = legend(client.tokenTypes());
    if (legend.isEmpty()) {
      return Optional.empty();
    }
    SemanticTokensWithRegistrationOptions options =
        new SemanticTokensWithRegistrationOptions(new SemanticTokensLegend(legend, List.of()));
    if (client.tokensOfWhole()) {
      options.setFull(new SemanticTokensServerFull(client.tokenDeltas()));
    }
    options.setRange(client.tokensOfRange());
    return Optional.of(options);
  }

  private static List<String> legend(Set<String> known) {
    Set<String> types = new LinkedHashSet<>();
    for (Highlight.Role role : Highlight.Role.values()) {
      type(role, known).ifPresent(types::add);
    }
    return List.copyOf(types);
  }

  /** The first type for a role that the client knows. */
  private static Optional<String> type(Highlight.Role role, Set<String> known) {
    return types(role).stream().filter(known::contains).findFirst();
  }

  /** Types for a role, the best first. */
  private static List<String> types(Highlight.Role role) {
    return switch (role) {
      case KEYWORD -> List.of(SemanticTokenTypes.Keyword);
      case PATH -> List.of(SemanticTokenTypes.Namespace, SemanticTokenTypes.Type);
      case MODULE -> List.of(SemanticTokenTypes.Class, SemanticTokenTypes.Type);
      case ENDPOINT -> List.of(SemanticTokenTypes.Parameter, SemanticTokenTypes.Variable);
      case SINK, LITERAL -> List.of(SemanticTokenTypes.EnumMember, SemanticTokenTypes.Keyword);
      case FUNCTION -> List.of(SemanticTokenTypes.Function);
      case PROPERTY -> List.of(SemanticTokenTypes.Property, SemanticTokenTypes.Variable);
      case SYSTEM_PROPERTY -> List.of(SemanticTokenTypes.Variable);
      case OPERATOR -> List.of(SemanticTokenTypes.Operator, SemanticTokenTypes.Keyword);
      case TEXT -> List.of(SemanticTokenTypes.String);
      case NUMBER -> List.of(SemanticTokenTypes.Number);
      case COMMENT, IGNORED -> List.of(SemanticTokenTypes.Comment);
    };
  }

  // --- answers -----------------------------------------------------------------------------

  SemanticTokens whole(Document document) {
    SemanticTokens tokens =
        new SemanticTokens(
            Long.toString(lastId.incrementAndGet()),
            encoded(document, new TextRange(0, document.source().length())));
    sent.put(document.path(), tokens);
    return tokens;
  }

  SemanticTokens part(Document document, Range range) {
    TextRange part = conversion.range(document.source(), range);
    return new SemanticTokens(encoded(document, part));
  }

  /** What changed since an answer; all where that answer is no longer known. */
  Either<SemanticTokens, SemanticTokensDelta> delta(Document document, String since) {
    SemanticTokens before = sent.get(document.path());
    SemanticTokens now = whole(document);
    return before == null || !before.getResultId().equals(since)
        ? Either.forLeft(now)
        : Either.forRight(
            new SemanticTokensDelta(edits(before.getData(), now.getData()), now.getResultId()));
  }

  /** A document is closed: nobody will ask what changed since. */
  void forget(DocPath path) {
    sent.remove(path);
  }

  /** One edit of what lies between the equal beginning and the equal end. */
  private static List<SemanticTokensEdit> edits(List<Integer> before, List<Integer> now) {
    int shorter = Math.min(before.size(), now.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    return start == before.size() && start == now.size()
        ? List.of()
        : List.of(
            new SemanticTokensEdit(
                start, before.size() - end - start, now.subList(start, now.size() - end)));
  }

  /** Five numbers for each token, its place relative to the one before. */
  private List<Integer> encoded(Document document, TextRange part) {
    SourceText source = document.source();
    List<SemanticToken> tokens = io.github.edgelint.ide.SemanticTokens.of(document, part);
    List<Integer> numbers = new ArrayList<>(tokens.size() * NUMBERS_PER_TOKEN);
    Position last = new Position(0, 0);
    for (SemanticToken token : tokens) {
      int type = type(token.role(), known).map(legend::indexOf).orElse(-1);
      if (type < 0) {
        continue;
      }
      Position start = conversion.position(source, token.range().start());
      Position end = conversion.position(source, token.range().end());
      int lines = start.getLine() - last.getLine();
      numbers.add(lines);
      numbers.add(start.getCharacter() - (lines == 0 ? last.getCharacter() : 0));
      numbers.add(end.getCharacter() - start.getCharacter());
      numbers.add(type);
      numbers.add(0);
      last = start;
    }
    return numbers;
  }
}
