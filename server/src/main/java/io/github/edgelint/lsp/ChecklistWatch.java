package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistDevice;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a client that shows the checklist when it is another one. Works out anew only what is about
 * devices whose files changed. Used by one thread.
 */
final class ChecklistWatch {

  private final EdgelintClient client;
  private final ClientAbilities abilities;
  private Map<Parts, ChecklistDevice> byParts = Map.of();
  private List<ChecklistDevice> known = List.of();

  /** What the checklist of a device is made of; none of it ever changes. */
  private record Parts(
      String name, Settings settings, List<Document> documents, List<Finding> findings) {

    static Parts of(Device device, Analysis analysis) {
      List<Finding> findings = new ArrayList<>();
      device.documents().forEach(document -> findings.addAll(analysis.of(document.path())));
      return new Parts(device.name(), device.settings(), device.documents(), findings);
    }
  }

  ChecklistWatch(EdgelintClient client, ClientAbilities abilities) {
    this.client = client;
    this.abilities = abilities;
  }

  void analysed(Revision revision, Analysis analysis) {
    if (!abilities.checklist()) {
      return;
    }
    ProxyAnswers answers = new ProxyAnswers(abilities, revision);
    Map<Parts, ChecklistDevice> next = new HashMap<>();
    List<ChecklistDevice> now = new ArrayList<>();
    for (Device device : revision.snapshot().devices()) {
      Parts parts = Parts.of(device, analysis);
      ChecklistDevice before = byParts.get(parts);
      ChecklistDevice after = before == null ? answers.checklist(device, analysis) : before;
      next.put(parts, after);
      now.add(after);
    }
    boolean same = now.equals(known);
    byParts = next;
    known = now;
    if (!same) {
      client.checklistChanged();
    }
  }
}
