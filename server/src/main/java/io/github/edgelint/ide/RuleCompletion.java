package io.github.edgelint.ide;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Codes of rules where people write them: in suppression comments and in the settings. */
final class RuleCompletion implements CompletionProvider {

  private static final String MARK = "edgelint:";
  private static final Set<String> SELECTORS = Set.of("select", "ignore", "rules");

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    switch (cursor.slot()) {
      case COMMENT -> inComment(cursor, proposals);
      case KEY -> {
        if (isSettings(cursor) && cursor.path().equals(NodePath.of("rules"))) {
          keys(cursor, proposals);
        }
      }
      case VALUE -> {
        boolean selector =
            cursor.member().map(Member::name).filter(SELECTORS::contains).isPresent();
        if (isSettings(cursor) && selector && cursor.value().members().isEmpty()) {
          values(cursor, proposals);
        }
      }
      case HEADER, NOWHERE -> {}
    }
  }

  private static boolean isSettings(Cursor cursor) {
    return cursor.document().kind() == DocumentKind.SETTINGS;
  }

  private static void keys(Cursor cursor, Consumer<CompletionItem> proposals) {
    boolean bare = cursor.hasSeparator();
    for (RuleInfo rule : RuleCatalog.infos()) {
      if (cursor.container().get(rule.code()).isPresent()) {
        continue;
      }
      SnippetText text = SnippetText.literal(rule.code());
      if (!bare) {
        SnippetText choice =
            SnippetText.stop(1, List.of("off", "hint", "info", "warning", "error"));
        text = text.plus(" = \"").plus(choice).plus("\"");
      }
      proposals.accept(item(rule, cursor.token(), text, rule.code()));
    }
  }

  private static void values(Cursor cursor, Consumer<CompletionItem> proposals) {
    for (RuleInfo rule : RuleCatalog.infos()) {
      String quoted = '"' + rule.code() + '"';
      proposals.accept(
          item(rule, cursor.token(), SnippetText.literal(quoted), typed(cursor, rule)));
    }
  }

  private static String typed(Cursor cursor, RuleInfo rule) {
    return cursor.isQuoted()
        ? cursor.tree().text().charAt(cursor.token().start()) + rule.code()
        : rule.code();
  }

  private static CompletionItem item(
      RuleInfo rule, TextRange replaced, SnippetText text, String typed) {
    CompletionItem item =
        CompletionItem.of(rule.code(), Kind.CONSTANT, replaced, text.plain())
            .withDetail(rule.slug() + ", " + rule.severity().name().toLowerCase(Locale.ROOT))
            .foundBy(typed);
    return text.snippet().map(item::withSnippet).orElse(item);
  }

  private static void inComment(Cursor cursor, Consumer<CompletionItem> proposals) {
    String text = cursor.tree().text();
    for (Comment comment : cursor.tree().comments()) {
      if (!comment.range().touches(cursor.offset())) {
        continue;
      }
      String before = text.substring(comment.range().start(), cursor.offset());
      int mark = before.indexOf(MARK);
      if (mark >= 0 && before.lastIndexOf('[') > mark && before.indexOf(']', mark) < 0) {
        codes(cursor, proposals);
      } else {
        suppression(cursor, before, proposals);
      }
      return;
    }
  }

  private static void codes(Cursor cursor, Consumer<CompletionItem> proposals) {
    TextRange replaced = RuleNames.nameAt(cursor);
    for (RuleInfo rule : RuleCatalog.infos()) {
      if (rule.kinds().contains(cursor.document().kind())) {
        proposals.accept(item(rule, replaced, SnippetText.literal(rule.code()), rule.code()));
      }
    }
  }

  /** The comment itself, where nothing else stands in it. */
  private static void suppression(
      Cursor cursor, String before, Consumer<CompletionItem> proposals) {
    int start = 0;
    while (start < before.length() && "#/*; \t".indexOf(before.charAt(start)) >= 0) {
      start++;
    }
    String typed = before.substring(start);
    boolean alone = start > 0 && (MARK + " ignore").startsWith(typed);
    if (!alone) {
      return;
    }
    TextRange replaced = new TextRange(cursor.offset() - typed.length(), cursor.offset());
    String blank = typed.isEmpty() && "#/*;".indexOf(before.charAt(start - 1)) >= 0 ? " " : "";
    for (String word : List.of("ignore", "ignore-file")) {
      SnippetText text =
          SnippetText.literal(blank + MARK + " " + word + "[")
              .plus(SnippetText.stop(1, List.of("EDGE000")))
              .plus("] ")
              .plus(SnippetText.stop(2, List.of("reason")));
      CompletionItem item =
          CompletionItem.of(MARK + " " + word + "[…]", Kind.SNIPPET, replaced, text.plain())
              .withDetail(word.equals("ignore") ? "here" : "in the whole file")
              .foundBy(MARK + " " + word);
      proposals.accept(text.snippet().map(item::withSnippet).orElse(item));
    }
  }
}
