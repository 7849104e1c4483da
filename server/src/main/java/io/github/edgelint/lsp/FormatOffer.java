package io.github.edgelint.lsp;

import io.github.edgelint.ide.Formatting;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentFilter;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentRegistrationOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Formats where a setting asks for it, and offers nothing else: most editors format JSON on their
 * own, and two formatters for one file are in each other's way.
 */
final class FormatOffer {

  /** Wider ones are no wish; the widest that can be said would not fit into memory. */
  private static final int WIDEST_TAB = 64;

  private static final List<String> METHODS =
      List.of("textDocument/formatting", "textDocument/rangeFormatting");

  private final EdgelintClient client;
  private final Conversion conversion;
  private final Edits edits;
  private final ServerLog log;
  private final boolean dynamic;
  private boolean registered;
  private volatile boolean wanted;

  /**
   * @param fromStart whether formatting is offered in the answer to {@code initialize}, so that it
   *     can neither be offered again nor taken back
   */
  FormatOffer(EdgelintClient client, ClientAbilities abilities, boolean fromStart, ServerLog log) {
    this.client = client;
    this.conversion = new Conversion(abilities.encoding());
    this.edits = new Edits(abilities);
    this.log = log;
    this.dynamic = abilities.dynamicFormatting() && !fromStart;
    this.wanted = fromStart;
  }

  /** The setting as it is now. */
  synchronized void set(boolean formats) {
    wanted = formats;
    if (!dynamic || formats == registered) {
      return;
    }
    registered = formats;
    (formats ? client.registerCapability(registration()) : client.unregisterCapability(removal()))
        .exceptionally(
            failure -> {
              log.trace("the client does not take a formatter");
              return null;
            });
  }

  private static RegistrationParams registration() {
    TextDocumentRegistrationOptions jsonFiles =
        new TextDocumentRegistrationOptions(
            List.of(new DocumentFilter(null, null, Either.forLeft("**/*.json"))));
    List<Registration> registrations = new ArrayList<>();
    for (String method : METHODS) {
      registrations.add(new Registration("edgelint-" + method, method, jsonFiles));
    }
    return new RegistrationParams(registrations);
  }

  private static UnregistrationParams removal() {
    List<Unregistration> removals = new ArrayList<>();
    for (String method : METHODS) {
      removals.add(new Unregistration("edgelint-" + method, method));
    }
    return new UnregistrationParams(removals);
  }

  /** The edits that lay out a document, or a part of it. */
  List<TextEdit> edits(Document document, FormattingOptions options, Optional<Range> range) {
    if (!wanted) {
      return List.of();
    }
    Params.need(options, "options");
    Formatting.Options layout =
        new Formatting.Options(
            options.isInsertSpaces()
                ? " ".repeat(Math.max(0, Math.min(options.getTabSize(), WIDEST_TAB)))
                : "\t",
            options.isInsertFinalNewline());
    TextRange part =
        range
            .map(lines -> conversion.range(document.source(), lines))
            .orElse(new TextRange(0, document.source().length()));
    return edits.of(document.source(), Formatting.of(document, layout, part));
  }
}
