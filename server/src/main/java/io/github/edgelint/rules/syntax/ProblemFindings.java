package io.github.edgelint.rules.syntax;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.toml.TomlVerdict;
import io.github.edgelint.syntax.toml.TomlVersion;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** Turns what a parser says into findings. */
final class ProblemFindings {

  private ProblemFindings() {}

  /**
   * The syntax errors. Behind one that leaves in doubt what was meant, the rest of the line tells
   * nothing.
   */
  static List<SyntaxProblem> syntaxErrors(Document document) {
    List<SyntaxProblem> found = new ArrayList<>(0);
    int doubtful = -1;
    for (SyntaxProblem problem : of(document, SyntaxProblem.Kind.SYNTAX)) {
      int line = document.source().lines().lineOf(problem.range().start());
      if (line != doubtful) {
        found.add(problem);
        doubtful = problem.repairs().stream().anyMatch(Repair::safe) ? doubtful : line;
      }
    }
    return found;
  }

  static List<SyntaxProblem> of(Document document, SyntaxProblem.Kind kind) {
    List<SyntaxProblem> found = new ArrayList<>(0);
    for (SyntaxProblem problem : document.tree().problems()) {
      if (problem.kind() == kind) {
        found.add(problem);
      }
    }
    return found;
  }

  /**
   * The finding with the repairs of the problem as its fixes, and the earlier place it clashes
   * with.
   */
  static Finding of(RuleInfo rule, Document document, SyntaxProblem problem, Message message) {
    Finding finding = Finding.of(rule, document, problem.range(), message).about(problem.region());
    for (Repair repair : problem.repairs()) {
      finding =
          finding.withFix(
              repair.safe()
                  ? Fix.safe(repair.title(), document, repair::edits)
                  : Fix.unsafe(repair.title(), document, repair::edits));
    }
    return problem.related().isPresent()
        ? finding.relatedTo(document, problem.related().get(), "the earlier definition")
        : finding;
  }

  /**
   * Whether another reader refuses the file as well, so that a defect of ours is no false alarm. In
   * a template it would stumble over what is filled in later, and is not asked.
   */
  static boolean isRefusedAsToml(Document document) {
    return document.isTemplate() || TomlVerdict.isRefused(document.tree(), TomlVersion.V1_1);
  }

  /** Who reads a JSON file of this kind, as the subject of a sentence. */
  static String readerOf(Document document) {
    return switch (document.kind()) {
      case ENGINE_CONFIG -> "dockerd";
      case TEMPLATE -> "the manifest build";
      default -> "IoT Hub and the Azure CLI";
    };
  }

  /** {@code reads} or {@code read}. */
  static String verb(Document document, String plural) {
    return readerOf(document).contains(" and ") ? plural : plural + "s";
  }
}
