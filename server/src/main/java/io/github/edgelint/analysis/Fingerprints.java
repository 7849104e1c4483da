package io.github.edgelint.analysis;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.DocPath;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Names for findings that stay the same while other things change: made of the rule, the file, the
 * key it stands at and the names in its message, and counted where all these occur more than once.
 * No line is in them, nor the index of an item, nor what the message says around the names.
 */
public final class Fingerprints {

  private static final int LENGTH = 16;

  private final List<Finding> findings;
  private final DocPath base;
  private final IdentityHashMap<Finding, String> contents = new IdentityHashMap<>();
  private IdentityHashMap<Finding, Integer> numbers;

  // Of the last file only: findings of a file stand together, and all keys of a run take much.
  private ConfigTree tree;
  private NavigableMap<Integer, String> keys;

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
    ConfigTree own = finding.document().tree();
    if (tree != own) {
      tree = own;
      keys = keys(own);
    }
    return keys.floorEntry(finding.range().start()).getValue()
        + '\n'
        + String.join("\n", finding.message().names());
  }

  /** The ways to keys and values, without indexes, by the offsets at which these begin. */
  private static NavigableMap<Integer, String> keys(ConfigTree tree) {
    NavigableMap<Integer, String> keys = new TreeMap<>();
    keys.put(0, "");
    collect(tree.root(), "", keys);
    return keys;
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private static void collect(ConfigNode node, String way, Map<Integer, String> keys) {
    if (node.isPresent()) {
      keys.put(node.range().start(), way);
    }
    for (Member member : node.members()) {
      String longer = way + '/' + member.name();
      keys.put(member.key().range().start(), longer);
      collect(member.value(), longer, keys);
    }
    for (ConfigNode item : node.items()) {
      collect(item, way + '/', keys);
    }
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
