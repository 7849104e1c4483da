package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.SETTINGS;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.DocumentKind;
import java.util.List;

/** Findings that no rule gives: the engine itself reports them. */
public final class OwnFindings {

  public static final RuleInfo INTERNAL_ERROR =
      RuleInfo.of(
          "EDGE900", "internal-error", Severity.ERROR, DEVICE_CONFIG, DocumentKind.values());

  public static final RuleInfo FILE_NOT_ANALYSED =
      RuleInfo.of(
          "EDGE901", "file-not-analysed", Severity.WARNING, DEVICE_CONFIG, DocumentKind.values());

  public static final RuleInfo SUPPRESSION_INVALID =
      RuleInfo.of(
          "EDGE920",
          "suppression-invalid",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          UNIT,
          SETTINGS);

  public static final RuleInfo SUPPRESSION_UNUSED =
      RuleInfo.of(
          "EDGE921",
          "suppression-unused",
          Severity.INFO,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          UNIT,
          SETTINGS);

  public static final RuleInfo SUPPRESSION_WITHOUT_REASON =
      RuleInfo.of(
          "EDGE922",
          "suppression-without-reason",
          Severity.WARNING,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          UNIT,
          SETTINGS);

  /** All of them, in order of their codes. */
  public static final List<RuleInfo> ALL =
      List.of(
          INTERNAL_ERROR,
          FILE_NOT_ANALYSED,
          SUPPRESSION_INVALID,
          SUPPRESSION_UNUSED,
          SUPPRESSION_WITHOUT_REASON);

  private OwnFindings() {}
}
