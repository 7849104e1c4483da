package io.github.edgelint.analysis;

import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.workspace.DocumentKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that a selection leaves, by what they look at, each list in the order of the catalogue.
 */
final class RulesInForce {

  private final RuleSelection selection;
  private final Map<DocumentKind, List<DocumentRule>> ofDocuments =
      new EnumMap<>(DocumentKind.class);
  private final List<DeviceRule> ofDevices = new ArrayList<>();

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

  List<DocumentRule> ofDocument(DocumentKind kind) {
    return ofDocuments.get(kind);
  }

  List<DeviceRule> ofDevice() {
    return ofDevices;
  }
}
