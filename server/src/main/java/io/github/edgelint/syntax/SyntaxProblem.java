package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A place where a file leaves its notation.
 *
 * @param kind what is wrong
 * @param range the offending token, or the empty place right after the last good one where
 *     something is missing
 * @param detail what a message needs to name: the expected token, the name defined twice, the
 *     construct, the reason
 * @param region the part of the file whose tree is not to be trusted; other checks leave it alone
 * @param related an earlier place it clashes with
 * @param repairs ways to mend it, best first
 */
public record SyntaxProblem(
    Kind kind,
    TextRange range,
    String detail,
    TextRange region,
    Optional<TextRange> related,
    List<Repair> repairs) {

  /** Kinds of problems; the rules of group 0xx turn them into findings. */
  public enum Kind {
    /** Not JSON, TOML: a strict reader stops here. */
    SYNTAX,
    /** A comment in a JSON file. */
    JSON_COMMENT,
    /** A comma before a closing bracket in a JSON file. */
    JSON_TRAILING_COMMA,
    /** A second member of one name in a JSON object. */
    JSON_DUPLICATE_KEY,
    /** A TOML key or table that exists already, or an extended inline table. */
    TOML_DEFINED_TWICE,
    /** What TOML 1.1 has and 1.0 has not. */
    TOML_NEWER_SYNTAX,
    /** A line of a unit file that systemd does not read. */
    UNIT_LINE_IGNORED,
    /**
     * Nested deeper than {@link ConfigTree#MAX_DEPTH}; the rest of that value is not in the tree.
     */
    TOO_DEEP
  }

  public SyntaxProblem {
    repairs = List.copyOf(repairs);
  }

  public static SyntaxProblem of(Kind kind, TextRange range, String detail, Repair... repairs) {
    return new SyntaxProblem(kind, range, detail, range, Optional.empty(), List.of(repairs));
  }

  public SyntaxProblem withRegion(TextRange newRegion) {
    return new SyntaxProblem(kind, range, detail, newRegion, related, repairs);
  }

  public SyntaxProblem relatedTo(TextRange earlier) {
    return new SyntaxProblem(kind, range, detail, region, Optional.of(earlier), repairs);
  }

  /** This problem with repairs none of which is safe. */
  SyntaxProblem inDoubt() {
    List<Repair> doubtful =
        repairs.stream().map(repair -> new Repair(repair.title(), false, repair.edits())).toList();
    return new SyntaxProblem(kind, range, detail, region, related, doubtful);
  }
}
