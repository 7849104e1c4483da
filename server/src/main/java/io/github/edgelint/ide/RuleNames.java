package io.github.edgelint.ide;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codes and slugs of rules where people write them: in suppressions and in the settings. */
final class RuleNames {

  private RuleNames() {}

  /** The page of the rule whose name is at the cursor. */
  static Optional<HoverText> hover(Cursor cursor) {
    boolean place =
        cursor.slot() == Cursor.Slot.COMMENT || cursor.document().kind() == DocumentKind.SETTINGS;
    if (!place) {
      return Optional.empty();
    }
    TextRange range = nameAt(cursor);
    return range.isEmpty()
        ? Optional.empty()
        : RuleCatalog.find(range.of(cursor.tree().text()))
            .map(rule -> new HoverText(range, summary(rule)));
  }

  /** The name around the cursor; empty at the cursor where none is. */
  static TextRange nameAt(Cursor cursor) {
    String text = cursor.tree().text();
    int start = cursor.offset();
    while (start > 0 && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    int end = cursor.offset();
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return new TextRange(start, end);
  }

  /** The words of a part of a text that may name rules, in order. */
  static List<TextRange> in(String text, TextRange part) {
    List<TextRange> words = new ArrayList<>();
    int start = part.start();
    for (int i = part.start(); i <= part.end(); i++) {
      if (i == part.end() || !isNamePart(text.charAt(i))) {
        if (i > start) {
          words.add(new TextRange(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isNamePart(char c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** What a rule is about: its title, summary and what goes wrong. */
  private static String summary(RuleInfo rule) {
    Optional<RulePage> page = RulePage.of(rule);
    String title = page.map(RulePage::title).orElse(rule.code() + " " + rule.slug());
    StringBuilder markdown = new StringBuilder("**").append(title).append("**");
    page.map(RulePage::summary)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> markdown.append("\n\n").append(text));
    page.flatMap(p -> p.section("What goes wrong"))
        .ifPresent(text -> markdown.append("\n\n").append(text));
    return markdown.toString();
  }
}
