package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Members of one name in one object. Readers keep the last one without a word. */
final class JsonDuplicates {

  // Up to this size comparing all with all is faster than a table.
  private static final int FEW = 8;

  private JsonDuplicates() {}

  static void report(String text, List<Member> members, List<SyntaxProblem> problems) {
    if (members.size() <= FEW && allDiffer(members)) {
      return;
    }
    Map<String, Integer> earlier = new HashMap<>(members.size() * 2);
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.value().isPresent()) {
        continue; // half typed
      }
      Integer before = earlier.put(member.name(), i);
      if (before != null) {
        problems.add(problem(text, members, before, member));
      }
    }
  }

  private static boolean allDiffer(List<Member> members) {
    for (int i = 1; i < members.size(); i++) {
      String name = members.get(i).name();
      for (int j = 0; j < i; j++) {
        String other = members.get(j).name();
        if (other.length() == name.length() && other.equals(name)) {
          return false;
        }
      }
    }
    return true;
  }

  private static SyntaxProblem problem(
      String text, List<Member> members, int before, Member member) {
    Member first = members.get(before);
    boolean equal = first.value().range().of(text).equals(member.value().range().of(text));
    // There is always a next member: the later one at the latest.
    TextRange removed = removed(text, first, members.get(before + 1));
    return SyntaxProblem.of(
            Kind.JSON_DUPLICATE_KEY,
            member.key().range(),
            member.name(),
            new Repair("Remove the earlier definition", equal, List.of(TextEdit.delete(removed))))
        .relatedTo(first.key().range());
  }

  /** The member, its comma, and the blanks behind it; never a comment between two members. */
  private static TextRange removed(String text, Member member, Member next) {
    int end = member.range().end();
    int limit = next.key().range().start();
    int at = skipBlanks(text, end, limit);
    if (at < limit && text.charAt(at) == ',') {
      end = skipBlanks(text, at + 1, limit);
    } else if (at == limit) {
      end = limit;
    }
    return new TextRange(member.key().range().start(), end);
  }

  private static int skipBlanks(String text, int from, int limit) {
    int at = from;
    while (at < limit && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
