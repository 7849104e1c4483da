package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** EDGE602: pieces of create options that the agent does not join. */
final class CreateOptionsChunks extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE602", "createoptions-chunks", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int MOST = 100;

  @Override
  void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    if (container.module().isEmpty()) {
      return;
    }
    Optional<CreateOptions.Misplaced> misplaced = options.misplaced();
    if (misplaced.isPresent()) {
      report(container, misplaced.get(), context);
    } else if (options.pieces().size() > MOST) {
      Member surplus = options.pieces().get(MOST);
      context.report(
          Finding.of(
                  INFO,
                  container.document(),
                  surplus.key().range(),
                  Message.of(
                      "The agent joins 100 pieces of createOptions and drops `{key}` and what"
                          + " follows; the result is no JSON, and it refuses the whole deployment"
                          + " (400).",
                      "key",
                      surplus.name()))
              .about(container.subject()));
    }
  }

  private static void report(
      Container container, CreateOptions.Misplaced misplaced, RuleContext context) {
    Member found = misplaced.found();
    boolean numbered = found.name().matches("(?i)createOptions\\d*");
    Message message =
        numbered
            ? Message.of(
                "`{found}` stands where `{expected}` is expected; the agent refuses the whole"
                    + " deployment (400).",
                "found",
                found.name(),
                "expected",
                misplaced.expected())
            : Message.of(
                "`{key}` is taken for a numbered part of createOptions; the agent refuses the"
                    + " whole deployment (400), so give it a name without that word.",
                "key",
                found.name());
    Finding finding =
        Finding.of(INFO, container.document(), found.key().range(), message)
            .about(container.subject());
    List<Member> pieces = container.options().pieces();
    boolean allNumbered =
        pieces.stream().allMatch(piece -> piece.name().matches("(?i)createOptions\\d*"));
    JsonEditor editor = new JsonEditor(container.document().tree());
    if (allNumbered) {
      finding =
          finding.withFix(
              Fix.safe("Renumber the parts", container.document(), () -> renumber(editor, pieces)));
    } else if (!numbered) {
      String name = "options" + found.name().replaceAll("(?i)createOptions", "").strip();
      finding =
          finding.withFix(
              Fix.unsafe(
                  "Rename to `" + name + "`",
                  container.document(),
                  () -> editor.rename(found.key(), name)));
    }
    context.report(finding);
  }

  /** In the order of their numbers, which is what was meant. */
  private static List<TextEdit> renumber(JsonEditor editor, List<Member> pieces) {
    List<Member> byNumber = new ArrayList<>(pieces);
    byNumber.sort(Comparator.comparingInt(CreateOptionsChunks::numberOf));
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < byNumber.size(); i++) {
      String wanted = CreateOptions.keyOf(i);
      if (!byNumber.get(i).name().equals(wanted)) {
        edits.addAll(editor.rename(byNumber.get(i).key(), wanted));
      }
    }
    return edits;
  }

  private static int numberOf(Member piece) {
    String digits = piece.name().substring("createOptions".length());
    return digits.isEmpty() || digits.length() > 6 ? -1 : Integer.parseInt(digits);
  }
}
