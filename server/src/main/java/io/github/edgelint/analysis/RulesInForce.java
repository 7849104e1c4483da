package io.github.edgelint.analysis;

import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that a selection leaves, by what they look at, each list in the order of the catalogue;
 * and what they said of files that have copies.
 */
final class RulesInForce {

  private final RuleSelection selection;
  private final Map<DocumentKind, List<DocumentRule>> ofDocuments =
      new EnumMap<>(DocumentKind.class);
  private final List<DeviceRule> ofDevices = new ArrayList<>();
  private final Copies copies = new Copies();

  RulesInForce(List<Rule> rules, RuleSelection selection) {
    this.selection = selection;
    for (DocumentKind kind : DocumentKind.values()) {
      ofDocuments.put(kind, new ArrayList<>());
    }
    for (Rule rule : rules) {
      if (!selection.isOn(rule.info())) {
        continue;
      }
      if (rule instanceof DocumentRule documentRule) {
        rule.info().kinds().forEach(kind -> ofDocuments.get(kind).add(documentRule));
      } else if (rule instanceof DeviceRule deviceRule) {
        ofDevices.add(deviceRule);
      }
    }
  }

  RuleSelection selection() {
    return selection;
  }

  /** Forgets what rules said of files, which may be other ones the next time. */
  void forgetCopies() {
    copies.clear();
  }

  /** Calls the rules for a document. */
  void check(Document document, Run run) {
    copies.check(ofDocuments.get(document.kind()), document, run);
  }

  /** Calls the rules for a device. */
  void check(Device device, Run run) {
    copies.check(ofDevices, device, run);
  }
}
