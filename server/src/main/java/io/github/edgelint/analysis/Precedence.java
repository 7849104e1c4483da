package io.github.edgelint.analysis;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One finding per cause: where the subjects of two findings of one document overlap, the one whose
 * rule stands further left in the order stays.
 */
final class Precedence {

  // Each line: the winners, then those that give way to them.
  private static final String[][] ORDER = {
    {"207", "200 201 202 203 206 208 210 214"},
    {"208 210 270 271", "206"},
    {"270", "210"},
    {"012", "001 002 003 005 006 008 010 014"},
    {"016", "010"},
    {"014", "206"},
    {"227", "100 102 250 252 253"},
    {"228", "104 229 230"},
    {"229", "230"},
    {"250", "252"},
    {"238", "241"},
    {"302", "301 104 106"},
    {"302 324 325 326 328 334 408", "100 101 102"},
    {"325", "324"},
    {"334", "326 332"},
    {"301", "104"},
    {"300", "104"},
    {"106", "111 328 104"},
    {"417", "111"},
    {"100", "417"},
    {"328", "104"},
    {"330", "105"},
    {"105", "008 236 355 423"},
    {"303 320 321 322 323", "109"},
    {"305", "105"},
    {"355 412 426", "100"},
    {"103", "100 102 105 325"},
    {"110", "415 419 445 500 511"},
    {"401 403 445 466 511", "104"},
    {"445", "100 447"},
    {"406 419 511 600 604 605", "105"},
    {"436 450", "437"},
    {"446", "447"},
    {"426", "603"},
    {"465", "467"},
    {"105 604 605 606 607", "608 610 618 619"},
    {"607", "612"},
    {"419", "236"},
    {"610", "611"},
    {"602", "600 601 604 605 606 607 608 609 610 611 612 614 616 618 619 620 623"},
    {"600", "601 604 605 606 607 608 609 610 611 612 614 616 618 619 620 623"},
    {"601", "604 605 606 607 608 609 610 611 612 614 616 618 619 620 623"},
    {"500", "501 502 503 505 506 507 508 509 510 511 514"},
  };

  private static final Map<String, Set<String>> WINNERS_OF = winners();

  private Precedence() {}

  private static Map<String, Set<String>> winners() {
    Map<String, Set<String>> winners = new HashMap<>();
    for (String[] line : ORDER) {
      for (String loser : line[1].split(" ")) {
        Set<String> of = winners.computeIfAbsent("EDGE" + loser, code -> new HashSet<>());
        for (String winner : line[0].split(" ")) {
          of.add("EDGE" + winner);
        }
      }
    }
    return winners;
  }

  /** The findings of one document that stay. */
  static List<Finding> keep(List<Finding> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    Map<String, List<Finding>> byCode = new HashMap<>();
    for (Finding finding : findings) {
      byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding);
    }
    Map<String, Cover> covers = new HashMap<>();
    List<Finding> kept = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      if (!gives(finding, byCode, covers)) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private static boolean gives(
      Finding finding, Map<String, List<Finding>> byCode, Map<String, Cover> covers) {
    for (String winner : WINNERS_OF.getOrDefault(finding.code(), Set.of())) {
      List<Finding> winners = byCode.get(winner);
      if (winners != null
          && covers
              .computeIfAbsent(winner, code -> Cover.of(winners))
              .intersects(finding.subject())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Subjects, sorted by start, with the furthest end up to each: one search tells whether any
   * overlaps.
   */
  private record Cover(int[] starts, int[] furthest) {

    static Cover of(List<Finding> findings) {
      TextRange[] subjects = new TextRange[findings.size()];
      for (int i = 0; i < subjects.length; i++) {
        subjects[i] = findings.get(i).subject();
      }
      Arrays.sort(subjects, Comparator.naturalOrder());
      int[] starts = new int[subjects.length];
      int[] ends = new int[subjects.length];
      int reach = 0;
      for (int i = 0; i < subjects.length; i++) {
        reach = Math.max(reach, last(subjects[i]));
        starts[i] = subjects[i].start();
        ends[i] = reach;
      }
      return new Cover(starts, ends);
    }

    boolean intersects(TextRange range) {
      int last = starts.length - 1;
      for (int low = 0; low <= last; ) {
        int middle = (low + last) >>> 1;
        if (starts[middle] <= last(range)) {
          low = middle + 1;
        } else {
          last = middle - 1;
        }
      }
      return last >= 0 && furthest[last] >= range.start();
    }

    // An empty range counts as the code unit it stands before.
    private static int last(TextRange range) {
      return Math.max(range.start(), range.end() - 1);
    }
  }
}
