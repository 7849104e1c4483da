package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.lsp.EdgelintRequests.AllowlistParams;
import io.github.edgelint.lsp.EdgelintRequests.AllowlistText;
import io.github.edgelint.lsp.EdgelintRequests.Checklist;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistDevice;
import io.github.edgelint.lsp.EdgelintRequests.Row;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyAnswer;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyParams;
import io.github.edgelint.proxy.AllowList;
import io.github.edgelint.proxy.AllowListFormat;
import io.github.edgelint.proxy.ChecklistRow;
import io.github.edgelint.proxy.ChecklistRow.Place;
import io.github.edgelint.proxy.FileChange;
import io.github.edgelint.proxy.Host;
import io.github.edgelint.proxy.ProxyChecklist;
import io.github.edgelint.proxy.ProxyPlan;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Answers what is asked about the proxy of whole devices. */
final class ProxyAnswers {

  private static final String NO_DEVICE = "There is no IoT Edge device in this workspace.";

  private final ClientAbilities client;
  private final Revision revision;

  ProxyAnswers(ClientAbilities client, Revision revision) {
    this.client = client;
    this.revision = revision;
  }

  // --- checklist ---------------------------------------------------------------------------

  Checklist checklist(Analysis analysis) {
    List<ChecklistDevice> devices = new ArrayList<>();
    for (Device device : revision.snapshot().devices()) {
      devices.add(checklist(device, analysis));
    }
    return new Checklist(devices);
  }

  ChecklistDevice checklist(Device device, Analysis analysis) {
    ProxyChecklist checklist = ProxyChecklist.of(device, analysis);
    return new ChecklistDevice(
        checklist.device().name(),
        root(checklist.device()),
        checklist.behindProxy() ? "yes" : "no",
        checklist.reference().orElse(null),
        checklist.rows().stream().map(this::row).toList(),
        checklist.check());
  }

  /** The folder of the file that the device is known by. */
  private static String root(Device device) {
    DocPath file =
        device.config().or(device::manifest).orElseGet(() -> device.documents().get(0)).path();
    return Uris.of(file.parent().orElse(file));
  }

  private Row row(ChecklistRow row) {
    return new Row(
        row.component(),
        row.variable().orElse(null),
        row.value().orElse(null),
        row.state().label(),
        row.effect(),
        row.code().orElse(null),
        row.place().map(this::location).orElse(null));
  }

  private Location location(Place place) {
    Document document = place.document();
    return new Location(
        revision.uri(document.path()),
        new Conversion(client.encoding()).range(document.source(), place.range()));
  }

  // --- plan --------------------------------------------------------------------------------

  SetProxyAnswer set(SetProxyParams params) {
    List<Device> devices = devices(params.device());
    if (devices.isEmpty()) {
      return refused(
          params.device() == null ? NO_DEVICE : "There is no device " + params.device() + ".");
    }
    if (devices.size() > 1) {
      return refused("There are several devices; say which one.");
    }
    Set<String> modules = params.modules() == null ? Set.of() : Set.copyOf(params.modules());
    ProxyPlan plan =
        params.url() == null
            ? ProxyPlan.unset(revision.snapshot(), devices.get(0), Host.LINUX)
            : ProxyPlan.set(revision.snapshot(), devices.get(0), params.url(), modules, Host.LINUX);
    if (plan.refused().isPresent()) {
      return refused(plan.refused().get());
    }
    Optional<WorkspaceEdit> edit = new Edits(client).of(revision, plan.edits());
    if (edit.isEmpty() && !plan.isEmpty()) {
      return refused("This editor cannot make files; run `edgelint proxy set` instead.");
    }
    if (client.documentChanges() && client.deleteFiles()) {
      edit.ifPresent(found -> Edits.delete(found, deleted(plan)));
    }
    return new SetProxyAnswer(edit.orElse(null), null, plan.commands(), plan.verify());
  }

  private List<String> deleted(ProxyPlan plan) {
    return plan.changes().stream()
        .filter(FileChange::deletes)
        .map(change -> revision.uri(change.path()))
        .toList();
  }

  private static SetProxyAnswer refused(String reason) {
    return new SetProxyAnswer(null, reason, List.of(), List.of());
  }

  // --- allow-list --------------------------------------------------------------------------

  AllowlistText allowlist(AllowlistParams params) {
    AllowListFormat format =
        Optional.ofNullable(params.format())
            .flatMap(AllowListFormat::of)
            .orElse(AllowListFormat.TEXT);
    List<AllowList> lists = devices(params.device()).stream().map(AllowList::of).toList();
    return new AllowlistText(format.write(lists, this::shown));
  }

  private String shown(DocPath path) {
    return revision.snapshot().rootOf(path).map(path::relativeTo).orElse(path.value());
  }

  private List<Device> devices(String name) {
    return revision.snapshot().devices().stream()
        .filter(device -> name == null || device.name().equals(name))
        .toList();
  }
}
