package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextRange;
import java.util.HashSet;
import java.util.Set;
import org.tomlj.Toml;

/**
 * The second opinion on whether a file is TOML. Our own reader decides that a file is sound; where
 * it complains, tomlj must refuse the file as well before anybody is told so.
 *
 * <p>Defects of tomlj 2.2.0 against the public suite toml-test, both versions: none. Its cubic time
 * on runs of blank lines and comments is why it never gets to see them.
 */
public final class TomlVerdict {

  private TomlVerdict() {}

  /**
   * Whether a strict reader of this version refuses the file. A byte-order mark and the
   * placeholders that the tree allows are no reason to.
   */
  public static boolean isRefused(ConfigTree tree, TomlVersion version) {
    for (SyntaxProblem problem : tree.problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOO_DEEP) {
        return true; // tomlj recurses without a limit
      }
    }
    org.tomlj.TomlVersion known =
        switch (version) {
          case V1_0 -> org.tomlj.TomlVersion.V1_0_0;
          case V1_1 -> org.tomlj.TomlVersion.V1_1_0;
        };
    return Toml.parse(squeezed(tree), known).hasErrors();
  }

  /**
   * The text without its comments and blank lines, of which tomlj 2.0 to 2.2 takes cubic time to
   * read a run. Only those stay that make a file unsound.
   */
  static String squeezed(ConfigTree tree) {
    Set<TextRange> placeholders = new HashSet<>(0);
    collectPlaceholders(tree.root(), placeholders);
    Tokens tokens = tree.tokens();
    String text = tree.text();
    StringBuilder result = new StringBuilder(text.length());
    boolean atLineStart = true;
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.start(i);
      int end = tokens.end(i);
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.LINE_BREAK) {
        boolean plain = text.charAt(end - 1) == '\n';
        if (!atLineStart || !plain) {
          result.append(text, start, end);
        }
        atLineStart = true;
      } else if (kind == TokenKind.COMMENT && !holdsControl(text, start, end)) {
        // Left out, with nothing in its place.
      } else if (kind == TokenKind.LITERAL && placeholders.contains(new TextRange(start, end))) {
        result.append('0');
        atLineStart = false;
      } else if (kind == TokenKind.WHITESPACE) {
        result.append(atLineStart ? "" : " ");
      } else if (kind != TokenKind.BYTE_ORDER_MARK) {
        result.append(text, start, end);
        atLineStart = false;
      }
    }
    return result.toString();
  }

  private static boolean holdsControl(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (TomlText.isControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void collectPlaceholders(ConfigNode node, Set<TextRange> found) {
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER) {
      found.add(scalar.range());
    }
    for (Member member : node.members()) {
      collectPlaceholders(member.value(), found);
    }
    for (ConfigNode item : node.items()) {
      collectPlaceholders(item, found);
    }
  }
}
