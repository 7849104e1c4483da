package io.github.edgelint.analysis;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for findings that stay the same while other things change: made of the rule, the file, the
 * key it stands at, what is underlined and the names in its message, and counted where all these
 * occur more than once. What the message says around the names is not in them, nor is a line, the
 * index of an item, or a secret.
 */
public final class Fingerprints {

  private static final int LENGTH = 16;

  private final List<Finding> findings;
  private final DocPath base;
  private final IdentityHashMap<Finding, String> contents = new IdentityHashMap<>();
  private final IdentityHashMap<ConfigTree, Anchors> anchors = new IdentityHashMap<>();
  private IdentityHashMap<Finding, Integer> numbers;

  private Fingerprints(List<Finding> findings, DocPath base) {
    this.findings = findings;
    this.base = base;
  }

  /**
   * The fingerprints of all findings of a run.
   *
   * @param base the folder that paths are taken from
   */
  public static Fingerprints of(List<Finding> findings, DocPath base) {
    return new Fingerprints(findings, base);
  }

  /** The fingerprint of one of the findings. */
  public String of(Finding finding) {
    return of(finding, path(finding));
  }

  /**
   * The fingerprint that one of the findings has if its file has another name.
   *
   * @param path of the file, as seen from the base
   */
  public String of(Finding finding, String path) {
    // Most reports show none.
    if (numbers == null) {
      numbers = numbers();
    }
    return digest(content(finding, path) + '\n' + numbers.get(finding));
  }

  private IdentityHashMap<Finding, Integer> numbers() {
    IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : findings) {
      numbers.put(finding, seen.merge(content(finding, path(finding)), 1, Integer::sum));
    }
    return numbers;
  }

  private String path(Finding finding) {
    return finding.document().path().wayFrom(base);
  }

  private String content(Finding finding, String path) {
    return finding.code()
        + '\n'
        + path
        + '\n'
        + contents.computeIfAbsent(finding, this::contentWithinFile);
  }

  private String contentWithinFile(Finding finding) {
    Anchors around = anchors.computeIfAbsent(finding.document().tree(), Anchors::of);
    TextRange range = finding.range();
    return around.keyAt(range.start())
        + '\n'
        + around.shown(range)
        + '\n'
        + String.join("\n", finding.message().names());
  }

  private static String digest(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
