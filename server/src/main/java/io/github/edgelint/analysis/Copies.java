package io.github.edgelint.analysis;

import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Calls rules once for all copies of a file, as far as what they say depends on the file alone.
 * Safe for several threads; those that meet the first copies at the same time call all rules.
 */
final class Copies {

  /**
   * What the copies of a file have in common.
   *
   * @param said the findings of the rules that looked at the file alone
   * @param others the rules that looked further, or speak of more
   */
  private record Told<R>(List<Finding> said, List<R> others) {}

  private final Map<Likeness, Told<DocumentRule>> ofDocuments = new ConcurrentHashMap<>();
  private final Map<Likeness, Told<DeviceRule>> ofDevices = new ConcurrentHashMap<>();

  void clear() {
    ofDocuments.clear();
    ofDevices.clear();
  }

  /** Calls rules for a document, or says what they said of a copy. */
  void check(List<DocumentRule> rules, Document document, Run run) {
    Consumer<DocumentRule> call = rule -> run.check(rule, document);
    Optional<Likeness> likeness = document.likeness();
    if (likeness.isPresent()) {
      check(ofDocuments, likeness.get(), rules, document, call, run);
    } else {
      rules.forEach(call);
    }
  }

  /** Calls rules for a device, or says what they said of one that is a copy of the same file. */
  void check(List<DeviceRule> rules, Device device, Run run) {
    Consumer<DeviceRule> call = run::check;
    Document first = device.documents().get(0);
    boolean alone = device.documents().size() == 1 && !device.isExplicit();
    Optional<Likeness> likeness = alone ? first.likeness() : Optional.empty();
    if (likeness.isPresent()) {
      check(ofDevices, likeness.get(), rules, first, call, run);
    } else {
      rules.forEach(call);
    }
  }

  private static <R> void check(
      Map<Likeness, Told<R>> known,
      Likeness likeness,
      List<R> rules,
      Document document,
      Consumer<R> call,
      Run run) {
    Told<R> told = known.get(likeness);
    if (told != null) {
      told.said.forEach(finding -> run.repeat(finding, document));
      told.others.forEach(call);
      return;
    }
    Told<R> first = new Told<>(new ArrayList<>(), new ArrayList<>());
    for (R rule : rules) {
      Optional<List<Finding>> said = run.saidOf(document, () -> call.accept(rule));
      if (said.isPresent()) {
        first.said.addAll(said.get());
      } else {
        first.others.add(rule);
      }
    }
    known.put(likeness, first);
  }
}
