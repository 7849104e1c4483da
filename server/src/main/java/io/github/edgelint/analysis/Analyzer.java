package io.github.edgelint.analysis;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.text.Lazy;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs the rules over a snapshot.
 *
 * <p>One analyzer serves a session: it remembers what it found in documents and devices that did
 * not change since. A rule that fails is reported as {@code EDGE900} and the others go on. Safe for
 * several threads.
 */
public final class Analyzer {

  // Below this number of documents threads cost more than they save.
  private static final int PARALLEL_FROM = 16;

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::range)
          .thenComparing(Finding::code)
          .thenComparing(finding -> finding.message().text());

  private final List<Rule> rules;
  private final Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
  private final Map<Work, List<Finding>> known = new ConcurrentHashMap<>();
  private final Map<Document, Sifted> sifted = new ConcurrentHashMap<>();
  private final Map<Settings, RulesInForce> inForce = new ConcurrentHashMap<>();

  /**
   * A piece of work whose result depends on nothing else; documents and settings compare by
   * identity.
   */
  private record Work(Object subject, Settings settings, List<Document> device) {

    // Written out: what the compiler gives a record is linked at its first use, which a short run
    // feels.
    @Override
    public boolean equals(Object other) {
      return other instanceof Work work
          && work.subject.equals(subject)
          && work.settings == settings
          && work.device.equals(device);
    }

    @Override
    public int hashCode() {
      return 31 * subject.hashCode() + device.hashCode();
    }
  }

  /** What was found in a document, and what of it stays. */
  private record Sifted(List<Finding> found, List<Finding> kept) {}

  public Analyzer() {
    this(RuleCatalog.rules());
  }

  public Analyzer(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (Rule rule : rules) {
      if (rule instanceof DocumentRule) {
        kinds.addAll(rule.info().kinds());
      }
    }
  }

  /** Forgets what it knows of unchanged documents: files beside them changed. */
  public void forget() {
    known.clear();
    sifted.clear();
  }

  /** All findings of the snapshot. */
  public Analysis analyze(Snapshot snapshot) {
    return new Pass(snapshot).run();
  }

  /** One look at all of a snapshot. */
  private final class Pass {
    private final Snapshot snapshot;
    private final boolean parallel;
    private final Set<Work> used = ConcurrentHashMap.newKeySet();
    private final Set<Settings> usedSettings = ConcurrentHashMap.newKeySet();

    Pass(Snapshot snapshot) {
      this.snapshot = snapshot;
      this.parallel = snapshot.documents().size() >= PARALLEL_FROM;
    }

    Analysis run() {
      Map<Document, Device> deviceOf = new LinkedHashMap<>();
      List<Device> devices = new ArrayList<>();
      for (Device device : snapshot.devices()) {
        if (!device.documents().isEmpty()) {
          devices.add(device);
          device.documents().forEach(document -> deviceOf.putIfAbsent(document, device));
        }
      }
      Map<DocPath, List<Finding>> raw = new LinkedHashMap<>();
      for (Document document : snapshot.documents()) {
        raw.put(document.path(), new ArrayList<>(4));
        if (!deviceOf.containsKey(document)) {
          Device alone = snapshot.deviceOfOne(document);
          deviceOf.put(document, alone);
          if (kinds.contains(document.kind())) {
            devices.add(alone);
          }
        }
      }
      for (List<Finding> found :
          each(snapshot.documents(), document -> ofDocument(document, deviceOf.get(document)))) {
        collect(found, raw);
      }
      for (List<Finding> found : each(devices, this::ofDevice)) {
        collect(found, raw);
      }
      known.keySet().retainAll(used);
      sifted.keySet().retainAll(Set.copyOf(snapshot.documents()));
      each(
          snapshot.documents(),
          document -> {
            List<Finding> found = raw.get(document.path());
            return found.size() > 1 ? sift(document, deviceOf.get(document), found) : found;
          });
      inForce.keySet().retainAll(usedSettings);
      inForce.values().forEach(RulesInForce::forgetCopies);
      return finish(snapshot, raw);
    }

    private List<Finding> sift(Document document, Device device, List<Finding> found) {
      Sifted before = sifted.get(document);
      if (before == null || !before.found.equals(found)) {
        Echoes echoes = new Echoes(text -> ofText(text, document, device));
        before =
            new Sifted(
                List.copyOf(found), withoutDuplicates(echoes.without(Precedence.keep(found))));
        sifted.put(document, before);
      }
      found.clear();
      found.addAll(before.kept);
      return found;
    }

    /** What would be found in a document that had another text. */
    private Optional<List<Finding>> ofText(String text, Document document, Device device) {
      Document changed = document.withText(text);
      if (changed.kind() != document.kind()) {
        return Optional.empty();
      }
      // Few rules look beyond the device, and a copy of a large snapshot takes longer than they do.
      Lazy<Snapshot> other = new Lazy<>(() -> snapshot.with(changed));
      Device otherDevice = device.with(changed);
      RulesInForce rulesInForce = rulesUnder(device.settings());
      Run run = new Run(other, otherDevice, rulesInForce.selection());
      rulesInForce.check(changed, run);
      rulesInForce.check(otherDevice, run);
      List<Finding> found = new ArrayList<>(run.found());
      found.removeIf(finding -> finding.document() != changed);
      return Optional.of(Precedence.keep(found));
    }

    private <T> List<List<Finding>> each(Collection<T> items, Function<T, List<Finding>> work) {
      if (parallel) {
        return items.parallelStream().map(work).toList();
      }
      List<List<Finding>> found = new ArrayList<>(items.size());
      for (T item : items) {
        found.add(work.apply(item));
      }
      return found;
    }

    private List<Finding> ofDocument(Document document, Device device) {
      return remembered(
          new Work(document, device.settings(), device.documents()),
          () -> {
            RulesInForce rulesInForce = rulesUnder(device.settings());
            Run run = new Run(() -> snapshot, device, rulesInForce.selection());
            run.notAnalysed(document);
            if (document.problem().isEmpty()) {
              rulesInForce.check(document, run);
            }
            return run.found();
          });
    }

    private List<Finding> ofDevice(Device device) {
      return remembered(
          new Work(device.name(), device.settings(), device.documents()),
          () -> {
            RulesInForce rulesInForce = rulesUnder(device.settings());
            Run run = new Run(() -> snapshot, device, rulesInForce.selection());
            rulesInForce.check(device, run);
            return run.found();
          });
    }

    private RulesInForce rulesUnder(Settings settings) {
      return inForce.computeIfAbsent(
          settings, those -> new RulesInForce(rules, RuleSelection.of(those)));
    }

    private List<Finding> remembered(Work work, Supplier<List<Finding>> run) {
      used.add(work);
      usedSettings.add(work.settings);
      List<Finding> before = known.get(work);
      if (before != null) {
        return before;
      }
      List<Finding> found = run.get();
      known.put(work, found);
      return found;
    }
  }

  private static void collect(List<Finding> found, Map<DocPath, List<Finding>> raw) {
    for (Finding finding : found) {
      raw.get(finding.document().path()).add(finding);
    }
  }

  private static Analysis finish(Snapshot snapshot, Map<DocPath, List<Finding>> raw) {
    Map<DocPath, List<Finding>> byDocument = new LinkedHashMap<>();
    Map<DocPath, List<Analysis.Suppressed>> suppressed = new LinkedHashMap<>();
    Set<SuppressionEntry> used = new HashSet<>();
    raw.forEach(
        (path, findings) -> {
          Document document = snapshot.document(path).orElseThrow();
          List<Finding> kept = findings;
          if (document.kind() != DocumentKind.OTHER) {
            Suppressor suppressor = Suppressor.of(document, kept, snapshot.settingsOf(path));
            kept = suppressor.kept();
            used.addAll(suppressor.usedEntries());
            if (!suppressor.suppressed().isEmpty()) {
              suppressed.put(path, suppressor.suppressed());
            }
          }
          kept.sort(BY_PLACE);
          byDocument.put(path, kept);
        });
    for (Map.Entry<DocPath, List<Finding>> entry : byDocument.entrySet()) {
      Document document = snapshot.document(entry.getKey()).orElseThrow();
      if (document.kind() == DocumentKind.SETTINGS
          && entry.getValue().addAll(new SuppressionEntries(snapshot, used).check(document))) {
        entry.getValue().sort(BY_PLACE);
      }
    }
    return new Analysis(byDocument, suppressed);
  }

  /** The findings in order of place; of those that say the same, one. */
  private static List<Finding> withoutDuplicates(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(BY_PLACE);
    List<Finding> kept = new ArrayList<>(sorted.size());
    Finding last = null;
    for (Finding finding : sorted) {
      boolean again = last != null && BY_PLACE.compare(last, finding) == 0 && last.equals(finding);
      if (!again) {
        kept.add(finding);
      }
      last = finding;
    }
    return kept;
  }
}
