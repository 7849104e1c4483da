package io.github.edgelint.analysis;

import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Placeholder;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One call of rules: what they may ask, and what becomes of what they say. */
final class Run implements RuleContext {

  private final Supplier<Snapshot> snapshot;
  private final Device device;
  private final RuleSelection selection;
  private final List<Finding> found = new ArrayList<>(4);
  private final List<Shared> shared = new ArrayList<>(2);
  private boolean lookedAround;

  /** What one rule has read and others may ask for. */
  private record Shared(Class<?> what, Document document, List<?> read) {}

  Run(Supplier<Snapshot> snapshot, Device device, RuleSelection selection) {
    this.snapshot = snapshot;
    this.device = device;
    this.selection = selection;
  }

  List<Finding> found() {
    return found;
  }

  /** Calls a rule; one that fails leaves a finding about itself and nothing else. */
  void check(DocumentRule rule, Document document) {
    int before = found.size();
    try {
      rule.check(document, this);
    } catch (RuntimeException | StackOverflowError failure) {
      failed(rule, document, failure, before);
    }
  }

  /**
   * What a call of a rule finds, if that is true of every copy of a document: if the rule looks at
   * nothing else and speaks of nothing else.
   */
  Optional<List<Finding>> saidOf(Document document, Runnable call) {
    int before = found.size();
    lookedAround = false;
    call.run();
    List<Finding> said = List.copyOf(found.subList(before, found.size()));
    for (Finding finding : said) {
      lookedAround |= finding.document() != document || !finding.isWithinDocument();
    }
    return lookedAround ? Optional.empty() : Optional.of(said);
  }

  /** Says of a document what was said of a copy. */
  void repeat(Finding said, Document document) {
    found.add(said.in(document));
  }

  /** As for a document. */
  void check(DeviceRule rule) {
    int before = found.size();
    try {
      rule.check(device, this);
    } catch (RuntimeException | StackOverflowError failure) {
      failed(rule, device.documents().get(0), failure, before);
    }
  }

  private void failed(Rule rule, Document document, Throwable failure, int before) {
    found.subList(before, found.size()).clear();
    found.add(
        Finding.of(
            OwnFindings.INTERNAL_ERROR,
            document,
            firstLine(document),
            Message.of(
                "edgelint failed in {component} and skipped it for this file; please report this"
                    + " with the id {id}.",
                "component",
                rule.info().code(),
                "id",
                Failures.id(failure))));
  }

  /** Says so where a document, or a part of it, was not looked at. */
  void notAnalysed(Document document) {
    String reason = document.problem().orElse("");
    if (reason.isEmpty()
        && document.origin() == Document.Origin.NAMED
        && document.kind() == DocumentKind.OTHER) {
      reason = clause(document.reason()) + " (`--as` says what a file is)";
    }
    if (reason.isEmpty() && document.kind() != DocumentKind.OTHER && isTooDeep(document.tree())) {
      reason = "it nests deeper than " + ConfigTree.MAX_DEPTH + " levels";
    }
    if (!reason.isEmpty()) {
      report(
          Finding.of(
              OwnFindings.FILE_NOT_ANALYSED,
              document,
              firstLine(document),
              Message.of("edgelint did not check this file: {reason}.", "reason", reason)));
    }
  }

  /** A sentence as the end of another one. */
  private static String clause(String sentence) {
    String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.isEmpty() ? bare : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  private static boolean isTooDeep(ConfigTree tree) {
    for (SyntaxProblem problem : tree.problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOO_DEEP) {
        return true;
      }
    }
    return false;
  }

  private static TextRange firstLine(Document document) {
    return document.source().lines().line(0);
  }

  @Override
  public Snapshot snapshot() {
    lookedAround = true;
    return snapshot.get();
  }

  @Override
  public Device device() {
    lookedAround = true;
    return device;
  }

  // What stands under a class is a list of it: the caller that put it there had to say both.
  @Override
  @SuppressWarnings("unchecked")
  public <T> List<T> shared(Class<T> what, Document document, Supplier<List<T>> read) {
    for (Shared known : shared) {
      if (known.what == what && known.document == document) {
        return (List<T>) known.read;
      }
    }
    List<T> result = List.copyOf(read.get());
    shared.add(new Shared(what, document, result));
    return result;
  }

  @Override
  public boolean isOn(RuleInfo rule) {
    return selection.isOn(rule);
  }

  @Override
  public void report(Finding finding) {
    if (isInDamagedPart(finding)
        || isAbsenceInUnbalancedJson(finding)
        || isAbsenceBesideSecondTable(finding)
        || isAbsenceInConfigTemplate(finding)
        || isAboutVariableOfTemplate(finding)) {
      return;
    }
    Optional<Severity> wanted = selection.severity(finding.rule());
    found.add(wanted.map(finding::withSeverity).orElse(finding));
  }

  private static boolean isInDamagedPart(Finding finding) {
    String group = finding.rule().group();
    return !group.equals("0xx")
        && !group.equals("9xx")
        && !finding.document().tree().problems().isEmpty()
        && (finding.document().tree().isDamaged(finding.range())
            || finding.document().tree().isDamaged(finding.subject()));
  }

  /** Where brackets do not match, what seems to be missing stands elsewhere. */
  private static boolean isAbsenceInUnbalancedJson(Finding finding) {
    ConfigTree tree = finding.document().tree();
    if (!finding.rule().absence() || tree.language() != Language.JSON) {
      return false;
    }
    for (SyntaxProblem problem : tree.problems()) {
      if (problem.kind() == SyntaxProblem.Kind.SYNTAX
          && problem.range().start() >= tree.root().range().end()) {
        return true;
      }
    }
    return false;
  }

  /** Of a table that is there twice the first counts, and what it lacks may stand in the second. */
  private static boolean isAbsenceBesideSecondTable(Finding finding) {
    if (!finding.rule().absence()) {
      return false;
    }
    for (SyntaxProblem problem : finding.document().tree().problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOML_DEFINED_TWICE
          && problem.related().filter(finding.range()::intersects).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbsenceInConfigTemplate(Finding finding) {
    Document document = finding.document();
    return document.kind() == DocumentKind.DEVICE_CONFIG
        && document.isTemplate()
        && (finding.rule().absence() || finding.rule().crossFile());
  }

  /**
   * Whether a file that a tool completes has a variable where the finding points. Manifests know
   * the variables of their tools themselves, next to names that begin with a dollar sign, too.
   */
  private static boolean isAboutVariableOfTemplate(Finding finding) {
    Document document = finding.document();
    String group = finding.rule().group();
    boolean value =
        (document.kind() == DocumentKind.DEVICE_CONFIG
                || document.kind() == DocumentKind.DAEMON_FILE)
            && !group.equals("0xx")
            && !group.equals("9xx");
    return value && document.isTemplate() && isVariable(document.tree().root(), finding.range());
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static boolean isVariable(ConfigNode node, TextRange range) {
    if (node instanceof ScalarNode scalar && scalar.range().contains(range)) {
      for (Placeholder token : Placeholders.find(scalar.text(), Placeholders.Place.TEMPLATE)) {
        if (scalar.rangeOf(token.range()).intersects(range)) {
          return true;
        }
      }
    }
    for (Member member : node.members()) {
      if (isVariable(member.value(), range)) {
        return true;
      }
    }
    for (ConfigNode item : node.items()) {
      if (isVariable(item, range)) {
        return true;
      }
    }
    return false;
  }
}
