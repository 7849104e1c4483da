package io.github.edgelint.rules;

import io.github.edgelint.workspace.DocumentKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is known of a rule before it runs.
 *
 * @param code {@code EDGE} and three digits; never reused
 * @param slug the name people use in settings and suppressions
 * @param severity the highest severity its findings have; a finding may be milder
 * @param kinds the documents it reads, or in which its findings stand
 * @param crossFile whether it compares documents of one device
 * @param absence whether it reports that something is missing; such rules are silent in templates
 *     of {@code config.toml}
 * @param production whether it runs in the profile {@code production} only
 */
public record RuleInfo(
    String code,
    String slug,
    Severity severity,
    Set<DocumentKind> kinds,
    boolean crossFile,
    boolean absence,
    boolean production) {

  public RuleInfo {
    kinds = Set.copyOf(kinds);
  }

  public static RuleInfo of(
      String code, String slug, Severity severity, DocumentKind first, DocumentKind... more) {
    return new RuleInfo(code, slug, severity, EnumSet.of(first, more), false, false, false);
  }

  /** The same for a rule that compares documents of one device. */
  public RuleInfo acrossFiles() {
    return new RuleInfo(code, slug, severity, kinds, true, absence, production);
  }

  /** The same for a rule that reports what is missing. */
  public RuleInfo ofAbsence() {
    return new RuleInfo(code, slug, severity, kinds, crossFile, true, production);
  }

  /** The same for a rule that is off unless the profile is {@code production}. */
  public RuleInfo inProductionOnly() {
    return new RuleInfo(code, slug, severity, kinds, crossFile, absence, true);
  }

  /** The hundreds of the code: {@code 2xx}. */
  public String group() {
    return code.charAt(4) + "xx";
  }
}
