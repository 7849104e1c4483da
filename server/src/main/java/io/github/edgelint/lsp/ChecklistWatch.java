package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.lsp.EdgelintRequests.Checklist;
import java.util.List;

/** Tells a client that shows the checklist when it is another one. Used by one thread. */
final class ChecklistWatch {

  private final EdgelintClient client;
  private final ClientAbilities abilities;
  private Checklist known = new Checklist(List.of());

  ChecklistWatch(EdgelintClient client, ClientAbilities abilities) {
    this.client = client;
    this.abilities = abilities;
  }

  void analysed(Revision revision, Analysis analysis) {
    if (abilities.checklist()) {
      Checklist now = new ProxyAnswers(abilities, revision).checklist(analysis);
      boolean same = now.equals(known);
      known = now;
      if (!same) {
        client.checklistChanged();
      }
    }
  }
}
