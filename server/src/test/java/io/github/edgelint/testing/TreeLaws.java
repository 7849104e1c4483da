package io.github.edgelint.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextRange;

/** What holds for every tree of every notation. */
public final class TreeLaws {

  private TreeLaws() {}

  /** Tokens leave no gap, and every range lies in the text. */
  public static void check(ConfigTree tree) {
    String text = tree.text();
    Tokens tokens = tree.tokens();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      // Plain, since a test may look at millions of them.
      if (tokens.start(i) != end || tokens.end(i) <= end) {
        throw new AssertionError("token " + i + " is " + tokens.range(i) + " behind " + end);
      }
      end = tokens.end(i);
    }
    assertThat(end).isEqualTo(text.length());
    ranges(tree.root(), text.length());
    for (SyntaxProblem problem : tree.problems()) {
      within(problem.range(), text.length());
      within(problem.region(), text.length());
      problem.repairs().forEach(r -> r.edits().forEach(e -> within(e.range(), text.length())));
    }
    tree.comments().forEach(comment -> within(comment.range(), text.length()));
    tree.sections().forEach(section -> within(section.range(), text.length()));
  }

  private static void ranges(ConfigNode node, int length) {
    within(node.range(), length);
    node.asScalar()
        .ifPresent(
            scalar ->
                within(
                    scalar.offsets().toSource(new TextRange(0, scalar.text().length())), length));
    for (Member member : node.members()) {
      within(member.key().range(), length);
      within(member.range(), length);
      ranges(member.value(), length);
    }
    for (ConfigNode item : node.items()) {
      ranges(item, length);
    }
  }

  private static void within(TextRange range, int length) {
    if (range.end() > length) {
      throw new AssertionError(range + " leaves a text of " + length);
    }
  }
}
